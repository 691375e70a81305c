/** A device of /proc/bus/input/devices. */
export interface InputDevice {
  readonly name: string;
  /** Bus in hex, of linux/input.h: 0003 is USB. */
  readonly bus: string;
  readonly handlers: readonly string[];
}

export function parseInputDevices(text: string): readonly InputDevice[] {
  return text
    .split('\n\n')
    .filter((block) => block.includes('N: Name='))
    .map((block) => ({
      name: (/^N: Name="(.*)"$/m.exec(block)?.[1] ?? '').trim(),
      bus: /^I: Bus=([\da-f]{4})/m.exec(block)?.[1] ?? '',
      handlers: (/^H: Handlers=(.*)$/m.exec(block)?.[1] ?? '').trim().split(/\s+/),
    }));
}
