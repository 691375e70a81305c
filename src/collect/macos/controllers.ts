import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import { pciVendor } from '../sources/pci-vendors.ts';
import { text } from '../sources/values.ts';
import { fromReport } from './from-report.ts';
import { hexId, type Item, item, items } from './values.ts';

type Controller = SectionRow<'controllers'>;

/** Controllers of disks, of Wi-Fi and Bluetooth, and whatever sits in a PCI slot. */
export const macosControllers = fromReport(
  'macos/controllers',
  'controllers',
  ['SPPCI', 'SPNVMe', 'SPSerialATA', 'SPAirPort', 'SPBluetooth'],
  (parts) => [
    ...parts('SPPCI').map(pciRow),
    ...parts('SPNVMe').map((controller) => diskRow(controller, 'NVMe')),
    ...parts('SPSerialATA').map((controller) => diskRow(controller, 'SATA')),
    ...parts('SPAirPort').flatMap((airport) => items(airport['spairport_airport_interfaces']).flatMap(wifiRow)),
    ...parts('SPBluetooth').flatMap(bluetoothRow),
  ],
);

function pciRow(card: Item): Controller {
  const [vendorId, productId] = [hexId(card['sppci_vendor-id']), hexId(card['sppci_device-id'])];
  const type = text(card['sppci_device_type'])?.replace(/^spdisplays_|^sppci_/, '');
  return present({
    name: named(card['sppci_name']) ?? named(card['_name']),
    manufacturer: vendorId && pciVendor(vendorId),
    type: type === 'unknown' ? undefined : type,
    pciSlot: text(card['sppci_slot_name']),
    pciId: vendorId && productId && `${vendorId}:${productId}`,
    vendorId,
    productId,
    version: hexId(card['sppci_revision-id']),
  });
}

/** Without a driver that knows it a card is called by its numbers: `pci14e4,16b4`. */
function named(value: unknown): string | undefined {
  const name = text(value);
  return name && !/^pci[0-9a-f]+,/i.test(name) ? name : undefined;
}

function diskRow(controller: Item, type: string): Controller {
  const name = text(controller['_name']) ?? text(controller['spsata_product']);
  return present({ name, type, manufacturer: text(controller['spsata_vendor']) });
}

/** `Wi-Fi (0x14E4, 0x4387)`. */
function wifiRow(radio: Item): readonly Controller[] {
  const name = text(radio['spairport_wireless_card_type']);
  const [vendorId, productId] = [...(name ?? '').matchAll(/0x[0-9a-f]{1,4}\b/gi)].map(([id]) => hexId(id));
  const pciId = vendorId && productId && `${vendorId}:${productId}`;
  return name ? [present({ name, type: 'Wi-Fi', vendorId, productId, pciId })] : [];
}

function bluetoothRow(part: Item): readonly Controller[] {
  const properties = item(part['controller_properties']);
  const name = text(properties['controller_chipset']);
  return name ? [present({ name, type: 'Bluetooth', version: text(properties['controller_firmwareVersion']) })] : [];
}
