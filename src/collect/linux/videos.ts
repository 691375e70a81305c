import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { pciClassName } from '../sources/pci-classes.ts';
import { type PciDevice, pciName, readPciDevices } from '../sources/pci-devices.ts';
import { attribute, attributeNumber } from '../sources/text.ts';

/** Graphics adapters: class 03 of the PCI bus. */
export const linuxVideos: Collector<'videos'> = {
  name: 'linux/videos',
  section: 'videos',
  platforms: ['linux'],
  async collect(host) {
    const devices = await readPciDevices(host, /^03/);
    return devices && { rows: await Promise.all(devices.map((device) => videoRow(host, device))) };
  },
};

async function videoRow(host: Host, device: PciDevice): Promise<SectionRow<'videos'>> {
  const folder = `/sys/bus/pci/devices/${device.slot}`;
  // Of the drivers in the kernel, only the one for AMD tells.
  const bytes = await attributeNumber(host, `${folder}/mem_info_vram_total`);
  return present({
    name: pciName(device),
    chipset: pciClassName(device.classId),
    memory: bytes && Math.round(bytes / 1024 / 1024),
    resolution: await resolution(host, folder),
    pciSlot: device.slot,
    pciId: `${device.vendorId}:${device.deviceId}`,
  });
}

/** The best mode of the first monitor that is plugged into it. */
async function resolution(host: Host, folder: string): Promise<string | undefined> {
  const cards = ((await host.list(`${folder}/drm`)) ?? []).filter((name) => /^card\d+$/.test(name));
  for (const card of cards) {
    const connectors = ((await host.list(`${folder}/drm/${card}`)) ?? []).filter((name) => name.startsWith(`${card}-`));
    for (const connector of connectors) {
      const modes = await attribute(host, `${folder}/drm/${card}/${connector}/modes`);
      if (modes) return modes.split('\n')[0];
    }
  }
  return undefined;
}
