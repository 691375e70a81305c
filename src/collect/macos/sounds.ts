import { present } from '../../model/present.ts';
import { text } from '../sources/values.ts';
import { fromReport } from './from-report.ts';
import { items } from './values.ts';

/** Sound devices that stay: those on Bluetooth, of a telephone nearby or of a program come and go. */
export const macosSounds = fromReport('macos/sounds', 'sounds', ['SPAudio'], (parts) =>
  parts('SPAudio')
    .flatMap((part) => items(part['_items']))
    .flatMap((device) => {
      const description = TRANSPORTS[text(device['coreaudio_device_transport']) ?? ''];
      const [name, manufacturer] = [text(device['_name']), text(device['coreaudio_device_manufacturer'])];
      return description ? [present({ name, manufacturer, description })] : [];
    }),
);

const TRANSPORTS: Readonly<Record<string, string>> = {
  coreaudio_device_type_builtin: 'Built-in',
  coreaudio_device_type_usb: 'USB',
  coreaudio_device_type_hdmi: 'HDMI',
  coreaudio_device_type_displayport: 'DisplayPort',
  coreaudio_device_type_thunderbolt: 'Thunderbolt',
  coreaudio_device_type_firewire: 'FireWire',
  coreaudio_device_type_pci: 'PCI',
};
