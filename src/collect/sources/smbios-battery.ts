import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import type { SmbiosStructure } from './smbios.ts';

/** Batteries that the machine was built with: SMBIOS (DSP0134) type 22. */
export function smbiosBatteries(structures: readonly SmbiosStructure[]): readonly SectionRow<'batteries'>[] {
  return structures.filter(({ type }) => type === 22).map(batteryRow);
}

const UNKNOWN_ERROR = 0xff;

/** What the firmware leaves to the battery's own chip (SBDS) stands in fields of its own. */
function batteryRow(battery: SmbiosStructure): SectionRow<'batteries'> {
  const error = battery.byte(0x0f) ?? UNKNOWN_ERROR;
  return present({
    name: battery.text(0x08),
    manufacturer: battery.text(0x05),
    serial: battery.text(0x07) ?? serialOf(battery.word(0x10)),
    chemistry: CHEMISTRIES[battery.byte(0x09) ?? 0] ?? battery.text(0x14),
    designCapacity: (battery.word(0x0a) ?? 0) * (battery.byte(0x15) ?? 1) || undefined,
    designVoltage: battery.word(0x0c) || undefined,
    madeOn: battery.text(0x06) ?? dateOf(battery.word(0x12)),
    location: battery.text(0x04),
    maxError: error === UNKNOWN_ERROR ? undefined : `${error}%`,
    sbdsVersion: battery.text(0x0e),
  });
}

const CHEMISTRIES: Readonly<Record<number, string>> = {
  3: 'Lead Acid',
  4: 'Nickel Cadmium',
  5: 'Nickel Metal Hydride',
  6: 'Lithium Ion',
  7: 'Zinc Air',
  8: 'Lithium Polymer',
};

function serialOf(number = 0): string | undefined {
  return number === 0 ? undefined : number.toString(16).toUpperCase().padStart(4, '0');
}

/** Day in five bits, month in four, years since 1980 in seven. */
function dateOf(packed = 0): string | undefined {
  const [day, month] = [packed & 31, (packed >> 5) & 15];
  if (day === 0 || month === 0) return undefined;
  return `${1980 + (packed >> 9)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
