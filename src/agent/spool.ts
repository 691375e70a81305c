import { readdirSync } from 'node:fs';
import { stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { ParcoursError, systemCode, writeError } from '../model/errors.ts';
import type { Log } from '../model/log.ts';
import { replaceFile } from './files.ts';
import { serverFolderIn } from './state.ts';

/** What is kept at most for one server: the newest documents, and their bytes together. */
export interface SpoolLimits {
  readonly documents: number;
  readonly bytes: number;
}

export const spoolLimits: SpoolLimits = { documents: 5, bytes: 20 * 1024 * 1024 };

/** Folder of the documents that wait for a server, each a whole inventory as `--local` writes it. */
export function spoolFolder(stateFolder: string, stateName: string): string {
  return join(serverFolderIn(stateFolder, stateName), 'spool');
}

/** Paths of the documents that wait, oldest first. */
export async function waitingDocuments(folder: string): Promise<readonly string[]> {
  const names = (await namesIn(folder)).filter((name) => WAITING.test(name));
  return names.sort().map((name) => join(folder, name));
}

/**
 * Keeps a document; returns its path. The oldest make room, which the log tells.
 * Fails with `cannot-write` where it cannot be written or is larger than the spool.
 */
export async function keepDocument(folder: string, xml: string, log: Log, limits = spoolLimits): Promise<string> {
  const size = Buffer.byteLength(xml);
  if (size > limits.bytes) {
    throw new ParcoursError('cannot-write', `an inventory of ${size} bytes is too large to be kept in ${folder}`);
  }
  const waiting = await waitingDocuments(folder);
  const path = join(folder, nameAfter(waiting.at(-1)));
  await replaceFile(path, xml);
  await dropOldest([...waiting, path], limits, log);
  return path;
}

/** Forgets a document that was accepted; another process may have done so already. */
export async function forgetDocument(path: string): Promise<void> {
  try {
    await unlink(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw writeError(`cannot remove ${path}`, error);
  }
}

/** Numbered, not dated: the clock of the machine may go back. */
const WAITING = /^\d{8}\.ocs$/;

function nameAfter(last: string | undefined): string {
  const number = Number(/(\d+)\.ocs$/.exec(last ?? '')?.[1] ?? 0) + 1;
  return `${String(number).padStart(8, '0')}.ocs`;
}

/** Keeps the newest that fit. */
async function dropOldest(paths: readonly string[], limits: SpoolLimits, log: Log): Promise<void> {
  let [documents, bytes] = [0, 0];
  for (const path of paths.toReversed()) {
    documents += 1;
    bytes += await sizeOf(path);
    if (documents <= limits.documents && bytes <= limits.bytes) continue;
    await forgetDocument(path);
    log.warn('too many inventories wait for the server: the oldest was dropped', { file: path, ...limits });
  }
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return 0;
    throw new ParcoursError('permission', `cannot read ${path}`, error);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw new ParcoursError('permission', `cannot read ${folder}`, error);
  }
}
