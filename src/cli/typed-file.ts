import { readFile } from 'node:fs/promises';
import { problemBy } from '../i18n/problem.ts';
import { explain, type ParcoursError, systemCode } from '../model/errors.ts';

/** The content of a file that a person named. Fails with `bad-input`, in words that need no system code. */
export async function readTypedFile(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): ParcoursError {
  const code = systemCode(error) ?? '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return problemBy(error, 'bad-input', 'noFile', path);
  if (code === 'EISDIR') return problemBy(error, 'bad-input', 'notAFile', path);
  if (code === 'EACCES' || code === 'EPERM') return problemBy(error, 'bad-input', 'closedFile', path);
  return problemBy(error, 'bad-input', 'unreadFile', path, explain(error));
}
