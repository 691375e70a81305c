import { describe, expect, it } from 'vitest';
import { linuxVirtualisation } from '../../../src/collect/linux/virtualisation.ts';
import { type FakeMachine, fakeHost } from '../fake-host.ts';

const physical = { '/proc/cpuinfo': 'processor\t: 0\nflags\t\t: fpu lm\n', '/proc/1/cgroup': '0::/init.scope\n' };
const virtual = { ...physical, '/proc/cpuinfo': 'processor\t: 0\nflags\t\t: fpu lm hypervisor\n' };
const clocks = '/sys/devices/system/clocksource/clocksource0/available_clocksource';
const maker = '/sys/class/dmi/id/sys_vendor';
const product = '/sys/class/dmi/id/product_name';

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
    ['Virtual Machine', virtual],
    ['Docker', { ...virtual, '/proc/1/cgroup': '12:memory:/docker/4f1c0a2b\n' }],
    ['LXC', { ...physical, '/proc/1/environ': 'TERM=linux\0container=lxc\0' }],
    ['systemd-nspawn', { ...physical, '/run/systemd/container': 'systemd-nspawn\n' }],
    ['OpenVZ', { ...physical, '/proc/vz/version': '1' }],
    ['Physical', { ...physical, '/proc/vz/version': '1', '/proc/bc/0': '1' }],
  ])('is %s', async (expected, files) => {
    expect(await vmSystem(files)).toBe(expected);
  });

  it('is not known where there is no /proc to tell', async () => {
    expect(await vmSystem({})).toBeUndefined();
  });
});
