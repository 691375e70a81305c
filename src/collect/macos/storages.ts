import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import { manufacturerOfDisk } from '../sources/disk-makers.ts';
import { text, whole } from '../sources/values.ts';
import { fromReport } from './from-report.ts';
import { type Item, items } from './values.ts';

type Storage = SectionRow<'storages'>;

/** Disks and optical drives by what they hang on: NVMe, SATA, and, before macOS 26, USB. */
export const macosStorages = fromReport('storages', ['SPNVMe', 'SPSerialATA', 'SPUSB'], (parts) => [
  ...disksOf(parts('SPNVMe')).map((disk) => diskRow(disk, 'NVMe')),
  ...disksOf(parts('SPSerialATA')).map((disk) => diskRow(disk, 'SATA')),
  ...usbRows(parts('SPUSB')),
]);

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
