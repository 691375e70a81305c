import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { manufacturerOfDisk } from '../sources/disk-makers.ts';
import { meaningful } from '../sources/meaningful.ts';
import { attribute, attributeNumber } from '../sources/text.ts';
import { readUdev } from '../sources/udev.ts';

/** Disks and optical drives of /sys/block; what is built on other disks, or in memory, is no disk. */
export const linuxStorages: Collector<'storages'> = {
  name: 'linux/storages',
  section: 'storages',
  platforms: ['linux'],
  async collect(host) {
    const names = await host.list('/sys/block');
    const disks = names?.filter((name) => !/^(?:loop|ram|zram|dm-|md|nbd|zd|drbd)\d*/.test(name)).sort();
    return disks && { rows: await Promise.all(disks.map((name) => storageRow(host, name))) };
  },
};

async function storageRow(host: Host, name: string): Promise<SectionRow<'storages'>> {
  const folder = `/sys/block/${name}`;
  const udev = await readUdev(host, await attribute(host, `${folder}/dev`));
  const optical = /^sr\d/.test(name);
  const model = meaningful(udev.get('ID_MODEL_ENC') ?? (await attribute(host, `${folder}/device/model`)));
  return present({
    name,
    model,
    manufacturer: manufacturerOfDisk(await attribute(host, `${folder}/device/vendor`), model),
    description: await bus(host, folder),
    type: optical ? 'cd/dvd' : 'disk',
    diskSize: optical ? undefined : await megabytes(host, folder),
    serial: meaningful(udev.get('ID_SERIAL_SHORT')) ?? (await serial(host, folder)),
    firmware: meaningful(udev.get('ID_REVISION')) ?? (await firmware(host, folder)),
    wwn: udev.get('ID_WWN') ?? (await attribute(host, `${folder}/wwid`)),
  });
}

/** The kernel counts sectors of 512 bytes, whatever the disk's own. An empty card reader has none. */
async function megabytes(host: Host, folder: string): Promise<number | undefined> {
  const sectors = await attributeNumber(host, `${folder}/size`);
  return sectors ? Math.round((sectors * 512) / 1e6) : undefined;
}

const BUSES: readonly (readonly [RegExp, string])[] = [
  [/\/usb\d+\//, 'USB'],
  [/\/nvme/, 'NVMe'],
  [/\/mmc/, 'MMC'],
  [/\/ata\d+\//, 'SATA'],
  [/\/virtio\d+\//, 'Virtual'],
  [/\/xen|\/vbd-/, 'Virtual'],
  [/\/host\d+\//, 'SCSI'],
];

/** The way to the disk through /sys/devices passes the buses it hangs on. */
async function bus(host: Host, folder: string): Promise<string | undefined> {
  const path = (await host.link(folder)) ?? '';
  return BUSES.find(([pattern]) => pattern.test(path))?.[1];
}

/** virtio, then NVMe and MMC, then SCSI (page 80h of the device itself: four bytes, then the text). */
async function serial(host: Host, folder: string): Promise<string | undefined> {
  const direct = (await attribute(host, `${folder}/serial`)) ?? (await attribute(host, `${folder}/device/serial`));
  return meaningful(direct) ?? meaningful((await attribute(host, `${folder}/device/vpd_pg80`))?.slice(4));
}

async function firmware(host: Host, folder: string): Promise<string | undefined> {
  const names = ['firmware_rev', 'rev', 'fwrev'];
  const values = await Promise.all(names.map((name) => attribute(host, `${folder}/device/${name}`)));
  return values.map(meaningful).find((value) => value !== undefined);
}
