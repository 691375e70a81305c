import { processorFamily } from './processor-families.ts';
import type { SmbiosStructure } from './smbios.ts';

/** What the firmware says of a processor: SMBIOS (DSP0134) type 4. */
export interface SmbiosProcessor {
  readonly socket: string | undefined;
  readonly manufacturer: string | undefined;
  readonly name: string | undefined;
  readonly family: string | undefined;
  /** Nominal, in MHz. */
  readonly speed: number | undefined;
  /** In MHz. */
  readonly externalClock: number | undefined;
  /** In volts. */
  readonly voltage: number | undefined;
  readonly status: string | undefined;
  readonly serial: string | undefined;
  /** The eight bytes of CPUID, as dmidecode writes them. */
  readonly id: string | undefined;
  /** Those in the chip, switched on or not. */
  readonly cores: number | undefined;
  readonly threads: number | undefined;
}

/** The processors that are in their sockets. */
export function processorsOf(structures: readonly SmbiosStructure[]): readonly SmbiosProcessor[] {
  return structures.filter((structure) => structure.type === 4 && isPopulated(structure)).map(processor);
}

/** Offset 18h: bit 6 is set where a processor is in the socket. */
function isPopulated(structure: SmbiosStructure): boolean {
  return ((structure.byte(0x18) ?? 0) & 0x40) !== 0;
}

function processor(structure: SmbiosStructure): SmbiosProcessor {
  return {
    socket: structure.text(0x04),
    manufacturer: structure.text(0x07),
    name: structure.text(0x10),
    family: processorFamily(familyOf(structure)),
    // The speed at start is the nominal one; the maximum (14h) is the socket's on many boards.
    speed: structure.word(0x16) || structure.word(0x14) || undefined,
    externalClock: structure.word(0x12) || undefined,
    voltage: volts(structure.byte(0x11)),
    status: STATES[(structure.byte(0x18) ?? 0) & 7],
    serial: structure.text(0x20),
    id: hexBytes(structure.bytes(0x08, 8)),
    cores: count(structure, 0x23, 0x2a),
    threads: count(structure, 0x25, 0x2e),
  };
}

const SECOND_FIELD = 0xfe;

/** A byte, or FEh where only the word that came with SMBIOS 2.6 is wide enough. */
function familyOf(structure: SmbiosStructure): number | undefined {
  const family = structure.byte(0x06);
  return family === SECOND_FIELD ? structure.word(0x28) : family;
}

const STATES: Readonly<Record<number, string>> = {
  1: 'Enabled',
  2: 'Disabled by user',
  3: 'Disabled by firmware',
  4: 'Idle',
};

/** Tenths of a volt under bit 7; before that, one bit for each of three voltages the socket can give. */
function volts(value = 0): number | undefined {
  if (value & 0x80) return (value & 0x7f) / 10 || undefined;
  const possible = [5, 3.3, 2.9].filter((_, bit) => value & (1 << bit));
  return possible.length === 1 ? possible[0] : undefined;
}

function hexBytes(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes?.some((byte) => byte !== 0)) return undefined;
  return [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}

/** A byte, or FFh where only the word that came with SMBIOS 3.0 is wide enough; 0 is unknown. */
function count(structure: SmbiosStructure, short: number, long: number): number | undefined {
  const value = structure.byte(short);
  return (value === 0xff ? (structure.word(long) ?? value) : value) || undefined;
}
