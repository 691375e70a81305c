// SMBIOS (DSP0134) 7.5.2: what is met in machines of this century.
const FAMILIES: Readonly<Record<number, string>> = {
  15: 'Celeron',
  17: 'Pentium III',
  20: 'Celeron M',
  21: 'Pentium 4 HT',
  24: 'Duron',
  29: 'Athlon',
  40: 'Core Duo',
  43: 'Atom',
  44: 'Core M',
  107: 'Zen',
  131: 'Athlon 64',
  132: 'Opteron',
  133: 'Sempron',
  134: 'Turion 64',
  136: 'Athlon 64 X2',
  178: 'Pentium 4',
  179: 'Xeon',
  182: 'Athlon XP',
  185: 'Pentium M',
  186: 'Celeron D',
  187: 'Pentium D',
  189: 'Core Solo',
  191: 'Core 2 Duo',
  194: 'Core 2 Quad',
  196: 'Core 2 Duo Mobile',
  198: 'Core i7',
  199: 'Dual-Core Celeron',
  205: 'Core i5',
  206: 'Core i3',
  207: 'Core i9',
  256: 'ARMv7',
  257: 'ARMv8',
};

/** Name of a processor family; undefined for those that are rare. */
export function processorFamily(code: number | undefined): string | undefined {
  return FAMILIES[code ?? 0];
}
