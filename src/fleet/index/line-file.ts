import { type FileHandle, open } from 'node:fs/promises';
import { unlessMissing } from '../../store/missing.ts';

/**
 * The lines of a file up to a size, a piece at a time, without what stands before the first line that `isLate` holds
 * for; it holds for all that follow, too. With `part`, only lines that contain it. None where there is no file.
 */
export async function* linesFrom(
  path: string,
  size: number,
  isLate: (line: string) => boolean,
  part?: string,
): AsyncGenerator<string> {
  const file = await unlessMissing(open(path, 'r'));
  if (!file) return;
  try {
    for await (const bytes of wholeLines(file, await startOf(file, size, isLate), size)) {
      if (part === undefined) yield* bytes.toString('utf8', 0, bytes.length - 1).split('\n');
      else yield* linesWith(bytes, part);
    }
  } finally {
    await file.close();
  }
}

const PIECE = 2 ** 20;
const SEARCHED = 2 ** 16;
const NEWLINE = 0x0a;

/** Pieces that end with the end of a line. */
async function* wholeLines(file: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  for (let at = start; at < end; ) {
    const piece = await read(file, at, Math.min(PIECE, end - at));
    if (piece.length === 0) return;
    at += piece.length;
    const bytes = Buffer.concat([rest, piece]);
    const whole = bytes.lastIndexOf(NEWLINE) + 1;
    rest = bytes.subarray(whole);
    if (whole > 0) yield bytes.subarray(0, whole);
  }
}

/** Bytes are looked through much faster than texts. */
function* linesWith(bytes: Buffer, part: string): Generator<string> {
  for (let found = bytes.indexOf(part); found >= 0; ) {
    const start = bytes.lastIndexOf(NEWLINE, found) + 1;
    const end = bytes.indexOf(NEWLINE, found);
    yield bytes.toString('utf8', start, end);
    found = bytes.indexOf(part, end);
  }
}

/** Halves what may hold the first line that is asked for, until it is small. Always the start of a line. */
async function startOf(file: FileHandle, size: number, isLate: (line: string) => boolean): Promise<number> {
  let [low, high] = [0, size];
  while (high - low > SEARCHED) {
    const middle = Math.floor((low + high) / 2);
    const bytes = await read(file, middle, SEARCHED);
    const start = bytes.indexOf(NEWLINE) + 1;
    const end = bytes.indexOf(NEWLINE, start);
    if (start === 0 || end < 0 || isLate(bytes.toString('utf8', start, end))) high = middle;
    else low = middle + start;
  }
  return low;
}

async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}
