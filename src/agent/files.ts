import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ParcoursError, systemCode, writeError } from '../model/errors.ts';

// Read and written in this thread: nothing can be done meanwhile, and the way to the thread pool and back costs a run
// more than the work itself.

/** Text of a file; undefined where there is none. Fails with `permission`. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw new ParcoursError('permission', `cannot read ${path}`, error);
  }
}

/** Renames a file that cannot be used, so that nothing is lost; returns its new name. Fails as `writeError` says. */
export async function setAside(path: string, now: number, why = 'damaged'): Promise<string> {
  const aside = `${path}.${why}-${now}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    throw writeError(`cannot rename the ${why} file ${path}`, error);
  }
  return aside;
}

/** Replaces a file as a whole: a reader, or a power cut, finds the old content or the new. Fails as `writeError` says. */
export async function replaceFile(path: string, content: string): Promise<void> {
  throughTemporary(path, content, (temporary) => renameSync(temporary, path));
}

/** Creates a file as a whole, unless another process did first. Fails as `writeError` says. */
export async function createFile(path: string, content: string): Promise<'created' | 'exists'> {
  try {
    throughTemporary(path, content, (temporary) => {
      linkSync(temporary, path);
      unlinkSync(temporary);
    });
    return 'created';
  } catch (error) {
    if (error instanceof ParcoursError && systemCode(error.cause) === 'EEXIST') return 'exists';
    throw error;
  }
}

function throughTemporary(path: string, content: string, publish: (temporary: string) => void): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeSynced(temporary, content);
    publish(temporary);
    syncNames(dirname(path));
  } catch (error) {
    removeIfPossible(temporary);
    throw writeError(`cannot write ${path}`, error);
  }
}

function writeSynced(path: string, content: string): void {
  const file = openSync(path, 'wx', 0o600);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Windows makes names durable by itself and does not open folders. */
function syncNames(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** What cannot be removed either, as on a disk that turned read-only, must not hide why nothing was written. */
function removeIfPossible(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
  }
}
