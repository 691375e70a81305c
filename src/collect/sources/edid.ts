import { meaningful } from './meaningful.ts';

/** What a monitor says of itself: VESA E-EDID 1.3 and 1.4, and the CTA-861 blocks that may follow. */
export interface Edid {
  /** Three letters of the PNP registry, such as `DEL`. */
  readonly manufacturer: string;
  /** The maker's number of the model. */
  readonly product: number;
  readonly name: string | undefined;
  readonly serial: string | undefined;
  readonly serialNumber: number;
  /** 0 where the maker leaves it out; 255: the year is that of the model. */
  readonly week: number;
  readonly year: number;
  readonly digital: boolean;
  /** Of the picture, in millimetres; undefined for a projector. */
  readonly size: Pair | undefined;
  /** Dots of the picture the maker prefers. */
  readonly resolution: Pair | undefined;
}

export interface Pair {
  readonly width: number;
  readonly height: number;
}

const BLOCK = 128;
const HEADER = Buffer.from([0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00]);
const NAME = 0xfc;
const SERIAL = 0xff;
const OTHER_TEXT = 0xfe;

/** Undefined for what is no EDID. A wrong checksum is not held against it: some monitors were made with one. */
export function parseEdid(bytes: Uint8Array): Edid | undefined {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (all.length < BLOCK || !all.subarray(0, HEADER.length).equals(HEADER)) return undefined;
  const texts = descriptorsOf(all);
  const detail = all.subarray(54, 72);
  return {
    manufacturer: letters(all.readUInt16BE(8)),
    product: all.readUInt16LE(10),
    name: textOf(texts, NAME) ?? textOf(texts, OTHER_TEXT),
    serial: textOf(texts, SERIAL),
    serialNumber: all.readUInt32LE(12),
    week: all.readUInt8(16),
    year: 1990 + all.readUInt8(17),
    digital: (all.readUInt8(20) & 0x80) !== 0,
    size: millimetres(detail) ?? centimetres(all),
    resolution: isTiming(detail) ? pair(twelveBits(detail, 2, 4), twelveBits(detail, 5, 7)) : undefined,
  };
}

/** Five bits a letter, A is 1. */
function letters(packed: number): string {
  return [10, 5, 0].map((shift) => String.fromCharCode(64 + ((packed >> shift) & 31))).join('');
}

const LENGTH = 18;
const CTA = 0x02;

/** The four of the first block, and those of each CTA-861 block from the offset in its third byte on. */
function descriptorsOf(all: Buffer): readonly Buffer[] {
  const found = [54, 72, 90, 108].map((at) => all.subarray(at, at + LENGTH));
  for (let block = BLOCK; block + BLOCK <= all.length; block += BLOCK) {
    const first = all[block + 2] ?? 0;
    if (all[block] !== CTA || first < 4) continue;
    const end = block + BLOCK - 1;
    for (let at = block + first; at + LENGTH <= end; at += LENGTH) found.push(all.subarray(at, at + LENGTH));
  }
  return found;
}

/** Text of a display descriptor: three zero bytes with its kind behind them, one more, then up to 13 characters. */
function textOf(descriptors: readonly Buffer[], kind: number): string | undefined {
  const found = descriptors.find((one) => !isTiming(one) && one[3] === kind);
  return found && meaningful(found.toString('latin1', 5).split('\n')[0]);
}

/** A timing begins with its clock, which is never 0. */
function isTiming(descriptor: Buffer): boolean {
  return descriptor.readUInt16LE(0) !== 0;
}

/** Eight low bits, and four high ones in the upper half of another byte. */
function twelveBits(timing: Buffer, low: number, high: number): number {
  return (timing[low] ?? 0) + (((timing[high] ?? 0) & 0xf0) << 4);
}

/** The first timing has the size of the picture, with both sets of high bits in one byte. */
function millimetres(timing: Buffer): Pair | undefined {
  if (!isTiming(timing)) return undefined;
  return pair(twelveBits(timing, 12, 14), (timing[13] ?? 0) + (((timing[14] ?? 0) & 0x0f) << 8));
}

function centimetres(all: Buffer): Pair | undefined {
  return pair(all.readUInt8(21) * 10, all.readUInt8(22) * 10);
}

function pair(width: number, height: number): Pair | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined;
}
