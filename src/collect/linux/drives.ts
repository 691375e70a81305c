import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { type Mount, parseMountinfo } from '../sources/mountinfo.ts';
import { linkName, readText } from '../sources/text.ts';
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
    return { rows: await Promise.all(mounts.map((mount) => driveRow(host, mount))) };
  },
};

const NETWORK = /^(?:nfs4?|cifs|smb3|smbfs|ncpfs|afs|ceph|glusterfs|lustre|9p|fuse\.(?:sshfs|s3fs|glusterfs|rclone))$/;
const PSEUDO = /^(?:fuse|squashfs|erofs|ramfs|rootfs|tmpfs)$/;
const DEVICE = /^\/dev\//;

/** A disk's file system has a device in /dev, or is one of those that manage their devices themselves. */
function isDrive({ type, source, root }: Mount): boolean {
  if (PSEUDO.test(type)) return false;
  if (NETWORK.test(type)) return true;
  const whole = root === '/' || type === 'btrfs';
  return whole && (DEVICE.test(source) || type === 'zfs' || type === 'bcachefs');
}

/** A file system mounted in several places, by `mount --bind` or as btrfs subvolumes, has one size: the first stands. */
function firstOfEach(mounts: readonly Mount[]): readonly Mount[] {
  const seen = new Map<string, Mount>();
  for (const mount of mounts) if (!seen.has(mount.source)) seen.set(mount.source, mount);
  return [...seen.values()];
}

async function driveRow(host: Host, mount: Mount): Promise<SectionRow<'drives'>> {
  const udev = await readUdev(host, mount.device);
  // statfs(2) on a network file system waits for its server, which may be gone.
  const space = NETWORK.test(mount.type) ? undefined : await host.space(mount.mountPoint);
  return present({
    type: mount.mountPoint,
    volume: await deviceName(host, mount),
    fileSystem: mount.type,
    total: mebibytes(space?.total),
    free: mebibytes(space?.free),
    label: udev.get('ID_FS_LABEL'),
    serial: udev.get('ID_FS_UUID'),
  });
}

/** `/dev/root` is what a kernel without an initial RAM disk calls the device it started from. */
async function deviceName(host: Host, { source, device }: Mount): Promise<string> {
  const name = source === '/dev/root' ? await linkName(host, `/sys/dev/block/${device}`) : undefined;
  return name ? `/dev/${name}` : source;
}

function mebibytes(bytes: number | undefined): number | undefined {
  return bytes === undefined ? undefined : Math.floor(bytes / 1024 / 1024);
}
