import type { SectionRow } from '../../model/catalogue.ts';
import { present } from '../../model/present.ts';
import { memoryMaker } from '../sources/memory-makers.ts';
import type { SmbiosStructure } from '../sources/smbios.ts';
import { fromSmbios } from './from-smbios.ts';

/** Memory modules and empty slots: SMBIOS types 16 and 17. */
export const linuxMemories = fromSmbios('memories', memoryRows);

export function memoryRows(structures: readonly SmbiosStructure[]): readonly SectionRow<'memories'>[] {
  const arrays = structures.filter(({ type }) => type === 16);
  const only = arrays.length === 1 ? arrays[0] : undefined;
  return structures
    .filter(({ type }) => type === 17)
    .map((device, at) => memoryRow(device, at + 1, only ?? arrays.find(({ handle }) => handle === device.word(0x04))));
}

/** An empty slot keeps its name and form; a module's values would be placeholders. */
function memoryRow(device: SmbiosStructure, slot: number, array?: SmbiosStructure): SectionRow<'memories'> {
  const place = present({ slot, caption: device.text(0x10), description: FORMS[device.byte(0x0e) ?? 0] });
  if (device.word(0x0c) === 0) return place;
  return present({
    ...place,
    correction: CORRECTIONS[array?.byte(0x06) ?? 0],
    capacity: mebibytes(device),
    type: TYPES[device.byte(0x12) ?? 0],
    speed: transfersPerSecond(device)?.toString(),
    manufacturer: memoryMaker(device.text(0x17)),
    model: device.text(0x1a),
    serial: device.text(0x18),
  });
}

/** Offset 0Ch: MiB, or KiB under bit 15; 7FFFh refers to the dword at 1Ch, FFFFh is unknown, 0 an empty slot. */
function mebibytes(device: SmbiosStructure): number | undefined {
  const size = device.word(0x0c);
  if (size === 0x7fff) return (device.dword(0x1c) ?? 0) & 0x7fffffff || undefined;
  if (size === undefined || size === 0xffff) return undefined;
  return size & 0x8000 ? Math.floor((size & 0x7fff) / 1024) || undefined : size;
}

function transfersPerSecond(device: SmbiosStructure): number | undefined {
  const speed = device.word(0x15);
  return (speed === 0xffff ? (device.dword(0x54) ?? 0) & 0x7fffffff : speed) || undefined;
}

// SMBIOS (DSP0134) 7.18.1, 7.18.2 and 7.17.3; what is "Other" or "Unknown" there is left out.
const FORMS: Readonly<Record<number, string>> = {
  3: 'SIMM',
  4: 'SIP',
  5: 'Chip',
  6: 'DIP',
  7: 'ZIP',
  8: 'Proprietary Card',
  9: 'DIMM',
  10: 'TSOP',
  11: 'Row of chips',
  12: 'RIMM',
  13: 'SODIMM',
  14: 'SRIMM',
  15: 'FB-DIMM',
  16: 'Die',
  17: 'CAMM',
};

const TYPES: Readonly<Record<number, string>> = {
  3: 'DRAM',
  4: 'EDRAM',
  5: 'VRAM',
  6: 'SRAM',
  7: 'RAM',
  8: 'ROM',
  9: 'Flash',
  10: 'EEPROM',
  11: 'FEPROM',
  12: 'EPROM',
  13: 'CDRAM',
  14: '3DRAM',
  15: 'SDRAM',
  16: 'SGRAM',
  17: 'RDRAM',
  18: 'DDR',
  19: 'DDR2',
  20: 'DDR2 FB-DIMM',
  24: 'DDR3',
  25: 'FBD2',
  26: 'DDR4',
  27: 'LPDDR',
  28: 'LPDDR2',
  29: 'LPDDR3',
  30: 'LPDDR4',
  31: 'Logical non-volatile device',
  32: 'HBM',
  33: 'HBM2',
  34: 'DDR5',
  35: 'LPDDR5',
  36: 'HBM3',
};

const CORRECTIONS: Readonly<Record<number, string>> = {
  3: 'None',
  4: 'Parity',
  5: 'Single-bit ECC',
  6: 'Multi-bit ECC',
  7: 'CRC',
};
