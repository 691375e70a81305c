import type { Host } from '../../model/host.ts';
import { isPlaceholderUuid } from '../../model/placeholders.ts';
import { meaningful } from './meaningful.ts';
import { allowed } from './text.ts';

/** One structure of the SMBIOS table (DSP0134): its formatted part, and the strings that follow it. */
export interface SmbiosStructure {
  readonly type: number;
  /** Number by which other structures refer to it. */
  readonly handle: number;
  byte(offset: number): number | undefined;
  word(offset: number): number | undefined;
  dword(offset: number): number | undefined;
  bytes(offset: number, length: number): Uint8Array | undefined;
  /** The string whose number stands at an offset; undefined where the maker left it out or wrote a placeholder. */
  text(offset: number): string | undefined;
}

/** The table the firmware left, readable by root only; undefined on machines without SMBIOS. */
export async function readSmbios(host: Host): Promise<readonly SmbiosStructure[] | undefined> {
  const bytes = await host.read('/sys/firmware/dmi/tables/DMI');
  return bytes && parseSmbios(bytes);
}

/** Version of SMBIOS, `0x0304` for 3.4, from the entry point that lies beside the table. */
export async function readSmbiosVersion(host: Host): Promise<number | undefined> {
  const bytes = await allowed(host.read('/sys/firmware/dmi/tables/smbios_entry_point'));
  return bytes && parseEntryPoint(bytes);
}

/** DSP0134 5.2: where the version stands depends on the anchor, and 2.0 has it in decimal digits. */
export function parseEntryPoint(bytes: Uint8Array): number | undefined {
  const anchor = Buffer.from(bytes.subarray(0, 5)).toString('latin1');
  const at = (offset: number) => bytes[offset] ?? 0;
  if (anchor === '_SM3_') return at(7) * 256 + at(8);
  if (anchor.startsWith('_SM_')) return at(6) * 256 + at(7);
  return anchor === '_DMI_' ? (at(14) >> 4) * 256 + (at(14) & 15) : undefined;
}

const HEADER = 4;
const END_OF_TABLE = 127;

/** Structures up to the end mark or the first one that is cut. */
export function parseSmbios(table: Uint8Array): readonly SmbiosStructure[] {
  const buffer = Buffer.from(table.buffer, table.byteOffset, table.byteLength);
  const structures: SmbiosStructure[] = [];
  let start = 0;
  while (start + HEADER <= buffer.length) {
    const type = buffer.readUInt8(start);
    const end = start + buffer.readUInt8(start + 1);
    if (end - start < HEADER || end > buffer.length || type === END_OF_TABLE) break;
    const { strings, next } = stringsAt(buffer, end);
    structures.push(structure(type, buffer.subarray(start, end), strings));
    start = next;
  }
  return structures;
}

/** The strings after a structure: each ends with a zero byte, the set with one more; an empty set is two zero bytes. */
function stringsAt(buffer: Buffer, start: number): { strings: readonly string[]; next: number } {
  const strings: string[] = [];
  let at = start;
  while (at < buffer.length && buffer[at] !== 0) {
    const found = buffer.indexOf(0, at);
    const end = found < 0 ? buffer.length : found;
    strings.push(buffer.toString('latin1', at, end));
    at = end + 1;
  }
  return { strings, next: strings.length === 0 ? at + 2 : at + 1 };
}

function structure(type: number, formatted: Buffer, strings: readonly string[]): SmbiosStructure {
  const has = (offset: number, length: number) => offset + length <= formatted.length;
  return {
    type,
    handle: formatted.readUInt16LE(2),
    byte: (offset) => (has(offset, 1) ? formatted.readUInt8(offset) : undefined),
    word: (offset) => (has(offset, 2) ? formatted.readUInt16LE(offset) : undefined),
    dword: (offset) => (has(offset, 4) ? formatted.readUInt32LE(offset) : undefined),
    bytes: (offset, length) => (has(offset, length) ? formatted.subarray(offset, offset + length) : undefined),
    text: (offset) => (has(offset, 1) ? meaningful(strings[formatted.readUInt8(offset) - 1]) : undefined),
  };
}

/** From SMBIOS 2.6 on the first three fields of a UUID are little-endian. */
const LITTLE_ENDIAN_UUID = 0x0206;

/** Type 1, offset 08h. Some makers leave it unset. */
export function smbiosUuid(structures: readonly SmbiosStructure[], version = LITTLE_ENDIAN_UUID): string | undefined {
  const bytes = structures.find(({ type }) => type === 1)?.bytes(8, 16);
  if (!bytes) return undefined;
  const head = version < LITTLE_ENDIAN_UUID ? [0, 1, 2, 3, 4, 5, 6, 7] : [3, 2, 1, 0, 5, 4, 7, 6];
  const order = [...head, 8, 9, 10, 11, 12, 13, 14, 15];
  const hex = order.map((at) => (bytes[at] ?? 0).toString(16).padStart(2, '0')).join('');
  const uuid = hex.toUpperCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return isPlaceholderUuid(uuid) ? undefined : uuid;
}
