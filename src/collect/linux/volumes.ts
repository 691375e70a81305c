import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { type BlockDevice, cryptOf, pathOf, readBlockDevices } from '../sources/block-devices.ts';
import { partitionType } from '../sources/partition-types.ts';
import { attribute, attributeNumber } from '../sources/text.ts';
import { readUdev } from '../sources/udev.ts';

/** Partitions, RAID arrays, encrypted and logical volumes: what `lsblk` shows below the disks, from /sys/block. */
export const linuxVolumes: Collector<'volumes'> = {
  name: 'linux/volumes',
  section: 'volumes',
  platforms: ['linux'],
  async collect(host) {
    const devices = await readBlockDevices(host);
    if (!devices) return undefined;
    const paths = new Map(devices.map((device) => [device.name, pathOf(device)]));
    const rows = await Promise.all(devices.map((device) => volumeRow(host, device, paths)));
    return { rows: rows.filter((row) => row !== undefined) };
  },
};

async function volumeRow(
  host: Host,
  device: BlockDevice,
  paths: ReadonlyMap<string, string>,
): Promise<SectionRow<'volumes'> | undefined> {
  const type = await typeOf(host, device);
  // An array or a snapshot that is not assembled has no size.
  if (!type || device.megabytes === undefined) return undefined;
  const udev = await readUdev(host, device.device);
  return present({
    name: pathOf(device),
    type,
    parents: device.parents.map((parent) => paths.get(parent) ?? `/dev/${parent}`),
    size: device.megabytes,
    fileSystem: udev.get('ID_FS_TYPE'),
    label: udev.get('ID_FS_LABEL_ENC') ?? udev.get('ID_FS_LABEL'),
    uuid: udev.get('ID_FS_UUID'),
    partitionType: partitionType(udev.get('ID_PART_ENTRY_TYPE')),
    partitionLabel: udev.get('ID_PART_ENTRY_NAME'),
    encryption: cryptOf(device),
    ...(await arrayState(host, device)),
  });
}

/** As `lsblk` calls it; undefined for a whole disk. */
async function typeOf(host: Host, device: BlockDevice): Promise<string | undefined> {
  if (device.isPartition) return 'partition';
  if (device.mapped) return MAPPED.find(([prefix]) => device.mapped?.uuid.startsWith(prefix))?.[1] ?? 'dm';
  if (/^md/.test(device.name)) return (await attribute(host, `${device.folder}/md/level`)) ?? 'md';
  return /^bcache\d/.test(device.name) ? 'bcache' : undefined;
}

const MAPPED: readonly (readonly [string, string])[] = [
  ['LVM-', 'lvm'],
  ['CRYPT-', 'crypt'],
  ['mpath-', 'mpath'],
  ['DMRAID-', 'dmraid'],
  ['VDO-', 'vdo'],
  ['part', 'partition'],
];

/** Whether disks of an array are missing; that it is being written to or checked is not news. */
async function arrayState(host: Host, { name, folder }: BlockDevice): Promise<SectionRow<'volumes'>> {
  if (!/^md/.test(name)) return {};
  const disks = await attributeNumber(host, `${folder}/md/raid_disks`);
  const missing = await attributeNumber(host, `${folder}/md/degraded`);
  if (!disks || missing === undefined) return {};
  return { state: missing > 0 ? 'degraded' : 'whole', disks: `${disks - missing}/${disks}` };
}
