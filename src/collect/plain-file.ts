import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, type Stats, statSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { ParcoursError } from '../model/errors.ts';
import { unlessMissing } from './unless-missing.ts';

/** No file that is worth reading is larger; one that never ends is cut off here. */
const MAX_BYTES = 64 * 1024 * 1024;
const UNKNOWN_SIZE = 16 * 1024;
const CHUNK_BYTES = 256 * 1024;

/** A pipe that nobody writes to would keep whoever opens it. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** Content of a file. Fails with `bad-input` on a pipe, a device or a folder, and on what is too large. */
export async function readPlainFile(path: string): Promise<Buffer> {
  const file = await openPlain(path);
  try {
    const stat = await file.stat();
    if (stat.size > MAX_BYTES) throw tooLarge(path);
    return await readToEnd(file, path, stat.size);
  } finally {
    await file.close();
  }
}

/** The same a piece at a time, of any length; none where there is no file. One buffer serves for all of it. */
export async function* readChunks(path: string): AsyncGenerator<Uint8Array> {
  const file = await unlessMissing(path, openPlain(path));
  if (!file) return;
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

/**
 * The content at once, in this thread; undefined where there is no file. Looked for before it is opened: that one is
 * missing, as many are, is then no error, which would take longer than all the rest.
 */
export function readPlainFileNow(path: string): Buffer | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  checkPlain(path, stat);
  if (stat.size > MAX_BYTES) throw tooLarge(path);
  const file = openSync(path, OPEN_FLAGS);
  try {
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

/** As `readChunks`, each piece at once in this thread; between long pieces other work has its turn. */
export async function* readChunksNow(path: string): AsyncGenerator<Uint8Array> {
  const file = await unlessMissing(path, openPlainNow(path));
  if (file === undefined) return;
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    for (;;) {
      const length = readSync(file, buffer, 0, CHUNK_BYTES, null);
      if (length === 0) return;
      yield buffer.subarray(0, length);
      if (length === CHUNK_BYTES) await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    closeSync(file);
  }
}

async function openPlainNow(path: string): Promise<number> {
  const file = openSync(path, OPEN_FLAGS);
  try {
    checkPlain(path, fstatSync(file));
    return file;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

async function openPlain(path: string): Promise<FileHandle> {
  const file = await open(path, OPEN_FLAGS);
  try {
    checkPlain(path, await file.stat());
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** A pipe or a device in place of a file never ends. */
function checkPlain(path: string, found: Stats): void {
  if (!found.isFile()) throw new ParcoursError('bad-input', `${path} is not a file`);
}

function tooLarge(path: string): ParcoursError {
  return new ParcoursError('bad-input', `${path} has more than ${MAX_BYTES} bytes`);
}

/** Kernel files say that they are empty, or 4096 bytes long, whatever they hold. */
async function readToEnd(file: FileHandle, path: string, size: number): Promise<Buffer> {
  let content = Buffer.allocUnsafe(size > 0 ? size + 1 : UNKNOWN_SIZE);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(content, length, content.length - length, null);
    if (bytesRead === 0) return content.subarray(0, length);
    length += bytesRead;
    if (length > MAX_BYTES) throw tooLarge(path);
    if (length === content.length) content = Buffer.concat([content], length * 2);
  }
}
