import type { Host } from '../../model/host.ts';
import { meaningful } from './meaningful.ts';
import { attribute } from './text.ts';

export const USB_DEVICES = '/sys/bus/usb/devices';

/** What a USB device says of itself. */
export interface UsbText {
  readonly manufacturer: string | undefined;
  readonly product: string | undefined;
  readonly serial: string | undefined;
}

/** The USB device behind a link such as `/sys/class/video4linux/video0/device`; undefined where it hangs elsewhere. */
export async function usbBehind(host: Host, link: string): Promise<string | undefined> {
  const [, device] = /\/(\d+-[\d.]+):\d+\.\d+(?:$|\/)/.exec((await host.link(link)) ?? '') ?? [];
  return device;
}

export async function readUsbText(host: Host, device: string): Promise<UsbText> {
  const value = async (file: string) => meaningful(await attribute(host, `${USB_DEVICES}/${device}/${file}`));
  const [manufacturer, product, serial] = await Promise.all(['manufacturer', 'product', 'serial'].map(value));
  return { manufacturer, product, serial };
}
