import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { dropMarks } from './marks.ts';
import { valuesPath } from './values-file.ts';

/** Removes what is derived from the histories, and nothing else. */
export async function removeIndex(folder: string): Promise<void> {
  await dropMarks(folder);
  await rm(valuesPath(folder), { force: true });
  for (const name of ['changes', 'days']) await rm(join(folder, name), { recursive: true, force: true });
}
