import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import { text } from '../sources/values.ts';
import { fromReport } from './from-report.ts';
import { hexId, type Item, items } from './values.ts';

/** What hangs on USB, hubs and what hangs on them; the buses themselves are not plugged in. macOS 26 has new names. */
export const macosUsbDevices = fromReport('macos/usb-devices', 'usbdevices', ['SPUSB', 'SPUSBHost'], (parts) =>
  [...parts('SPUSB'), ...parts('SPUSBHost')].flatMap((bus) => items(bus['_items'])).flatMap(deviceRows),
);

function deviceRows(device: Item): readonly SectionRow<'usbdevices'>[] {
  return [deviceRow(device), ...items(device['_items']).flatMap(deviceRows)];
}

function deviceRow(device: Item): SectionRow<'usbdevices'> {
  const vendor = device['USBDeviceKeyVendorID'] ?? device['vendor_id'];
  return present({
    description: text(device['_name']),
    manufacturer: text(device['USBDeviceKeyVendorName']) ?? text(device['manufacturer']),
    serial: serialOf(device['USBDeviceKeySerialNumber'] ?? device['serial_num']),
    vendorId: vendor === 'apple_vendor_id' ? '05ac' : hexId(vendor),
    productId: hexId(device['USBDeviceKeyProductID'] ?? device['product_id']),
  });
}

function serialOf(value: unknown): string | undefined {
  const serial = text(value);
  return serial === 'Not Provided' ? undefined : serial;
}
