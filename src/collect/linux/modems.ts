import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { readPciDevices } from '../sources/pci-devices.ts';
import { devicesIn } from '../sources/sysfs.ts';
import { readUsbText, usbBehind } from '../sources/usb-devices.ts';

/** Modems for mobile networks, which the kernel gives a control channel of their own, and those for telephone lines. */
export const linuxModems: Collector<'modems'> = {
  name: 'linux/modems',
  section: 'modems',
  platforms: ['linux'],
  async collect(host) {
    const wired = await readPciDevices(host, /^0703/);
    if (!wired) return undefined;
    const cards = wired.map(({ name, vendor }) => present({ name, manufacturer: vendor, type: 'PCI' }));
    return { rows: [...(await mobileModems(host)), ...cards] };
  },
};

async function mobileModems(host: Host): Promise<readonly SectionRow<'modems'>[]> {
  const control = ((await devicesIn(host, '/sys/class/usbmisc')) ?? []).filter((name) => name.startsWith('cdc-wdm'));
  const found = await Promise.all(control.map((name) => usbBehind(host, `/sys/class/usbmisc/${name}/device`)));
  const devices = [...new Set(found.filter((device) => device !== undefined))];
  return Promise.all(
    devices.map(async (device) => {
      const { manufacturer, product, serial } = await readUsbText(host, device);
      return present({ name: product, manufacturer, serial, type: 'USB' });
    }),
  );
}
