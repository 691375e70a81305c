import { meaningful } from './meaningful.ts';

/** What a monitor says of itself: VESA E-EDID 1.3 and 1.4, the first block of 128 bytes. */
export interface Edid {
  /** Three letters of the PNP registry, such as `DEL`. */
  readonly manufacturer: string;
  readonly name: string | undefined;
  readonly serial: string | undefined;
  readonly serialNumber: number;
  /** 0 or 255 where the maker leaves it out. */
  readonly week: number;
  readonly year: number;
  readonly digital: boolean;
}

const BLOCK = 128;
const HEADER = Buffer.from([0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x00]);
const DESCRIPTORS = [54, 72, 90, 108];

/** Undefined for what is no EDID. A wrong checksum is not held against it: some monitors were made with one. */
export function parseEdid(bytes: Uint8Array): Edid | undefined {
  const block = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (block.length < BLOCK || !block.subarray(0, HEADER.length).equals(HEADER)) return undefined;
  return {
    manufacturer: letters(block.readUInt16BE(8)),
    name: descriptor(block, 0xfc),
    serial: descriptor(block, 0xff),
    serialNumber: block.readUInt32LE(12),
    week: block.readUInt8(16),
    year: 1990 + block.readUInt8(17),
    digital: (block.readUInt8(20) & 0x80) !== 0,
  };
}

/** Five bits a letter, A is 1. */
function letters(packed: number): string {
  return [10, 5, 0].map((shift) => String.fromCharCode(64 + ((packed >> shift) & 31))).join('');
}

/** Text of a display descriptor: three zero bytes with its kind between them, then up to 13 characters. */
function descriptor(block: Buffer, kind: number): string | undefined {
  const start = DESCRIPTORS.find((at) => block.readUInt16BE(at) === 0 && block[at + 3] === kind);
  return start === undefined ? undefined : meaningful(block.toString('latin1', start + 5, start + 18).split('\n')[0]);
}
