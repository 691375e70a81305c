import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { type HardwareIds, readHardwareIds } from '../sources/hardware-ids.ts';
import { meaningful } from '../sources/meaningful.ts';
import { devicesIn } from '../sources/sysfs.ts';
import { attribute } from '../sources/text.ts';

const FOLDER = '/sys/bus/usb/devices';

/** What is plugged into USB: `1-1.4` is a device, `usb1` the bus itself, `1-1.4:1.0` a part of a device. */
export const linuxUsbDevices: Collector<'usbdevices'> = {
  name: 'linux/usb-devices',
  section: 'usbdevices',
  platforms: ['linux'],
  async collect(host) {
    const devices = (await devicesIn(host, FOLDER))?.filter((name) => /^\d[\d.-]*$/.test(name));
    if (!devices) return undefined;
    if (devices.length === 0) return { rows: [] };
    const ids = await readHardwareIds(host, 'usb');
    return { rows: await Promise.all(devices.map((name) => deviceRow(host, name, ids))) };
  },
};

async function deviceRow(host: Host, name: string, ids: HardwareIds): Promise<SectionRow<'usbdevices'>> {
  const value = (file: string) => attribute(host, `${FOLDER}/${name}/${file}`);
  const vendorId = await value('idVendor');
  const productId = await value('idProduct');
  const classId = (await value('bDeviceClass')) ?? '00';
  // Most devices leave their class to their first interface.
  const kind = classId === '00' ? await attribute(host, `${FOLDER}/${name}:1.0/bInterfaceClass`) : classId;
  return present({
    description: meaningful(await value('product')) ?? ids.device(vendorId ?? '', productId ?? ''),
    manufacturer: meaningful(await value('manufacturer')) ?? ids.vendor(vendorId ?? ''),
    type: CLASSES[kind ?? ''],
    serial: meaningful(await value('serial')),
    vendorId,
    productId,
    class: classId,
    subclass: await value('bDeviceSubClass'),
  });
}

// USB Defined Class Codes, in hex.
const CLASSES: Readonly<Record<string, string>> = {
  '01': 'Audio',
  '02': 'Communications',
  '03': 'Human Interface Device',
  '05': 'Physical',
  '06': 'Image',
  '07': 'Printer',
  '08': 'Mass Storage',
  '09': 'Hub',
  '0a': 'CDC Data',
  '0b': 'Smart Card',
  '0d': 'Content Security',
  '0e': 'Video',
  '0f': 'Personal Healthcare',
  '10': 'Audio/Video',
  '11': 'Billboard',
  '12': 'USB Type-C Bridge',
  dc: 'Diagnostic',
  e0: 'Wireless',
  ef: 'Miscellaneous',
  fe: 'Application Specific',
  ff: 'Vendor Specific',
};
