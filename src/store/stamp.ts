import { stat } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { unlessMissing } from './missing.ts';

/** Tells one state of a file or folder from another; undefined where it is missing. */
export async function stampOf(path: string): Promise<string | undefined> {
  return (await read(path))?.stamp;
}

/**
 * The stamp of a folder that nothing was renamed into for so long that the next rename must give it another stamp.
 * File systems count time in steps of some milliseconds. Undefined while the folder is too fresh.
 */
export async function settledStamp(path: string): Promise<string | undefined> {
  const found = await read(path);
  return found && Date.now() - found.modifiedAt > SETTLED_MILLISECONDS ? found.stamp : undefined;
}

/** Waits for the folder to settle, once. */
export async function awaitSettledStamp(path: string): Promise<string | undefined> {
  const settled = await settledStamp(path);
  if (settled) return settled;
  await pause(SETTLED_MILLISECONDS + MARGIN_MILLISECONDS);
  return settledStamp(path);
}

const SETTLED_MILLISECONDS = 40;
const MARGIN_MILLISECONDS = 10;

interface Found {
  readonly stamp: string;
  readonly modifiedAt: number;
}

async function read(path: string): Promise<Found | undefined> {
  const found = await unlessMissing(stat(path, { bigint: true }));
  if (!found) return undefined;
  const { mtimeNs, size } = found;
  // The size of a folder says how the file system keeps it, not what is in it.
  return { stamp: found.isDirectory() ? `${mtimeNs}` : `${mtimeNs}-${size}`, modifiedAt: Number(mtimeNs / 1_000_000n) };
}
