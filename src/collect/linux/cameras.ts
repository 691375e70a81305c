import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { meaningful } from '../sources/meaningful.ts';
import { devicesIn } from '../sources/sysfs.ts';
import { attribute } from '../sources/text.ts';
import { readUsbText, usbBehind } from '../sources/usb-devices.ts';

const FOLDER = '/sys/class/video4linux';

/** Cameras on USB, built in or plugged in: a camera has several video devices, of which the first stands for it. */
export const linuxCameras: Collector<'cameras'> = {
  name: 'linux/cameras',
  section: 'cameras',
  platforms: ['linux'],
  async collect(host) {
    const names = await devicesIn(host, FOLDER);
    if (!names) return undefined;
    const rows = new Map<string, SectionRow<'cameras'>>();
    for (const name of names) {
      const device = await usbBehind(host, `${FOLDER}/${name}/device`);
      const designation = meaningful(await attribute(host, `${FOLDER}/${name}/name`));
      if (!device || rows.has(device)) continue;
      const { manufacturer, product: model } = await readUsbText(host, device);
      rows.set(device, present({ designation, manufacturer, model }));
    }
    return { rows: [...rows.values()] };
  },
};
