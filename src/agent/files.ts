import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, rm, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ParcoursError, systemCode, writeError } from '../model/errors.ts';
import { fsyncFolder } from '../store/folder-sync.ts';

/** Text of a file; undefined where there is none. Fails with `permission`. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw new ParcoursError('permission', `cannot read ${path}`, error);
  }
}

/** Renames a file that cannot be used, so that nothing is lost; returns its new name. Fails as `writeError` says. */
export async function setAside(path: string, now: number, why = 'damaged'): Promise<string> {
  const aside = `${path}.${why}-${now}`;
  try {
    await rename(path, aside);
  } catch (error) {
    throw writeError(`cannot rename the ${why} file ${path}`, error);
  }
  return aside;
}

/** Replaces a file as a whole: a reader, or a power cut, finds the old content or the new. Fails as `writeError` says. */
export async function replaceFile(path: string, content: string): Promise<void> {
  await throughTemporary(path, content, (temporary) => rename(temporary, path));
}

/** Creates a file as a whole, unless another process did first. Fails as `writeError` says. */
export async function createFile(path: string, content: string): Promise<'created' | 'exists'> {
  try {
    await throughTemporary(path, content, async (temporary) => {
      await link(temporary, path);
      await unlink(temporary);
    });
    return 'created';
  } catch (error) {
    if (error instanceof ParcoursError && systemCode(error.cause) === 'EEXIST') return 'exists';
    throw error;
  }
}

async function throughTemporary(path: string, content: string, publish: (temporary: string) => Promise<void>) {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeSynced(temporary, content);
    await publish(temporary);
    await fsyncFolder(dirname(path));
  } catch (error) {
    // What cannot be removed either, as on a disk that turned read-only, must not hide why nothing was written.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw writeError(`cannot write ${path}`, error);
  }
}

async function writeSynced(path: string, content: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}
