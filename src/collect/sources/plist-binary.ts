import type { Plist } from './plist.ts';

/**
 * A property list in its binary form, version 0: after eight bytes of header objects of any length, the table of where
 * each begins, and in the last 32 bytes the widths of offsets and of references, how many objects there are, which is
 * the outermost, and where the table is. Apple's CFBinaryPList.c.
 */
export function parseBinaryPlist(bytes: Uint8Array): Plist {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const trailer = bytes.length - 32;
  const offsetWidth = view.getUint8(trailer + 6);
  const table = Number(view.getBigUint64(trailer + 24));
  const objects = Number(view.getBigUint64(trailer + 8));
  if (table + objects * offsetWidth !== trailer) throw new Error('it ends too early');
  const file: File = {
    view,
    referenceWidth: view.getUint8(trailer + 7),
    offsetOf: (object) => unsigned(view, table + object * offsetWidth, offsetWidth),
    left: MAX_OBJECTS,
  };
  return objectAt(file, Number(view.getBigUint64(trailer + 16)), 0);
}

// An object may stand in several places, and so even in itself.
const MAX_DEPTH = 64;
const MAX_OBJECTS = 200_000;

interface File {
  readonly view: DataView;
  readonly referenceWidth: number;
  readonly offsetOf: (object: number) => number;
  left: number;
}

function objectAt(file: File, object: number, depth: number): Plist {
  if (depth > MAX_DEPTH || file.left-- <= 0) throw new Error('it is nested too deep');
  const offset = file.offsetOf(object);
  const marker = file.view.getUint8(offset);
  const [kind, low] = [marker >> 4, marker & 0x0f];
  if (kind === 0x0) return marker === 0x09;
  if (kind === 0x1) return integer(file.view, offset + 1, 2 ** low);
  if (kind === 0x2) return low === 2 ? file.view.getFloat32(offset + 1) : file.view.getFloat64(offset + 1);
  if (kind === 0x3) return new Date((file.view.getFloat64(offset + 1) + EPOCH) * 1000);
  if (kind === 0x8) return unsigned(file.view, offset + 1, low + 1);
  return longObject(file, offset, depth);
}

/** 2001-01-01, in seconds since 1970. */
const EPOCH = 978_307_200;

/** The kinds that say their length. */
function longObject(file: File, offset: number, depth: number): Plist {
  const { count, start } = lengthAt(file.view, offset);
  const kind = file.view.getUint8(offset) >> 4;
  if (kind === 0x4) return slice(file.view, start, count);
  if (kind === 0x5) return Buffer.from(slice(file.view, start, count)).toString('latin1');
  if (kind === 0x6)
    return Buffer.from(slice(file.view, start, count * 2))
      .swap16()
      .toString('utf16le');
  const valueAt = (place: number) =>
    objectAt(file, unsigned(file.view, start + place * file.referenceWidth, file.referenceWidth), depth + 1);
  const places = (from: number) => Array.from({ length: count }, (_, at) => valueAt(from + at));
  if (kind === 0xa || kind === 0xc) return places(0);
  if (kind !== 0xd) throw new Error(`it holds objects of kind ${kind}`);
  const values = places(count);
  return Object.fromEntries(places(0).map((key, at) => [String(key), values[at] ?? '']));
}

/** A length of 15 and more stands in an integer behind the marker. */
function lengthAt(view: DataView, offset: number): { readonly count: number; readonly start: number } {
  const low = view.getUint8(offset) & 0x0f;
  const width = 2 ** (view.getUint8(offset + 1) & 0x0f);
  const length =
    low < 0x0f
      ? { count: low, start: offset + 1 }
      : { count: unsigned(view, offset + 2, width), start: offset + 2 + width };
  if (length.count > view.byteLength) throw new Error('it ends too early');
  return length;
}

function slice(view: DataView, start: number, length: number): Uint8Array {
  if (start + length > view.byteLength) throw new Error('it ends too early');
  return new Uint8Array(view.buffer, view.byteOffset + start, length).slice();
}

/** Integers of eight bytes have a sign; of sixteen the first eight only say that one has none. */
function integer(view: DataView, offset: number, width: number): number {
  if (width < 8) return unsigned(view, offset, width);
  return Number(width === 8 ? view.getBigInt64(offset) : view.getBigUint64(offset + 8));
}

function unsigned(view: DataView, offset: number, width: number): number {
  let value = 0;
  for (let at = 0; at < width; at++) value = value * 256 + view.getUint8(offset + at);
  return value;
}
