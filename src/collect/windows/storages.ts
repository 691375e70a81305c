import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { manufacturerOfDisk } from '../sources/disk-makers.ts';
import { text, whole } from '../sources/values.ts';
import type { Disk } from './asked/hardware.ts';
import { askWindows } from './powershell.ts';

/** Disks and optical drives. */
export const windowsStorages: Collector<'storages'> = {
  name: 'windows/storages',
  section: 'storages',
  platforms: ['win32'],
  async collect(host) {
    const [disks, opticals] = await Promise.all([askWindows(host, 'disks'), askWindows(host, 'opticals')]);
    if (!disks || !opticals) return undefined;
    const drives = opticals.rows.map(({ Drive, Name, SerialNumber }) =>
      present({ name: text(Drive), model: text(Name), type: 'cd/dvd', serial: text(SerialNumber) }),
    );
    return {
      rows: [...disks.rows.map(diskRow), ...drives],
      ...present({ missing: disks.missing ?? opticals.missing }),
    };
  },
};

const NVME = 17;

function diskRow(disk: Partial<Disk>): SectionRow<'storages'> {
  const model = text(disk.model);
  const bus = whole(disk.bus);
  const size = whole(disk.size);
  const media = whole(disk.media) ?? 0;
  const description = BUSES[bus ?? 0] ?? text(disk.interface);
  return present({
    name: text(disk.name),
    manufacturer: manufacturerOfDisk(text(disk.maker), model),
    model,
    description,
    interface: description,
    type: 'disk',
    diskSize: size === undefined ? undefined : Math.round(size / 1e6),
    serial: (bus === NVME ? text(disk.adapterSerial) : undefined) ?? text(disk.serial)?.replace(/\.$/, ''),
    firmware: text(disk.firmware),
    rotational: ROTATES.get(media),
  });
}

const ROTATES: ReadonlyMap<number, boolean> = new Map([
  [3, true],
  [4, false],
  [5, false],
]);

// MSFT_PhysicalDisk BusType.
const BUSES: Readonly<Record<number, string>> = {
  1: 'SCSI',
  3: 'ATA',
  6: 'Fibre Channel',
  7: 'USB',
  8: 'RAID',
  9: 'iSCSI',
  10: 'SAS',
  11: 'SATA',
  12: 'SD',
  13: 'MMC',
  14: 'Virtual',
  15: 'Virtual',
  16: 'Storage Spaces',
  17: 'NVMe',
  19: 'UFS',
};
