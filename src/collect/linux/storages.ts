import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { type AtaIdentity, parseAtaInformation, parseUnitSerial } from '../sources/ata-identify.ts';
import { megabytesOf } from '../sources/block-devices.ts';
import { diskBus } from '../sources/disk-bus.ts';
import { manufacturerOfDisk } from '../sources/disk-makers.ts';
import { meaningful } from '../sources/meaningful.ts';
import { pciVendor } from '../sources/pci-vendors.ts';
import { allowed, attribute, linkName } from '../sources/text.ts';
import { readUdev } from '../sources/udev.ts';

/** Disks and optical drives of /sys/block; what is built on other disks, or in memory, is no disk. */
export const linuxStorages: Collector<'storages'> = {
  name: 'linux/storages',
  section: 'storages',
  platforms: ['linux'],
  async collect(host) {
    const names = (await host.list('/sys/block'))?.filter((name) => !NO_DISK.test(name)).sort();
    const rows = names && (await Promise.all(names.map((name) => storageRow(host, name))));
    return rows && { rows: rows.filter((row) => row !== undefined) };
  },
};

// The last two are parts of a disk: the start areas of an MMC.
const NO_DISK = /^(?:loop|ram|zram|dm-|md|nbd|rbd|zd|drbd|bcache)\d*|^mmcblk\d+(?:boot\d|rpmb)/;

async function storageRow(host: Host, name: string): Promise<SectionRow<'storages'> | undefined> {
  const folder = `/sys/block/${name}`;
  const value = (file: string) => attribute(host, `${folder}/${file}`);
  // One way of several to the same NVMe disk.
  if ((await value('hidden')) === '1') return undefined;
  const udev = await readUdev(host, await value('dev'));
  const path = (await host.link(folder)) ?? '';
  const identity = await identify(host, folder, udev);
  const vendor = await value('device/vendor');
  const bus = vendor === 'ATA' && diskBus(path) === 'SAS' ? 'SATA' : diskBus(path);
  const optical = /^sr\d/.test(name);
  return present({
    name,
    ...identity,
    manufacturer: manufacturerOfDisk(vendor, identity.model) ?? (await controllerVendor(host, folder)),
    description: bus,
    interface: bus,
    type: optical ? 'cd/dvd' : 'disk',
    diskSize: optical ? undefined : await megabytesOf(host, folder),
    rotational: optical ? undefined : rotational(await value('queue/rotational'), bus),
    wwn: udev.get('ID_WWN') ?? (await value('wwid')) ?? (await value('device/wwid')),
    ...(await scsiAddress(host, folder)),
  });
}

/** Model, serial number and firmware: as udev knows them, else as the disk tells. SCSI cuts an ATA disk's model. */
async function identify(host: Host, folder: string, udev: ReadonlyMap<string, string>): Promise<AtaIdentity> {
  const page = await pageOf(host, folder, 'vpd_pg89');
  const ata = page && parseAtaInformation(page);
  return {
    model: meaningful(udev.get('ID_MODEL_ENC')) ?? ata?.model ?? (await firstOf(host, folder, MODELS)),
    serial: meaningful(udev.get('ID_SERIAL_SHORT')) ?? ata?.serial ?? (await serialOf(host, folder)),
    firmware: meaningful(udev.get('ID_REVISION')) ?? ata?.firmware ?? (await firstOf(host, folder, FIRMWARES)),
  };
}

// SCSI and NVMe, then MMC; virtio has its serial number beside the disk.
const MODELS = ['device/model', 'device/name'];
const FIRMWARES = ['device/firmware_rev', 'device/rev', 'device/fwrev'];
const SERIALS = ['serial', 'device/serial'];

async function serialOf(host: Host, folder: string): Promise<string | undefined> {
  const page = await pageOf(host, folder, 'vpd_pg80');
  return (await firstOf(host, folder, SERIALS)) ?? (page && parseUnitSerial(page));
}

async function firstOf(host: Host, folder: string, files: readonly string[]): Promise<string | undefined> {
  const values = await Promise.all(files.map((file) => attribute(host, `${folder}/${file}`)));
  return values.map(meaningful).find((value) => value !== undefined);
}

function pageOf(host: Host, folder: string, page: string): Promise<Uint8Array | undefined> {
  return allowed(host.read(`${folder}/device/${page}`));
}

/** An NVMe disk is a PCI device of its maker's. The vendor of a virtual disk is that of the specification: nobody. */
async function controllerVendor(host: Host, folder: string): Promise<string | undefined> {
  const id = await attribute(host, `${folder}/device/device/vendor`);
  return id?.startsWith('0x') && id !== VIRTIO ? pciVendor(id.slice(2)) : undefined;
}

const VIRTIO = '0x1af4';

/** A virtual disk says that it turns, whatever it lies on. */
function rotational(value: string | undefined, bus: string | undefined): boolean | undefined {
  return value === undefined || bus === 'Virtual' ? undefined : value === '1';
}

/** Host, channel, target and unit: `0:0:0:0`. */
async function scsiAddress(host: Host, folder: string): Promise<SectionRow<'storages'>> {
  const [, controller, channel, unit, lun] =
    /^(\d+):(\d+):(\d+):(\d+)$/.exec((await linkName(host, `${folder}/device`)) ?? '') ?? [];
  return present({ scsiController: controller, scsiChannel: channel, scsiUnit: unit, scsiLun: lun });
}
