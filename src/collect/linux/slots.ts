import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import { slotType } from '../sources/slot-types.ts';
import type { SmbiosStructure } from '../sources/smbios.ts';
import { fromSmbios } from './from-smbios.ts';

/** Expansion slots: SMBIOS type 9. */
export const linuxSlots = fromSmbios('slots', slotRows);

export function slotRows(structures: readonly SmbiosStructure[]): readonly SectionRow<'slots'>[] {
  return structures.filter(({ type }) => type === 9).map(slotRow);
}

function slotRow(slot: SmbiosStructure): SectionRow<'slots'> {
  return present({
    name: slot.text(0x04),
    description: [WIDTHS[slot.byte(0x06) ?? 0], slotType(slot.byte(0x05))].filter(Boolean).join(' '),
    designation: slot.word(0x09)?.toString(),
    status: USAGES[slot.byte(0x07) ?? 0],
  });
}

// SMBIOS (DSP0134) 7.10.2 and 7.10.3.
const WIDTHS: Readonly<Record<number, string>> = {
  3: '8-bit',
  4: '16-bit',
  5: '32-bit',
  6: '64-bit',
  7: '128-bit',
  8: 'x1',
  9: 'x2',
  10: 'x4',
  11: 'x8',
  12: 'x12',
  13: 'x16',
  14: 'x32',
};
const USAGES: Readonly<Record<number, string>> = { 3: 'Available', 4: 'In Use', 5: 'Unavailable' };
