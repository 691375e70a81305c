import { readdirSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ParcoursError, systemCode, writeError } from '../model/errors.ts';
import type { Log } from '../model/log.ts';
import { DAY } from '../model/time.ts';

/** How long, and how many, files are kept that were set aside for a person to look at. */
export const leftoverLimits = { files: 5, milliseconds: 30 * DAY } as const;

/**
 * Removes from a folder what nobody will use any more: files set aside long ago or past the newest few, and what a
 * killed process left half written. The log tells of each. `now` in milliseconds since 1970.
 */
export async function sweepLeftovers(folder: string, now: number, log: Log): Promise<void> {
  const names = await namesIn(folder);
  const aside = names.filter((name) => ASIDE.test(name)).toSorted((a, b) => setAsideAt(b) - setAsideAt(a));
  const old = aside.filter(
    (name, i) => i >= leftoverLimits.files || now - setAsideAt(name) > leftoverLimits.milliseconds,
  );
  const halfWritten = await Promise.all(
    names.filter((name) => TEMPORARY.test(name)).map((name) => ifOld(folder, name, now)),
  );
  for (const name of [...old, ...halfWritten.flatMap((name) => name ?? [])]) {
    await remove(join(folder, name));
    log.info('removed what was left over', { file: join(folder, name) });
  }
}

async function remove(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    throw writeError(`cannot remove ${path}`, error);
  }
}

/** As `setAside` and `replaceFile` name them. */
const ASIDE = /\.(?:damaged|refused|replaced)-\d+$/;
const TEMPORARY = /\.[0-9a-f]{12}\.tmp$/;

function setAsideAt(name: string): number {
  return Number(/\d+$/.exec(name)?.[0] ?? 0);
}

/** A file that another process is writing now must stay. */
async function ifOld(folder: string, name: string, now: number): Promise<string | undefined> {
  try {
    return now - (await stat(join(folder, name))).mtimeMs > DAY ? name : undefined;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw new ParcoursError('permission', `cannot read ${join(folder, name)}`, error);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return readdirSync(folder);
  } catch (error) {
    // Whoever needs the folder says what is wrong with it.
    if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(systemCode(error) ?? '')) return [];
    throw new ParcoursError('permission', `cannot read ${folder}`, error);
  }
}
