import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { ParcoursError } from '../model/errors.ts';
import { unlessMissing } from './unless-missing.ts';

/** No file that is worth reading is larger; one that never ends is cut off here. */
const MAX_BYTES = 64 * 1024 * 1024;
const UNKNOWN_SIZE = 16 * 1024;
const CHUNK_BYTES = 256 * 1024;

/**
 * Content of a plain file, never waiting for one that somebody else must feed. Fails with `bad-input` on a pipe, a
 * device or a folder, and on what is too large.
 */
export async function readPlainFile(path: string): Promise<Buffer> {
  const file = await openPlain(path);
  try {
    const { size } = await file.stat();
    return await readToEnd(file, path, Math.min(size, MAX_BYTES));
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

async function openPlain(path: string): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await file.stat()).isFile()) throw new ParcoursError('bad-input', `${path} is not a plain file`);
    return file;
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** Kernel files say that they are empty, or 4096 bytes long, whatever they hold. */
async function readToEnd(file: FileHandle, path: string, size: number): Promise<Buffer> {
  let content = Buffer.allocUnsafe(size > 0 ? size + 1 : UNKNOWN_SIZE);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(content, length, content.length - length, null);
    if (bytesRead === 0) return content.subarray(0, length);
    length += bytesRead;
    if (length > MAX_BYTES) throw new ParcoursError('bad-input', `${path} is larger than ${MAX_BYTES} bytes`);
    if (length === content.length) content = Buffer.concat([content], length * 2);
  }
}
