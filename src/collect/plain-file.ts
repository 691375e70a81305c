import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { ParcoursError } from '../model/errors.ts';

/** No file that is worth reading is larger; one that never ends is cut off here. */
const MAX_BYTES = 64 * 1024 * 1024;
const UNKNOWN_SIZE = 16 * 1024;

/**
 * Content of a plain file, never waiting for one that somebody else must feed. Fails with `bad-input` on a pipe, a
 * device or a folder, and on what is too large.
 */
export async function readPlainFile(path: string): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = await file.stat();
    if (!stat.isFile()) throw new ParcoursError('bad-input', `${path} is not a plain file`);
    return await readToEnd(file, path, Math.min(stat.size, MAX_BYTES));
  } finally {
    await file.close();
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
