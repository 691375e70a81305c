import { constants, createGunzip, createInflate, deflateSync, gzipSync } from 'node:zlib';
import { type InflateLimits, mostInflated } from './limits.ts';
import { slices } from './slices.ts';
import { WireError } from './wire-error.ts';

/** How a body is packed. RFC 1950 is what OCS agents send, gzip what Android agents send. */
export type BodyEncoding = 'zlib' | 'gzip' | 'plain';

/** The encoding its first bytes show, whatever the headers say; undefined where they show none. */
export function encodingOf(bytes: Uint8Array): BodyEncoding | undefined {
  const [first = 0, second = 0] = bytes;
  if (first === 0x1f && second === 0x8b) return 'gzip';
  if ((first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0) return 'zlib';
  return startsDocument(bytes) ? 'plain' : undefined;
}

/**
 * The document in a body, piece by piece, so that it is never whole in memory. Rejects with a WireError past the limits,
 * and where the body is cut or damaged.
 */
export async function* inflateChunks(bytes: Uint8Array, limits: InflateLimits): AsyncGenerator<Uint8Array> {
  const encoding = requireEncoding(bytes);
  const most = mostInflated(bytes.length, limits);
  if (encoding === 'plain') {
    if (bytes.length > limits.inflatedBytes) throw tooLarge(limits.inflatedBytes);
    yield* slices(bytes);
    return;
  }
  const stream = encoding === 'zlib' ? createInflate({ chunkSize: CHUNK }) : createGunzip({ chunkSize: CHUNK });
  stream.end(bytes);
  let total = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      total += chunk.length;
      if (total > most) throw tooLarge(most);
      yield chunk;
    }
  } catch (error) {
    throw inflateFailure(encoding, error);
  }
}

/** A text as a body; zlib starts with 78 9c, the bytes FusionInventory looks for. */
export function encodeBody(text: string, encoding: BodyEncoding): Uint8Array {
  if (encoding === 'plain') return Buffer.from(text);
  return encoding === 'zlib' ? deflateSync(text, { level: 6 }) : gzipSync(text);
}

/** The encoding of a body, or the reason to refuse it. */
export function requireEncoding(bytes: Uint8Array): BodyEncoding {
  if (bytes.length === 0) throw new WireError('the body is empty');
  const encoding = encodingOf(bytes);
  if (encoding === undefined) throw new WireError('the body is neither zlib nor gzip nor XML nor JSON');
  return encoding;
}

export function tooLarge(most: number): WireError {
  return new WireError(`the body inflates to more than ${most} bytes`, 413);
}

/** What zlib says of a damaged stream, as a reason for its sender. */
export function inflateFailure(encoding: BodyEncoding, error: unknown): WireError {
  if (error instanceof WireError) return error;
  const errno = error instanceof Error && 'errno' in error ? error.errno : undefined;
  if (errno === constants.Z_BUF_ERROR) return new WireError(`the ${encoding} body is cut short`, 400, error);
  return new WireError(`the ${encoding} body is damaged`, 400, error);
}

const CHUNK = 64 * 2 ** 10;
const BLANKS = new Set([0x09, 0x0a, 0x0d, 0x20]);
const BYTE_ORDER_MARKS = [[0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff], []] as const;

/** Whether a document is JSON by its first sign. */
export function startsJson(bytes: Uint8Array): boolean {
  return firstSign(bytes) === BRACE;
}

function startsDocument(bytes: Uint8Array): boolean {
  const sign = firstSign(bytes);
  return sign === LESS_THAN || sign === BRACE;
}

function firstSign(bytes: Uint8Array): number | undefined {
  const mark = BYTE_ORDER_MARKS.find((candidate) => candidate.every((byte, at) => bytes[at] === byte)) ?? [];
  // UTF-16 has a zero byte before or after each letter of ASCII.
  return bytes.subarray(mark.length, mark.length + MAX_BLANKS).find((byte) => byte !== 0 && !BLANKS.has(byte));
}

const LESS_THAN = 0x3c;
const BRACE = 0x7b;
const MAX_BLANKS = 1024;
