import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { type InputDevice, parseInputDevices } from '../sources/input-devices.ts';
import { readText } from '../sources/text.ts';

/** Keyboards, and what points; the power button and the lid are input devices to the kernel alone. */
export const linuxInputs: Collector<'inputs'> = {
  name: 'linux/inputs',
  section: 'inputs',
  platforms: ['linux'],
  async collect(host) {
    const text = await readText(host, '/proc/bus/input/devices');
    return text === undefined ? undefined : { rows: parseInputDevices(text).flatMap(inputRow) };
  },
};

function inputRow({ name, bus, handlers }: InputDevice): readonly SectionRow<'inputs'>[] {
  const type = typeOf(handlers);
  return type ? [present({ type, description: name, caption: name, interface: BUSES[bus] })] : [];
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
