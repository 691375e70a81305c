import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ParcoursError, systemCode } from '../model/errors.ts';

/** Text of a file; undefined where there is none. Fails with `permission`. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw new ParcoursError('permission', `cannot read ${path}`, error);
  }
}

/** Renames a file that cannot be used, so that nothing is lost; returns its new name. Fails with `cannot-write`. */
export async function setAside(path: string, now: number, why = 'damaged'): Promise<string> {
  const aside = `${path}.${why}-${now}`;
  try {
    await rename(path, aside);
  } catch (error) {
    throw new ParcoursError('cannot-write', `cannot rename the ${why} file ${path}`, error);
  }
  return aside;
}

/** Replaces a file as a whole: a reader, or a power cut, finds the old content or the new. Fails with `cannot-write`. */
export async function replaceFile(path: string, content: string): Promise<void> {
  await throughTemporary(path, content, (temporary) => rename(temporary, path));
}

/** Creates a file as a whole, unless another process did first. Fails with `cannot-write`. */
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
    await publish(temporary).catch(async (error) => {
      await unlink(temporary);
      throw error;
    });
    await syncFolder(dirname(path));
  } catch (error) {
    throw new ParcoursError('cannot-write', `cannot write ${path}`, error);
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

/** Makes the name last as well as the content; Windows has no way to ask for it and keeps names in its journal. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
