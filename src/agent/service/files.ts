import { chmod, mkdir, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { systemCode, writeError } from '../../model/errors.ts';
import type { ServiceFile } from './plan.ts';

/** Where a path of the machine lies below a scratch root; the path itself without one. */
export function under(into: string | undefined, path: string): string {
  return into === undefined ? path : join(into, path);
}

/** Writes a file with its mode; gives the folders that had to be made for it. Fails as `writeError` says. */
export async function writeService({ path, text, mode = 0o644, encoding }: ServiceFile): Promise<readonly string[]> {
  const made = await makeFolder(dirname(path), 0o755);
  await guarded(path, async () => {
    // Not readable by others at any moment.
    await rm(path, { force: true });
    await writeFile(path, text, { encoding: encoding ?? 'utf8', mode: 0o600, flag: 'wx' });
    await chmod(path, mode);
  });
  return made;
}

/** Makes a folder; gives those that were made, outermost first. Fails as `writeError` says. */
export async function makeFolder(path: string, mode: number): Promise<readonly string[]> {
  if (await exists(path)) return [];
  const above = dirname(path) === path ? [] : await makeFolder(dirname(path), 0o755);
  await guarded(path, () => mkdir(path, { mode }));
  return [...above, path];
}

export async function removeFile(path: string): Promise<void> {
  await guarded(path, () => rm(path, { force: true }));
}

/** Removes a folder unless something is in it. */
export async function removeIfEmpty(path: string): Promise<void> {
  try {
    await rmdir(path);
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(systemCode(error) ?? '')) {
      throw writeError(`cannot remove ${path}`, error);
    }
  }
}

export async function removeTree(path: string): Promise<void> {
  await guarded(path, () => rm(path, { recursive: true, force: true }));
}

export async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return false;
    // Windows says so of a file that is closed to this user.
    if (systemCode(error) === 'EPERM') return true;
    throw error;
  }
}

async function guarded(path: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw writeError(`cannot write ${path}`, error);
  }
}
