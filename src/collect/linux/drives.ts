import type { SectionRow } from '../../model/catalogue.ts';
import { ParcoursError } from '../../model/errors.ts';
import type { Host, Space } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { withDeadline } from '../deadline.ts';
import { type BlockDevice, encryptionOf, pathOf, readBlockDevices } from '../sources/block-devices.ts';
import { type Mount, parseMountinfo } from '../sources/mountinfo.ts';
import { allowed, linkName, readText } from '../sources/text.ts';
import { readUdev } from '../sources/udev.ts';

/** File systems in use. Those of the kernel, in memory, read-only images and overlays are left out. */
export const linuxDrives: Collector<'drives'> = {
  name: 'linux/drives',
  section: 'drives',
  platforms: ['linux'],
  async collect(host) {
    const text = await readText(host, '/proc/self/mountinfo');
    if (text === undefined) return undefined;
    const mounts = firstOfEach(parseMountinfo(text).filter(isDrive));
    const devices = (await allowed(readBlockDevices(host))) ?? [];
    const rows = await Promise.all(mounts.map((mount) => driveRow(host, mount, devices)));
    const silent = rows.find(({ total }) => total === undefined);
    return { rows, ...(silent ? { missing: `failed: ${silent.type} does not tell its size` } : {}) };
  },
};

const SHARE =
  /^(?:nfs4?|cifs|smb3|smbfs|ncpfs|afs|ceph|glusterfs|lustre|9p|virtiofs|fuse\.(?:sshfs|s3fs|glusterfs|rclone|davfs))$/;
const PSEUDO = /^(?:autofs|fuse(?:\..*)?|squashfs|erofs|ramfs|rootfs|tmpfs)$/;
const DEVICE = /^\/dev\//;

/** A disk's file system has a device in /dev, or is one of those that manage their devices themselves. */
function isDrive({ type, source, root }: Mount): boolean {
  if (SHARE.test(type)) return true;
  if (PSEUDO.test(type)) return false;
  const whole = root === '/' || type === 'btrfs';
  return whole && (DEVICE.test(source) || type === 'zfs' || type === 'bcachefs');
}

/** A file system mounted in several places, by `mount --bind` or as btrfs subvolumes, has one size: the first stands. */
function firstOfEach(mounts: readonly Mount[]): readonly Mount[] {
  const seen = new Map<string, Mount>();
  for (const mount of mounts) if (!seen.has(mount.source)) seen.set(mount.source, mount);
  return [...seen.values()];
}

async function driveRow(host: Host, mount: Mount, devices: readonly BlockDevice[]): Promise<SectionRow<'drives'>> {
  const volume = await deviceName(host, mount);
  const device = devices.find((one) => one.device === mount.device || pathOf(one) === volume);
  const udev = await readUdev(host, device?.device ?? mount.device);
  const space = await spaceOf(host, mount);
  const encryption = device && encryptionOf(device, devices);
  return present({
    type: mount.mountPoint,
    volume,
    fileSystem: mount.type,
    total: mebibytes(space?.total),
    free: mebibytes(space?.free),
    label: udev.get('ID_FS_LABEL_ENC') ?? udev.get('ID_FS_LABEL'),
    serial: udev.get('ID_FS_UUID'),
    encryption,
    encryptionStatus: device && (encryption ? 'Yes' : 'No'),
  });
}

const SPACE_MILLISECONDS = 2500;

/** A disk that hangs, or a share whose server is gone, must not cost the others their place. */
async function spaceOf(host: Host, mount: Mount): Promise<Space | undefined> {
  try {
    return await withDeadline(host.space(mount.mountPoint), SPACE_MILLISECONDS, mount.mountPoint);
  } catch (error) {
    if (error instanceof ParcoursError && error.code === 'time-budget') return undefined;
    throw error;
  }
}

/** `/dev/root` is what a kernel without an initial RAM disk calls the device it started from. */
async function deviceName(host: Host, { source, device }: Mount): Promise<string> {
  const name = source === '/dev/root' ? await linkName(host, `/sys/dev/block/${device}`) : undefined;
  return name ? `/dev/${name}` : source;
}

function mebibytes(bytes: number | undefined): number | undefined {
  return bytes === undefined ? undefined : Math.floor(bytes / 1024 / 1024);
}
