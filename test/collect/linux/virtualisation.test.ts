import { describe, expect, it } from 'vitest';
import { linuxVirtualisation } from '../../../src/collect/linux/virtualisation.ts';
import { type FakeMachine, fakeHost } from '../fake-host.ts';

const physical = { '/proc/cpuinfo': 'processor\t: 0\nflags\t\t: fpu lm\n', '/proc/1/cgroup': '0::/init.scope\n' };
const virtual = { ...physical, '/proc/cpuinfo': 'processor\t: 0\nflags\t\t: fpu lm hypervisor\n' };
const clocks = '/sys/devices/system/clocksource/clocksource0/available_clocksource';
const maker = '/sys/class/dmi/id/sys_vendor';
const product = '/sys/class/dmi/id/product_name';

const wsl = { ...virtual, '/proc/sys/kernel/osrelease': '5.15.153.1-microsoft-standard-WSL2\n' };

/** /etc/hosts as it is mounted from a folder of the container's manager. */
function hostsFrom(root: string): string {
  return `25 1 8:1 / / rw - ext4 /dev/sda1 rw\n90 25 8:1 ${root} /etc/hosts rw,relatime - ext4 /dev/sda1 rw\n`;
}

async function vmSystem(files: FakeMachine['files']): Promise<string | undefined> {
  const collected = await linuxVirtualisation.collect(fakeHost({ files: files ?? {} }));
  return collected?.rows[0]?.vmSystem;
}

describe('what the machine runs on', () => {
  it.each([
    ['Physical', physical],
    ['Physical', { ...physical, '/.dockerenv': '' }],
    ['Physical', { ...physical, [maker]: 'Amazon EC2', [product]: 'i3.metal' }],
    ['KVM', { ...virtual, [clocks]: 'tsc kvm-clock \n' }],
    ['KVM', { ...virtual, [clocks]: 'tsc kvm-clock \n', '/.dockerenv': '' }],
    ['KVM', { ...virtual, [maker]: 'Amazon EC2', [product]: 't3.micro' }],
    ['QEMU', { ...virtual, [maker]: 'QEMU', [product]: 'Standard PC (Q35 + ICH9, 2009)' }],
    ['VirtualBox', { ...virtual, [maker]: 'innotek GmbH', [product]: 'VirtualBox' }],
    ['VMware', { ...virtual, [maker]: 'VMware, Inc.', [product]: 'VMware7,1' }],
    ['Hyper-V', { ...virtual, [maker]: 'Microsoft Corporation', [product]: 'Virtual Machine' }],
    ['Physical', { ...physical, [maker]: 'Microsoft Corporation', [product]: 'Surface Pro 7' }],
    ['Xen', { ...virtual, '/sys/hypervisor/type': 'xen\n', '/proc/xen/capabilities': '\n' }],
    ['Physical', { ...physical, '/sys/hypervisor/type': 'xen\n', '/proc/xen/capabilities': 'control_d\n' }],
    ['KVM', { ...virtual, [maker]: 'QEMU', [product]: 'Standard PC (Q35 + ICH9, 2009)', [clocks]: 'kvm-clock tsc \n' }],
    ['KVM', { ...virtual, [maker]: 'Google', [product]: 'Google Compute Engine' }],
    ['Xen', { ...virtual, [maker]: 'Xen', [product]: 'HVM domU', '/sys/hypervisor/type': 'xen\n' }],
    ['Hyper-V', { ...virtual, [clocks]: 'hyperv_clocksource_tsc_page acpi_pm \n' }],
    ['Parallels', { ...virtual, [maker]: 'Parallels International GmbH.', [product]: 'Parallels ARM Virtual Machine' }],
    ['bhyve', { ...virtual, [maker]: 'FreeBSD', [product]: 'BHYVE' }],
    ['WSL', { ...virtual, '/proc/sys/kernel/osrelease': '5.15.153.1-microsoft-standard-WSL2\n' }],
    ['WSL', { ...physical, '/proc/sys/kernel/osrelease': '4.4.0-19041-Microsoft\n' }],
    ['KVM', { '/proc/cpuinfo': 'Features\t: fp asimd\n', '/proc/device-tree/hypervisor/compatible': 'linux,kvm\0' }],
    [
      'z/VM',
      { '/proc/cpuinfo': 'vendor_id       : IBM/S390\n', '/proc/sysinfo': 'VM00 Control Program: z/VM    7.3.0\n' },
    ],
    ['Virtual Machine', virtual],
    ['Docker', { ...virtual, '/proc/1/cgroup': '12:memory:/docker/4f1c0a2b\n' }],
    ['Docker', { ...virtual, '/proc/1/cgroup': '0::/system.slice/docker-4f1c0a2b.scope\n' }],
    [
      'Docker',
      {
        ...virtual,
        '/proc/1/cgroup': '0::/\n',
        '/proc/self/mountinfo': hostsFrom('/var/lib/docker/containers/4f1c/hosts'),
      },
    ],
    [
      'Docker',
      { ...wsl, '/proc/1/cgroup': '0::/\n', '/proc/self/mountinfo': hostsFrom('/docker/containers/4f1c/hosts') },
    ],
    [
      'Podman',
      { ...virtual, '/proc/self/mountinfo': hostsFrom('/containers/storage/overlay-containers/9a/userdata/hosts') },
    ],
    ['Podman', { ...physical, '/proc/1/environ': 'PATH=/bin\0container=podman\0' }],
    ['Kubernetes', { ...virtual, '/proc/self/mountinfo': hostsFrom('/var/lib/kubelet/pods/8d/etc-hosts') }],
    [
      'Physical',
      { ...physical, '/.dockerenv': '', '/run/.containerenv': '', '/proc/self/mountinfo': hostsFrom('/etc/hosts') },
    ],
    ['LXC', { ...physical, '/run/systemd/container': 'lxc\n' }],
    ['WSL', { ...wsl, '/run/systemd/container': 'wsl\n' }],
    ['Docker', { ...physical, '/proc/1/environ': 'container=oci\0', '/proc/1/cgroup': '0::/docker/4f1c\n' }],
    ['oci', { ...physical, '/proc/1/environ': 'container=oci\0' }],
    ['LXC', { ...physical, '/proc/1/environ': 'TERM=linux\0container=lxc\0' }],
    ['systemd-nspawn', { ...physical, '/run/systemd/container': 'systemd-nspawn\n' }],
    ['OpenVZ', { ...physical, '/proc/vz/version': '1' }],
    ['Physical', { ...physical, '/proc/vz/version': '1', '/proc/bc/0': '1' }],
  ])('is %s', async (expected, files) => {
    expect(await vmSystem(files)).toBe(expected);
  });

  it('has the name that Hyper-V tells', async () => {
    const pool = Buffer.alloc(2 * 2560);
    pool.write('HostName', 0);
    pool.write('SRV-HV-2', 512);
    pool.write('VirtualMachineName', 2560);
    pool.write('glpi-prod', 2560 + 512);
    const names = { [maker]: 'Microsoft Corporation', [product]: 'Virtual Machine' };
    const files = { ...virtual, ...names, '/var/lib/hyperv/.kvp_pool_3': pool };
    const collected = await linuxVirtualisation.collect(fakeHost({ files }));
    expect(collected?.rows).toEqual([{ vmSystem: 'Hyper-V', vmName: 'glpi-prod' }]);
  });

  it('is not known where there is no /proc to tell', async () => {
    expect(await vmSystem({})).toBeUndefined();
  });
});
