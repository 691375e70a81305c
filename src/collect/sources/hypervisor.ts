import type { Host } from '../../model/host.ts';
import { nameIn } from './container-manager.ts';
import { attribute, readAllowed } from './text.ts';

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
 * The hypervisor under the kernel; undefined where there is none, or nothing tells. The makers' names stand in SMBIOS,
 * but a cloud's bare metal has them too: where the processor can say whether a hypervisor is there, it must. Without
 * SMBIOS, as under Firecracker, the paravirtual clock tells which one.
 */
export async function hypervisor(host: Host): Promise<string | undefined> {
  const cpuinfo = (await readAllowed(host, '/proc/cpuinfo')) ?? '';
  const tells = /^flags\s*:/m.test(cpuinfo);
  const isGuest = /^flags\s*:.*\bhypervisor\b/m.test(cpuinfo);
  if (tells && !isGuest) return xenGuest(host);
  const clock = await paravirtualClock(host);
  const named = nameIn(MAKERS, await makerNames(host));
  // QEMU builds the machine; with KVM under it, its processors are real ones.
  if (named) return named === 'QEMU' ? (clock ?? named) : named;
  const found = (await xenGuest(host)) ?? clock;
  return found ?? (isGuest ? 'Virtual Machine' : ((await deviceTree(host)) ?? mainframe(host)));
}

async function makerNames(host: Host): Promise<string> {
  const files = ['sys_vendor', 'product_name', 'product_version', 'bios_vendor', 'board_vendor'];
  const values = await Promise.all(files.map((file) => attribute(host, `/sys/class/dmi/id/${file}`)));
  return values.filter(Boolean).join('\n');
}

async function paravirtualClock(host: Host): Promise<string | undefined> {
  const clocks = await attribute(host, '/sys/devices/system/clocksource/clocksource0/available_clocksource');
  return nameIn(CLOCKS, clocks ?? '');
}

/** Xen's first domain sees the hypervisor too, and is the physical machine. */
async function xenGuest(host: Host): Promise<string | undefined> {
  if ((await attribute(host, '/sys/hypervisor/type')) !== 'xen') return undefined;
  return (await attribute(host, '/proc/xen/capabilities'))?.includes('control_d') ? undefined : 'Xen';
}

/** Microsoft's own kernel, `5.15.153.1-microsoft-standard-WSL2`, or what imitates one, `4.4.0-19041-Microsoft`. */
export async function windowsSubsystem(host: Host): Promise<string | undefined> {
  const release = (await attribute(host, '/proc/sys/kernel/osrelease')) ?? host.facts.release;
  return /-microsoft(?:-standard)?(?:-|$)/i.test(release) ? 'WSL' : undefined;
}

async function deviceTree(host: Host): Promise<string | undefined> {
  const compatible = await attribute(host, '/proc/device-tree/hypervisor/compatible');
  if (!compatible) return undefined;
  return /kvm/.test(compatible) ? 'KVM' : /xen/.test(compatible) ? 'Xen' : 'Virtual Machine';
}

/** A partition of an IBM Z sees who shares it out: `VM00 Control Program: z/VM 7.3.0`. */
async function mainframe(host: Host): Promise<string | undefined> {
  const [, program] = /^VM00 Control Program:\s*(\S+)/m.exec((await readAllowed(host, '/proc/sysinfo')) ?? '') ?? [];
  return program?.replace('KVM/Linux', 'KVM');
}
