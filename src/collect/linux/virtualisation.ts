import type { Host } from '../../model/host.ts';
import type { Collector } from '../collector.ts';
import { parseMountinfo } from '../sources/mountinfo.ts';
import { attribute, exists, readAllowed } from '../sources/text.ts';

/**
 * What the machine runs on: the name of a container or of a hypervisor, or `Physical`.
 * Only evidence counts: a file such as /.dockerenv may be left over in an image that became a disk.
 */
export const linuxVirtualisation: Collector<'hardware'> = {
  name: 'linux/virtualisation',
  section: 'hardware',
  platforms: ['linux'],
  async collect(host) {
    if (!(await exists(host, '/proc/cpuinfo'))) return undefined;
    return { rows: [{ vmSystem: (await container(host)) ?? (await hypervisor(host)) ?? 'Physical' }] };
  },
};

const CONTAINERS: readonly (readonly [RegExp, string])[] = [
  [/docker/, 'Docker'],
  [/podman|libpod|containers\/storage/, 'Podman'],
  [/kube/, 'Kubernetes'],
  [/lxc/, 'LXC'],
  [/systemd-nspawn/, 'systemd-nspawn'],
  [/openvz/, 'OpenVZ'],
];

/** What the container's manager wrote for its first process; else its control group; else the files it mounts. */
async function container(host: Host): Promise<string | undefined> {
  const [, named] = /(?:^|\0)container=([^\0]+)/.exec((await readAllowed(host, '/proc/1/environ')) ?? '') ?? [];
  const declared = named ?? (await attribute(host, '/run/systemd/container'));
  if (declared) return nameIn(CONTAINERS, declared) ?? declared;
  const groups = (await readAllowed(host, '/proc/1/cgroup')) ?? '';
  return nameIn(CONTAINERS, groups) ?? nameIn(CONTAINERS, await mountedNetworkFiles(host)) ?? (await openVz(host));
}

/** A container's own /etc/hosts and the like are mounted one by one, out of its manager's folder. */
async function mountedNetworkFiles(host: Host): Promise<string> {
  const mounts = parseMountinfo((await readAllowed(host, '/proc/self/mountinfo')) ?? '');
  return mounts
    .filter(({ mountPoint }) => /^\/etc\/(?:hosts|hostname|resolv\.conf)$/.test(mountPoint))
    .map(({ root }) => root)
    .join('\n');
}

/** Inside a container of OpenVZ there is /proc/vz; on its host there is /proc/bc as well. */
async function openVz(host: Host): Promise<string | undefined> {
  return (await exists(host, '/proc/vz')) && !(await exists(host, '/proc/bc')) ? 'OpenVZ' : undefined;
}

const MAKERS: readonly (readonly [RegExp, string])[] = [
  [/vmware/i, 'VMware'],
  [/virtualbox|innotek/i, 'VirtualBox'],
  [/microsoft corporation.*virtual machine/is, 'Hyper-V'],
  [/parallels/i, 'Parallels'],
  [/\bxen\b/i, 'Xen'],
  [/bhyve/i, 'bhyve'],
  [/\bkvm\b|openstack|amazon ec2|google compute engine|firecracker/i, 'KVM'],
  [/qemu|bochs/i, 'QEMU'],
  [/apple virtualization/i, 'Apple Virtualization'],
];

const CLOCKS: readonly (readonly [RegExp, string])[] = [
  [/kvm-clock/, 'KVM'],
  [/hyperv_clocksource/, 'Hyper-V'],
  [/\bxen\b/, 'Xen'],
];

/**
 * The makers' names in SMBIOS, but a cloud's bare metal has them too: where the processor can say whether a
 * hypervisor is there, it must. Without SMBIOS, as under Firecracker, the paravirtual clock tells which one.
 */
async function hypervisor(host: Host): Promise<string | undefined> {
  const cpuinfo = (await readAllowed(host, '/proc/cpuinfo')) ?? '';
  const named = nameIn(MAKERS, await makerNames(host));
  if (/^flags\s*:/m.test(cpuinfo) && !/^flags\s*:.*\bhypervisor\b/m.test(cpuinfo)) return xenGuest(host);
  if (named) return named;
  const clocks = await attribute(host, '/sys/devices/system/clocksource/clocksource0/available_clocksource');
  const paravirtual = (await xenGuest(host)) ?? nameIn(CLOCKS, clocks ?? '');
  return paravirtual ?? (/^flags\s*:.*\bhypervisor\b/m.test(cpuinfo) ? 'Virtual Machine' : deviceTree(host));
}

async function makerNames(host: Host): Promise<string> {
  const files = ['sys_vendor', 'product_name', 'product_version', 'bios_vendor', 'board_vendor'];
  const values = await Promise.all(files.map((file) => attribute(host, `/sys/class/dmi/id/${file}`)));
  return values.filter(Boolean).join('\n');
}

/** Xen's first domain sees the hypervisor too, and is the physical machine. */
async function xenGuest(host: Host): Promise<string | undefined> {
  if ((await attribute(host, '/sys/hypervisor/type')) !== 'xen') return undefined;
  return (await attribute(host, '/proc/xen/capabilities'))?.includes('control_d') ? undefined : 'Xen';
}

async function deviceTree(host: Host): Promise<string | undefined> {
  const compatible = await attribute(host, '/proc/device-tree/hypervisor/compatible');
  if (!compatible) return undefined;
  return /kvm/.test(compatible) ? 'KVM' : /xen/.test(compatible) ? 'Xen' : 'Virtual Machine';
}

function nameIn(table: readonly (readonly [RegExp, string])[], evidence: string): string | undefined {
  return table.find(([pattern]) => pattern.test(evidence))?.[1];
}
