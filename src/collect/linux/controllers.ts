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
