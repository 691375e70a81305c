import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import { manufacturerOfDisk } from '../sources/disk-makers.ts';
import { text, whole } from '../sources/values.ts';
import { fromReport } from './from-report.ts';
import { type Item, item, items, truth } from './values.ts';

type Storage = SectionRow<'storages'>;

/** Disks and optical drives by what they hang on: NVMe, SATA, USB. */
export const macosStorages = fromReport(
  'macos/storages',
  'storages',
  ['SPNVMe', 'SPSerialATA', 'SPUSB', 'SPStorage'],
  (parts) => [
    ...disksOf(parts('SPNVMe')).map((disk) => diskRow(disk, 'NVMe')),
    ...disksOf(parts('SPSerialATA')).map((disk) => diskRow(disk, 'SATA')),
    // macOS 26 tells of what is plugged in only what its volumes lie on.
    ...(parts('SPUSB').length > 0 ? usbRows(parts('SPUSB')) : externalRows(parts('SPStorage'))),
  ],
);

function disksOf(controllers: readonly Item[]): readonly Item[] {
  return controllers.flatMap((controller) => items(controller['_items']));
}

function diskRow(disk: Item, bus: string): Storage {
  const model = text(disk['device_model']) ?? text(disk['_name']);
  const bytes = whole(disk['size_in_bytes']);
  return present({
    name: text(disk['bsd_name']) ?? model,
    manufacturer: makerOf(model),
    model,
    description: bus,
    interface: bus,
    type: bytes === undefined ? 'cd/dvd' : 'disk',
    diskSize: bytes && Math.round(bytes / 1e6),
    serial: text(disk['device_serial']),
    firmware: text(disk['device_revision']),
    rotational: bytes === undefined ? undefined : isRotational(disk, bus),
  });
}

function makerOf(model: string | undefined): string | undefined {
  return /^APPLE /i.test(model ?? '') ? 'Apple' : manufacturerOfDisk(undefined, model);
}

/** The medium is told in the language of the system, the turns a minute of a disk that has any are a number. */
function isRotational(disk: Item, bus: string): boolean | undefined {
  if (bus === 'NVMe') return false;
  const medium = text(disk['spsata_medium_type']);
  if (/^(?:solid|ssd)/i.test(medium ?? '')) return false;
  return /^rotati/i.test(medium ?? '') || whole(disk['spsata_rotational_rate']) ? true : undefined;
}

/** A stick or disk has its medium as a part; one in a hub lies deeper. */
function usbRows(devices: readonly Item[]): readonly Storage[] {
  return devices.flatMap((device) => [
    ...items(device['Media']).flatMap((medium) => usbRow(device, medium)),
    ...usbRows(items(device['_items'])),
  ]);
}

function usbRow(device: Item, medium: Item): readonly Storage[] {
  const bytes = whole(medium['size_in_bytes']);
  if (!bytes) return [];
  const [model, manufacturer] = [text(device['_name']), text(device['manufacturer'])];
  return [
    present({
      name: text(medium['bsd_name']) ?? model,
      manufacturer,
      model,
      description: 'USB',
      interface: 'USB',
      type: 'disk',
      diskSize: Math.round(bytes / 1e6),
      serial: text(device['serial_num']),
    }),
  ];
}

function externalRows(volumes: readonly Item[]): readonly Storage[] {
  const drives = volumes.map((volume) => item(volume['physical_drive']));
  const external = drives.filter((drive) => truth(drive['is_internal_disk']) === false && text(drive['device_name']));
  const rows = external.map((drive) => {
    const [model, bus] = [text(drive['device_name']), text(drive['protocol'])];
    return present({
      name: model,
      manufacturer: makerOf(model),
      model,
      description: bus,
      interface: bus,
      type: 'disk',
    });
  });
  return rows.filter(({ name }, at) => rows.findIndex((other) => other.name === name) === at);
}
