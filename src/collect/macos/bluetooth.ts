import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { text } from '../sources/values.ts';
import { askSystem } from './system-report.ts';
import { type Item, item, items } from './values.ts';

/** Keyboards, mice and trackpads that are paired, switched on or not: they say what they are. */
export const macosInputs: Collector<'inputs'> = {
  name: 'macos/inputs',
  section: 'inputs',
  platforms: ['darwin'],
  async collect(host) {
    const report = await askSystem(host, ['SPBluetooth']);
    if (!report) return undefined;
    const rows = report.parts('SPBluetooth').flatMap(pairedDevices).flatMap(inputRow);
    return { rows, missing: report.missing ?? NOT_TOLD };
  },
};

const NOT_TOLD = 'not-supported: macOS does not tell which device on USB is a keyboard or a mouse';

interface Paired {
  readonly name: string;
  readonly device: Item;
}

/** Lists of one device each, by its name; before macOS 12 they were called otherwise. */
function pairedDevices(controller: Item): readonly Paired[] {
  const lists = ['device_connected', 'device_not_connected', 'device_title', 'devices_list'];
  const named = lists.flatMap((name) => items(controller[name])).flatMap((entry) => Object.entries(entry));
  return named.map(([name, device]) => ({ name, device: item(device) }));
}

function inputRow({ name, device }: Paired): readonly SectionRow<'inputs'>[] {
  const kind = text(device['device_minorType']) ?? text(device['device_minorClassOfDevice_string']) ?? '';
  const type = TYPES[kind.toLowerCase()];
  const manufacturer = APPLE.test(text(device['device_vendorID']) ?? '') ? 'Apple' : undefined;
  const caption = text(name);
  return type ? [present({ type, caption, description: caption, manufacturer, interface: 'Bluetooth' })] : [];
}

// The numbers of the USB forum, and of the Bluetooth one.
const APPLE = /^0x(?:05AC|004C)\b/i;

const TYPES: Readonly<Record<string, string>> = {
  keyboard: 'Keyboard',
  mouse: 'Pointing',
  trackpad: 'Pointing',
  magictrackpad: 'Pointing',
};
