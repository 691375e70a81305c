import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { pciClassName } from '../sources/pci-classes.ts';
import { type PciDevice, pciName, readPciDevices } from '../sources/pci-devices.ts';
import { devicesIn } from '../sources/sysfs.ts';
import { readUsbText, usbBehind } from '../sources/usb-devices.ts';

const FOLDER = '/sys/class/sound';

/** Sound cards: classes 0401 and 0403 of the PCI bus, and those on USB that ALSA drives. */
export const linuxSounds: Collector<'sounds'> = {
  name: 'linux/sounds',
  section: 'sounds',
  platforms: ['linux'],
  async collect(host) {
    const devices = await readPciDevices(host, /^040[13]/);
    return devices && { rows: [...devices.map(pciRow), ...(await usbRows(host))] };
  },
};

function pciRow(device: PciDevice): SectionRow<'sounds'> {
  return present({ name: pciName(device), manufacturer: device.vendor, description: pciClassName(device.classId) });
}

async function usbRows(host: Host): Promise<readonly SectionRow<'sounds'>[]> {
  const cards = ((await devicesIn(host, FOLDER)) ?? []).filter((name) => /^card\d+$/.test(name));
  const rows = await Promise.all(cards.map((card) => usbRow(host, card)));
  return rows.filter((row) => row !== undefined);
}

async function usbRow(host: Host, card: string): Promise<SectionRow<'sounds'> | undefined> {
  const device = await usbBehind(host, `${FOLDER}/${card}/device`);
  if (!device) return undefined;
  const { product: name, manufacturer } = await readUsbText(host, device);
  return present({ name, manufacturer, description: 'USB audio device' });
}
