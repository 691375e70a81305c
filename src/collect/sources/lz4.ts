import { ParcoursError } from '../../model/errors.ts';

/**
 * Unpacks the LZ4 frame format, version 1.6.1, in which apt keeps its lists where disk space is dear. Each piece is only
 * good until the next. Fails with `bad-input` on anything else. Checksums are not looked at: apt did.
 */
export async function* unpackLz4(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const pieces = chunks[Symbol.asyncIterator]();
  try {
    yield* unpackFrame(byteReader(pieces));
  } finally {
    await pieces.return?.();
  }
}

async function* unpackFrame(input: ByteReader): AsyncGenerator<Uint8Array> {
  if ((await input.number()) !== MAGIC) throw new ParcoursError('bad-input', 'not an LZ4 frame');
  const [flags = 0, descriptor = 0] = await input.take(2);
  await input.take((flags & HAS_SIZE ? 8 : 0) + (flags & HAS_DICTIONARY ? 4 : 0) + 1);
  const largest = 1 << (8 + 2 * ((descriptor >> 4) & 7));
  const output = Buffer.allocUnsafe(WINDOW + largest);
  let start = 0;
  for (let size = await input.number(); size !== 0; size = await input.number()) {
    if ((size & LENGTH) > largest) throw damaged();
    const block = await input.take(size & LENGTH);
    const end = size >>> 31 ? copy(block, output, start) : unpackBlock(block, output, start);
    if (flags & HAS_BLOCK_CHECKSUM) await input.take(4);
    yield output.subarray(start, end);
    // A block refers back to the 64 KiB before it.
    start = Math.min(end, WINDOW);
    output.copyWithin(0, end - start, end);
  }
}

const MAGIC = 0x184d2204;
const HAS_SIZE = 0x08;
const HAS_DICTIONARY = 0x01;
const HAS_BLOCK_CHECKSUM = 0x10;
const LENGTH = 0x7fffffff;
const WINDOW = 64 * 1024;
/** Bytes below which a loop is faster than a call. */
const WORTH_A_CALL = 32;

/** LZ4 block format: runs of literals, each followed by a match further back. Returns where the output ends. */
function unpackBlock(block: Uint8Array, output: Uint8Array, start: number): number {
  let [from, to] = [0, start];
  while (from < block.length) {
    const token = block[from++] ?? 0;
    let literals = token >> 4;
    if (literals === 15) for (let more = 255; more === 255; literals += more) more = block[from++] ?? 0;
    if (to + literals > output.length || from + literals > block.length) throw damaged();
    for (let left = literals; left > 0; left--) output[to++] = block[from++] ?? 0;
    if (from >= block.length) return to;
    const offset = (block[from++] ?? 0) | ((block[from++] ?? 0) << 8);
    let length = token & 15;
    if (length === 15) for (let more = 255; more === 255; length += more) more = block[from++] ?? 0;
    length += 4;
    if (offset === 0 || offset > to || to + length > output.length) throw damaged();
    // A match may reach into what it writes, and then repeats it.
    if (offset >= length && length >= WORTH_A_CALL) output.copyWithin(to, to - offset, to - offset + length);
    else for (let i = 0; i < length; i++) output[to + i] = output[to + i - offset] ?? 0;
    to += length;
  }
  return to;
}

function copy(block: Uint8Array, output: Uint8Array, start: number): number {
  if (start + block.length > output.length) throw damaged();
  output.set(block, start);
  return start + block.length;
}

function damaged(): ParcoursError {
  return new ParcoursError('bad-input', 'damaged LZ4 block');
}

interface ByteReader {
  /** So many bytes, which are only good until the next are taken. */
  take(size: number): Promise<Uint8Array>;
  /** The next four bytes, the lowest first. */
  number(): Promise<number>;
}

/** Takes as many bytes as asked for from pieces of any length; only what spans two of them is copied. */
function byteReader(pieces: AsyncIterator<Uint8Array>): ByteReader {
  let piece: Uint8Array = new Uint8Array();
  let spanning = piece;
  let at = 0;
  async function take(size: number): Promise<Uint8Array> {
    if (piece.length - at >= size) {
      at += size;
      return piece.subarray(at - size, at);
    }
    if (spanning.length < size) spanning = new Uint8Array(size);
    for (let filled = 0; filled < size; ) {
      if (at === piece.length) [piece, at] = [await nextOf(pieces), 0];
      const part = piece.subarray(at, at + size - filled);
      spanning.set(part, filled);
      filled += part.length;
      at += part.length;
    }
    return spanning.subarray(0, size);
  }
  async function number(): Promise<number> {
    const bytes = await take(4);
    return bytes.reduce((sum, byte, index) => sum + byte * 256 ** index, 0);
  }
  return { take, number };
}

async function nextOf(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const { value, done } = await pieces.next();
  if (done) throw new ParcoursError('bad-input', 'LZ4 frame cut short');
  return value;
}
