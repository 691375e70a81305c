import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { type InputDevice, parseInputDevices } from '../sources/input-devices.ts';
import { parseKeyValues } from '../sources/key-values.ts';
import { readAllowed, readText } from '../sources/text.ts';

/** Keyboards, and what points; the power button and the lid are input devices to the kernel alone. */
export const linuxInputs: Collector<'inputs'> = {
  name: 'linux/inputs',
  section: 'inputs',
  platforms: ['linux'],
  async collect(host) {
    const text = await readText(host, '/proc/bus/input/devices');
    if (text === undefined) return undefined;
    const layout = await keyboardLayout(host);
    return { rows: parseInputDevices(text).flatMap((device) => inputRow(device, layout)) };
  },
};

/** Of the system: `fr(oss)`, or a name of the console such as `fr-latin9`. No keyboard tells its own. */
async function keyboardLayout(host: Host): Promise<string | undefined> {
  const debian = parseKeyValues((await readAllowed(host, '/etc/default/keyboard')) ?? '');
  const [layout, variant] = [debian.get('XKBLAYOUT'), debian.get('XKBVARIANT')];
  if (layout) return variant ? `${layout}(${variant})` : layout;
  return parseKeyValues((await readAllowed(host, '/etc/vconsole.conf')) ?? '').get('KEYMAP');
}

function inputRow({ name, bus, handlers }: InputDevice, keyboard?: string): readonly SectionRow<'inputs'>[] {
  const type = typeOf(handlers);
  if (!type) return [];
  const layout = type === 'Keyboard' ? keyboard : undefined;
  return [present({ type, description: name, caption: name, interface: BUSES[bus], layout })];
}

/** Buttons have the handler `kbd` as well; `sysrq` only comes with a whole keyboard. */
function typeOf(handlers: readonly string[]): string | undefined {
  if (handlers.includes('kbd') && handlers.includes('sysrq')) return 'Keyboard';
  if (handlers.some((handler) => handler.startsWith('mouse'))) return 'Pointing';
  return handlers.some((handler) => /^js\d/.test(handler)) ? 'Joystick' : undefined;
}

const BUSES: Readonly<Record<string, string>> = {
  '0003': 'USB',
  '0005': 'Bluetooth',
  '0006': 'Virtual',
  '0011': 'PS/2',
  '0018': 'I2C',
};
