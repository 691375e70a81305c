import { createRequire } from 'node:module';
import { gunzipSync, inflateSync } from 'node:zlib';
import { inflateFailure, requireEncoding, tooLarge } from './inflate.ts';
import { WireError } from './wire-error.ts';

export type Engine = 'zlib-sync' | 'node:zlib';

/** Inflates a whole zlib or gzip stream in one call; at most `maxBytes` come out, more is refused. */
export interface Inflater {
  readonly engine: Engine;
  inflate(bytes: Uint8Array, maxBytes: number): Uint8Array;
}

export const nodeInflater: Inflater = { engine: 'node:zlib', inflate: inflateWithNode };

/** The engine over zlib-sync; undefined where that optional addon is missing, or does not work here. */
export function zlibSyncInflater(): Inflater | undefined {
  addon ??= loadAddon();
  return addon === 'missing' ? undefined : { engine: 'zlib-sync', inflate: inflateWithAddon };
}

/** A small body that came back from a server, or a file: plain ones pass as they are. */
export function inflateReply(bytes: Uint8Array, maxBytes: number): { bytes: Uint8Array; engine: Engine | 'none' } {
  if (bytes.length > maxBytes) throw tooLarge(maxBytes);
  if (requireEncoding(bytes) === 'plain') return { bytes, engine: 'none' };
  const inflater = (streams < STREAM_BUDGET ? zlibSyncInflater() : undefined) ?? nodeInflater;
  return { bytes: inflater.inflate(bytes, maxBytes), engine: inflater.engine };
}

function inflateWithNode(bytes: Uint8Array, maxBytes: number): Uint8Array {
  const encoding = requireEncoding(bytes);
  try {
    return (encoding === 'gzip' ? gunzipSync : inflateSync)(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if (error instanceof RangeError) throw tooLarge(maxBytes);
    throw inflateFailure(encoding, error);
  }
}

/** The part of zlib-sync that is used. */
interface Addon {
  readonly Z_SYNC_FLUSH: number;
  readonly Z_STREAM_END: number;
  readonly Z_OK: number;
  readonly Z_BUF_ERROR: number;
  readonly Inflate: new (options: {
    chunkSize: number;
    windowBits: number;
  }) => {
    readonly err: number;
    readonly msg: string | null;
    readonly result: Uint8Array | string | null;
    push(slice: Buffer, flush: number): void;
  };
}

// zlib-sync corrupts its heap when output piles up between pushes, aborts the process on anything but a Buffer, and
// has no limit within a push. Small slices, flushed and counted one by one, are the way that was found safe.
const SLICE = 4096;
const AUTO_DETECT = 47;
/** "hello" as a zlib stream. */
const HELLO = '789ccb48cdc9c90700062c0215';
// It also leaks some 45 KB a stream, which only the end of the process gives back.
const STREAM_BUDGET = 2000;
let streams = 0;
let addon: Addon | 'missing' | undefined;

function inflateWithAddon(bytes: Uint8Array, maxBytes: number): Uint8Array {
  if (addon === undefined || addon === 'missing') throw new TypeError('zlib-sync is not loaded');
  return inflateSlices(addon, bytes, maxBytes);
}

function inflateSlices(zlib: Addon, bytes: Uint8Array, maxBytes: number): Uint8Array {
  const encoding = requireEncoding(bytes);
  const input = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const stream = new zlib.Inflate({ chunkSize: 16 * 2 ** 10, windowBits: AUTO_DETECT });
  streams += 1;
  const chunks: Uint8Array[] = [];
  let total = 0;
  for (let at = 0; at < input.length && stream.err !== zlib.Z_STREAM_END; at += SLICE) {
    stream.push(input.subarray(at, at + SLICE), zlib.Z_SYNC_FLUSH);
    if (![zlib.Z_OK, zlib.Z_STREAM_END, zlib.Z_BUF_ERROR].includes(stream.err)) {
      throw inflateFailure(encoding, stream.msg ?? stream.err);
    }
    if (!(stream.result instanceof Uint8Array)) continue;
    total += stream.result.length;
    if (total > maxBytes) throw tooLarge(maxBytes);
    chunks.push(stream.result);
  }
  if (stream.err !== zlib.Z_STREAM_END) throw new WireError(`the ${encoding} body is cut short`);
  return Buffer.concat(chunks);
}

/** Loads the addon and inflates one tiny stream with it; an addon built for another Node fails to load. */
function loadAddon(): Addon | 'missing' {
  try {
    const candidate = createRequire(import.meta.url)('zlib-sync') as Addon;
    const hello = inflateSlices(candidate, Buffer.from(HELLO, 'hex'), SLICE);
    return Buffer.from(hello).toString() === 'hello' ? candidate : 'missing';
  } catch {
    return 'missing';
  }
}
