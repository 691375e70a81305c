import { ParcoursError, systemCode } from '../model/errors.ts';

/**
 * What a file operation gives; undefined where the file or folder is not there. Fails with `permission` where this user
 * may not read it, with `configuration` where a file stands in place of a folder.
 */
export async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    const code = systemCode(error) ?? '';
    if (code === 'ENOENT') return undefined;
    const said = (id: string) => ({ id, values: [pathOf(error)] });
    if (DENIED.has(code)) throw new ParcoursError('permission', 'The store cannot be read', error, said('closedStore'));
    if (code === 'ENOTDIR')
      throw new ParcoursError('configuration', 'The store is not a folder', error, said('noStoreFolder'));
    throw error;
  }
}

function pathOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).path ?? '';
}

const DENIED = new Set(['EACCES', 'EPERM']);
