import { copyFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ParcoursError } from '../model/errors.ts';
import { writtenFolders } from './blobs.ts';
import { makeFolder, moveToQuarantine, sweepTemporaries, writeDurably } from './durable.ts';
import { check, type Finding } from './fsck.ts';
import { readHistory } from './history.ts';
import { refreshed, writeIndex } from './index.ts';
import { historyPath, type Layout, layoutOf } from './layout.ts';
import { takeLock } from './lock.ts';
import { machineKeys, mend } from './mend.ts';
import { FileReader } from './reader.ts';
import { prepareStore } from './settings.ts';
import { awaitSettledStamp } from './stamp.ts';
import type { StoreReader } from './store.ts';

export interface Repair {
  readonly found: readonly Finding[];
  /** What could not be repaired. */
  readonly left: readonly Finding[];
}

/** Makes anew what others derive from the histories. */
export type Rebuild = (store: StoreReader) => Promise<void>;

/**
 * Rebuilds what is derived, and moves to the quarantine what cannot be trusted. Content that is lost comes back with
 * the next inventory of the machine. Fails with `busy` while a process writes the store.
 */
export async function repair(dir: string, rebuild: Rebuild = async () => undefined): Promise<Repair> {
  const layout = layoutOf(dir);
  const lock = await takeLock(layout);
  if ('holder' in lock) {
    const pid = String(lock.holder.pid);
    const said = { id: 'writtenStore', values: [dir, pid] };
    throw new ParcoursError('busy', `The store ${dir} is written by process ${pid}`, undefined, said);
  }
  try {
    await prepareStore(layout);
    const found = await check(dir);
    await repairFiles(layout, found);
    await rebuild(new FileReader(layout));
    return { found, left: await check(dir) };
  } finally {
    await lock.release();
  }
}

async function repairFiles(layout: Layout, found: readonly Finding[]): Promise<void> {
  const damagedBlobs = found.filter(({ kind }) => kind === 'blob-damaged').map(({ path }) => join(layout.root, path));
  for (const path of damagedBlobs) await moveToQuarantine(path, layout.quarantine);
  for (const folder of await writtenFolders(layout)) await sweepTemporaries(folder);
  for (const key of await machineKeys(layout)) {
    await dropDamagedLines(layout, historyPath(layout, key));
    await mend(layout, key);
  }
  await rebuildIndex(layout);
}

/** The file as it was stays in the quarantine. */
async function dropDamagedLines(layout: Layout, path: string): Promise<void> {
  const { lines, damaged } = await readHistory(path);
  if (damaged.length === 0) return;
  await makeFolder(layout.quarantine);
  await copyFile(path, join(layout.quarantine, `${Date.now()}-${basename(path)}`));
  await writeDurably(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}

async function rebuildIndex(layout: Layout): Promise<void> {
  await rm(layout.fleet, { force: true });
  const stamp = await awaitSettledStamp(layout.machines);
  await writeIndex(layout, await refreshed(layout, new Map()), stamp);
}
