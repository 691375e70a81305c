import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linuxDrives } from '../../../src/collect/linux/drives.ts';
import { linuxLogicalVolumes, linuxPhysicalVolumes, linuxVolumeGroups } from '../../../src/collect/linux/lvm.ts';
import { linuxVolumes } from '../../../src/collect/linux/volumes.ts';
import { parseLvmBackup } from '../../../src/collect/sources/lvm.ts';
import { activeGroups } from '../../../src/collect/sources/lvm-groups.ts';
import { ParcoursError } from '../../../src/model/errors.ts';
import type { Host } from '../../../src/model/host.ts';
import { type FakeMachine, fakeHost } from '../fake-host.ts';

const backup = readFileSync('test/fixtures/lvm/debian-vg', 'utf8');
const GROUP = 'ltsVKQw6FKsVlpDhffycV1f0r8ySvKQ2';
const ROOT = 'VEpsl4Kjs5B3JPCYhSVlNM4Ku7gTSyXR';
const SWAP = 'vc3cO1LurdxLs8TxET6kIHKG9CLARQZ8';

/** Two disks: an EFI partition, one in clear, a mirror over both, and LVM over an encrypted partition and a disk. */
const machine: FakeMachine = {
  files: {
    ...disk('sda', '8:0', 1_953_525_168),
    ...partition('sda', 1, '8:1', 1_048_576),
    ...partition('sda', 2, '8:2', 4_194_304),
    ...partition('sda', 3, '8:3', 614_400),
    ...disk('sdb', '8:16', 1_953_525_168),
    ...partition('sdb', 1, '8:17', 409_600),
    ...partition('sdb', 2, '8:18', 4_194_304),
    ...disk('md0', '9:0', 4_190_208),
    '/sys/block/md0/md/level': 'raid1\n',
    '/sys/block/md0/md/raid_disks': '2\n',
    '/sys/block/md0/md/degraded': '1\n',
    '/sys/block/md0/slaves/sda2/dev': '8:2\n',
    ...mapped('dm-0', '254:0', 600_000, 'sda3_crypt', 'CRYPT-LUKS2-1f2e3d4c5b6a79880011223344556677-sda3_crypt'),
    '/sys/block/dm-0/slaves/sda3/dev': '8:3\n',
    ...mapped('dm-1', '254:1', 204_800, 'debian--vg-root', `LVM-${GROUP}${ROOT}`),
    '/sys/block/dm-1/slaves/dm-0/dev': '254:0\n',
    ...mapped('dm-2', '254:2', 81_920, 'debian--vg-swap_1', `LVM-${GROUP}${SWAP}`),
    '/sys/block/dm-2/slaves/dm-0/dev': '254:0\n',
    '/sys/block/dm-2/slaves/sdb1/dev': '8:17\n',
    ...disk('loop0', '7:0', 1000),
    ...disk('zram0', '252:0', 1000),
    '/run/udev/data/b8:1':
      'E:ID_FS_TYPE=vfat\nE:ID_FS_UUID=1A2B-3C4D\nE:ID_PART_ENTRY_TYPE=c12a7328-f81f-11d2-ba4b-00a0c93ec93b\n',
    '/run/udev/data/b8:3': 'E:ID_FS_TYPE=crypto_LUKS\nE:ID_FS_UUID=1f2e3d4c-5b6a-7988-0011-223344556677\n',
    '/run/udev/data/b8:17': 'E:ID_FS_TYPE=LVM2_member\nE:ID_FS_UUID=dCSj3e-4FlL-edHt-o3HU-zvfV-MBkI-3GLXpU\n',
    '/run/udev/data/b254:0': 'E:ID_FS_TYPE=LVM2_member\nE:ID_FS_UUID=ZvOmSz-y4Mm-aM3b-Hom1-d07B-GuGW-VTEWOM\n',
    '/run/udev/data/b254:1':
      'E:ID_FS_TYPE=ext4\nE:ID_FS_LABEL_ENC=le\\x20syst\u00e8me\nE:ID_FS_LABEL=le_syst\u00e8me\n',
    '/etc/lvm/backup/debian-vg': backup,
    '/etc/lvm/backup/gone': backup.replaceAll(/[\w]{6}-\w{4}-/g, 'aaaaaa-aaaa-').replace('debian-vg {', 'gone {'),
    '/proc/self/mountinfo': [
      '27 1 254:1 / / rw,relatime shared:1 - ext4 /dev/mapper/debian--vg-root rw',
      '60 27 8:1 / /boot/efi rw,relatime shared:31 - vfat /dev/sda1 rw',
      '61 27 9:0 / /srv rw,relatime shared:32 - xfs /dev/md0 rw',
      '62 27 0:45 / /mnt/nas rw,relatime shared:33 - nfs4 nas:/export rw,hard',
      '63 27 0:46 / /mnt/win rw,relatime shared:34 - cifs //srv/share rw',
      '64 27 0:47 / /home/ana/remote rw - fuse.sshfs ana@srv:/ rw',
      '65 27 0:48 / /net rw - autofs /etc/auto.net rw,fd=6',
      '66 27 0:49 / /run/user/1000/doc rw - fuse.portal portal rw',
      '67 27 0:50 / /tmp rw - tmpfs tmpfs rw',
    ].join('\n'),
  },
  spaces: {
    '/': { total: 100 * 1024 * 1024, free: 40 * 1024 * 1024 },
    '/boot/efi': { total: 511 * 1024 * 1024, free: 500 * 1024 * 1024 },
    '/srv': { total: 2046 * 1024 * 1024, free: 0 },
    '/mnt/nas': { total: 7 * 1024 * 1024 * 1024 * 1024, free: 1024 * 1024 },
    '/mnt/win': { total: 1024 * 1024, free: 0 },
    '/home/ana/remote': { total: 1024 * 1024, free: 1024 * 1024 },
  },
};

function disk(name: string, device: string, sectors: number): Record<string, string> {
  return { [`/sys/block/${name}/dev`]: `${device}\n`, [`/sys/block/${name}/size`]: `${sectors}\n` };
}

function partition(whole: string, number: number, device: string, sectors: number): Record<string, string> {
  const folder = `/sys/block/${whole}/${whole}${number}`;
  return { [`${folder}/dev`]: device, [`${folder}/size`]: `${sectors}\n`, [`${folder}/partition`]: `${number}\n` };
}

function mapped(name: string, device: string, sectors: number, label: string, uuid: string): Record<string, string> {
  const folder = `/sys/block/${name}`;
  return { ...disk(name, device, sectors), [`${folder}/dm/name`]: `${label}\n`, [`${folder}/dm/uuid`]: `${uuid}\n` };
}

/** LVM keeps its notes for root. */
function asUser(host: Host): Host {
  return {
    ...host,
    async list(path) {
      if (path.startsWith('/etc/lvm')) throw new ParcoursError('permission', `${path} may not be read`);
      return host.list(path);
    },
  };
}

describe('volumes', () => {
  it('are the partitions and what lies on them, each with what it lies on', async () => {
    const collected = await linuxVolumes.collect(fakeHost(machine));
    expect(collected?.rows).toEqual([
      {
        name: '/dev/mapper/sda3_crypt',
        type: 'crypt',
        parents: ['/dev/sda3'],
        size: 307,
        encryption: 'LUKS2',
        ...pv(1),
      },
      { name: '/dev/mapper/debian--vg-root', type: 'lvm', parents: ['/dev/mapper/sda3_crypt'], size: 105, ...ext4 },
      {
        name: '/dev/mapper/debian--vg-swap_1',
        type: 'lvm',
        parents: ['/dev/mapper/sda3_crypt', '/dev/sdb1'],
        size: 42,
      },
      { name: '/dev/md0', type: 'raid1', parents: ['/dev/sda2'], size: 2145, state: 'degraded', disks: '1/2' },
      {
        name: '/dev/sda1',
        type: 'partition',
        parents: ['/dev/sda'],
        size: 537,
        fileSystem: 'vfat',
        uuid: '1A2B-3C4D',
        partitionType: 'EFI system',
      },
      { name: '/dev/sda2', type: 'partition', parents: ['/dev/sda'], size: 2147 },
      {
        name: '/dev/sda3',
        type: 'partition',
        parents: ['/dev/sda'],
        size: 315,
        fileSystem: 'crypto_LUKS',
        uuid: '1f2e3d4c-5b6a-7988-0011-223344556677',
      },
      { name: '/dev/sdb1', type: 'partition', parents: ['/dev/sdb'], size: 210, ...pv(2) },
      { name: '/dev/sdb2', type: 'partition', parents: ['/dev/sdb'], size: 2147 },
    ]);
  });

  it('are unknown without /sys, and none on a machine with a bare disk', async () => {
    expect(await linuxVolumes.collect(fakeHost({ files: { '/etc/hostname': 'a' } }))).toBeUndefined();
    expect(await linuxVolumes.collect(fakeHost({ files: disk('vda', '254:0', 2048) }))).toEqual({ rows: [] });
  });
});

const ext4 = { fileSystem: 'ext4', label: 'le système' };

function pv(number: 1 | 2) {
  const uuids = ['ZvOmSz-y4Mm-aM3b-Hom1-d07B-GuGW-VTEWOM', 'dCSj3e-4FlL-edHt-o3HU-zvfV-MBkI-3GLXpU'];
  return { fileSystem: 'LVM2_member', uuid: uuids[number - 1] };
}

describe('LVM', () => {
  it('says of each group what vgs, pvs and lvs say', async () => {
    const host = fakeHost(machine);
    const uuid = 'ltsVKQ-w6FK-sVlp-Dhff-ycV1-f0r8-ySvKQ2';
    expect(await linuxVolumeGroups.collect(host)).toEqual({
      rows: [
        {
          ...{ name: 'debian-vg', uuid, size: 515.9, free: 369.1, extentSize: 4.19 },
          ...{ physicalVolumes: 2, logicalVolumes: 2 },
        },
      ],
    });
    expect((await linuxPhysicalVolumes.collect(host))?.rows).toMatchObject([
      { device: '/dev/mapper/sda3_crypt', size: 310.38, free: 184.55, extents: 74, uuid: pv(1).uuid },
      { device: '/dev/sdb1', size: 205.52, free: 184.55, extents: 49, uuid: pv(2).uuid, groupUuid: uuid },
    ]);
    expect((await linuxLogicalVolumes.collect(host))?.rows).toMatchObject([
      { name: 'root', size: 104.86, segments: 1, groupName: 'debian-vg' },
      { name: 'swap_1', size: 41.94, segments: 1, uuid: 'vc3cO1-Lurd-xLs8-TxET-6kIH-KG9C-LARQZ8' },
    ]);
  });

  it('shows a user what the kernel shows everyone, and says that the rest needs root', async () => {
    const host = asUser(fakeHost(machine));
    expect(await linuxLogicalVolumes.collect(host)).toMatchObject({
      rows: [
        { name: 'root', groupName: 'debian-vg', uuid: 'VEpsl4-Kjs5-B3JP-CYhS-VlNM-4Ku7-gTSyXR', size: 105 },
        { name: 'swap_1', size: 42 },
      ],
      missing: 'needs-root',
    });
    expect((await linuxPhysicalVolumes.collect(host))?.rows).toMatchObject([
      { device: '/dev/mapper/sda3_crypt', uuid: pv(1).uuid, size: 307 },
      { device: '/dev/sdb1', uuid: pv(2).uuid },
    ]);
  });

  it('asks nobody for root where there is none', async () => {
    const host = asUser(fakeHost({ files: disk('vda', '254:0', 2048) }));
    expect(await linuxVolumeGroups.collect(host)).toEqual({ rows: [] });
  });

  it('knows the groups of a disk that is only mounted', async () => {
    const host = fakeHost({ files: { '/etc/lvm/backup/debian-vg': backup } });
    expect((await linuxVolumeGroups.collect(host))?.rows).toMatchObject([{ name: 'debian-vg' }]);
  });

  it('hides the parts of mirrors and pools', () => {
    const part = (name: string, suffix = '') => ({
      ...{ name: 'dm-9', folder: '', device: '254:9', megabytes: 1, isPartition: false, parents: [] },
      mapped: { name, uuid: `LVM-${GROUP}${ROOT}${suffix}` },
    });
    const parts = [part('vg-pool_tdata'), part('vg-home_rimage_0'), part('vg-pool-tpool', '-tpool'), part('vg-data')];
    expect(activeGroups(parts).flatMap(({ logical }) => logical.map(({ name }) => name))).toEqual(['data']);
  });

  it('survives any text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => void parseLvmBackup(text)));
    const marks = fc.array(fc.constantFrom('a', '"b"', '{', '}', '[', ']', '=', ',', '#', '\n', 'segment1', 'stripes'));
    fc.assert(fc.property(marks, (words) => void parseLvmBackup(words.join(' '))));
    expect(() => parseLvmBackup('a {'.repeat(50_000))).not.toThrow();
  });
});

describe('file systems', () => {
  it('say whether they are encrypted', async () => {
    const collected = await linuxDrives.collect(fakeHost(machine));
    expect(collected).toEqual({
      rows: [
        {
          ...{ type: '/', volume: '/dev/mapper/debian--vg-root', fileSystem: 'ext4', total: 100, free: 40 },
          ...{ label: 'le système', encryption: 'LUKS2', encryptionStatus: 'Yes' },
        },
        {
          ...{ type: '/boot/efi', volume: '/dev/sda1', fileSystem: 'vfat', total: 511, free: 500 },
          ...{ serial: '1A2B-3C4D', encryptionStatus: 'No' },
        },
        { type: '/srv', volume: '/dev/md0', fileSystem: 'xfs', total: 2046, free: 0, encryptionStatus: 'No' },
        { type: '/mnt/nas', volume: 'nas:/export', fileSystem: 'nfs4', total: 7_340_032, free: 1 },
        { type: '/mnt/win', volume: '//srv/share', fileSystem: 'cifs', total: 1, free: 0 },
        { type: '/home/ana/remote', volume: 'ana@srv:/', fileSystem: 'fuse.sshfs', total: 1, free: 1 },
      ],
    });
  });

  it('that do not answer cost their time limit, and are named', async () => {
    const host = fakeHost(machine);
    const never = new Promise<undefined>(() => {});
    const space = (path: string) => (path === '/mnt/nas' ? never : host.space(path));
    const collected = await linuxDrives.collect({ ...host, space });
    expect(collected?.missing).toBe('failed: /mnt/nas does not tell its size');
    expect(collected?.rows[3]).toEqual({ type: '/mnt/nas', volume: 'nas:/export', fileSystem: 'nfs4' });
    expect(collected?.rows[0]).toMatchObject({ type: '/', total: 100 });
  });
});
