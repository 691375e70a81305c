import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { pciClassName } from '../sources/pci-classes.ts';
import { type PciDevice, readPciDevices } from '../sources/pci-devices.ts';

/** Everything on the PCI bus. */
export const linuxControllers: Collector<'controllers'> = {
  name: 'linux/controllers',
  section: 'controllers',
  platforms: ['linux'],
  async collect(host) {
    const devices = await readPciDevices(host, /./);
    return devices && { rows: devices.map(controllerRow) };
  },
};

/** The graphics adapters among them: class 03. */
export const linuxVideos: Collector<'videos'> = {
  name: 'linux/videos',
  section: 'videos',
  platforms: ['linux'],
  async collect(host) {
    const devices = await readPciDevices(host, /^03/);
    return devices && { rows: devices.map(videoRow) };
  },
};

/** The sound cards among them: classes 0401 and 0403. */
export const linuxSounds: Collector<'sounds'> = {
  name: 'linux/sounds',
  section: 'sounds',
  platforms: ['linux'],
  async collect(host) {
    const devices = await readPciDevices(host, /^040[13]/);
    return devices && { rows: devices.map(soundRow) };
  },
};

function controllerRow(device: PciDevice): SectionRow<'controllers'> {
  return present({
    name: pciClassName(device.classId),
    manufacturer: device.vendor,
    caption: device.name,
    type: pciClassName(device.classId),
    version: device.revision,
    driver: device.driver,
    pciSlot: device.slot,
    pciId: `${device.vendorId}:${device.deviceId}`,
    pciClass: device.classId,
    vendorId: device.vendorId,
    productId: device.deviceId,
    subsystemId: device.subsystemId,
  });
}

function videoRow(device: PciDevice): SectionRow<'videos'> {
  return present({
    name: nameOf(device),
    chipset: pciClassName(device.classId),
    pciSlot: device.slot,
    pciId: `${device.vendorId}:${device.deviceId}`,
  });
}

function soundRow(device: PciDevice): SectionRow<'sounds'> {
  return present({ name: nameOf(device), manufacturer: device.vendor, description: pciClassName(device.classId) });
}

/** Its name; where pci.ids does not know it, its ids. */
function nameOf({ vendor, name, vendorId, deviceId }: PciDevice): string {
  return name ? [vendor, name].filter(Boolean).join(' ') : `${vendorId}:${deviceId}`;
}
