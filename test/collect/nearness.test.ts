import { describe, expect, it } from 'vitest';
import { nearness } from '../../src/collect/nearness.ts';
import { parseMountinfo } from '../../src/collect/sources/mountinfo.ts';

describe('what is near', () => {
  const disk = '20 1 254:0 / / rw - ext4 /dev/vda rw';
  const share = (path: string) => `30 20 0:40 / ${path} rw - nfs4 server:/share rw`;
  const near = (path: string, ...mounts: readonly string[]) => nearness(parseMountinfo(mounts.join('\n')))(path);

  it('is what the system keeps in memory and on its own disk', () => {
    expect(near('/proc/cpuinfo', disk)).toBe(true);
    expect(near('/usr/share/misc/pci.ids', disk, share('/mnt'))).toBe(true);
  });

  it('is nothing on a file server, which may never answer', () => {
    expect(near('/usr/share/misc/pci.ids', disk, share('/usr/share'))).toBe(false);
    expect(near('/usr/share-of-ours', disk, share('/usr/share'))).toBe(true);
    expect(near('/etc/hostname', share('/'))).toBe(false);
    expect(near('/proc/cpuinfo', share('/'), '21 20 0:5 / /proc rw - proc proc rw')).toBe(true);
  });

  it('is nothing of the users where there is a file server, since a link may lead to it', () => {
    expect(near('/home/lea/.local', disk)).toBe(true);
    expect(near('/home/lea/.local', disk, share('/mnt'))).toBe(false);
    expect(near('/usr-of-lea', disk, share('/mnt'))).toBe(false);
  });

  it('is nothing where the mounts are not known', () => {
    expect(near('/proc/cpuinfo')).toBe(false);
  });

  it.each([
    '/dev/sda',
    '/sys/class/hwmon/hwmon0/temp1_input',
    '/sys/class/power_supply/BAT0/energy_now',
    '/sys/class/drm/card0-eDP-1/edid',
    '/sys/class/net/eth0/speed',
    '/sys/bus/usb/devices/1-1/serial',
    '/sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c',
    '/sys/block/md0/md/degraded',
    '/proc/mdstat',
    '/proc/1/cmdline',
  ])('is not %s, which a stuck device or process can hold up', (path) => {
    expect(near(path, disk)).toBe(false);
  });

  it.each(['/sys/class/net/eth0/address', '/sys/class/hwmon', '/proc/1/stat', '/sys/block/sda/size'])(
    'is %s, which the kernel knows by itself',
    (path) => {
      expect(near(path, disk)).toBe(true);
    },
  );
});
