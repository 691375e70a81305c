import { randomBytes } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { systemCode, unlessDamaged } from '../model/errors.ts';
import { listFolder, makeFolder, readDocument, writeDocument, writeFailure } from './durable.ts';
import { chooseSocket, isListening } from './handover.ts';
import type { Layout } from './layout.ts';

/** A process that writes a store, or wants to: one file in the folder `lock`, under a name nobody else uses. */
export interface Claim {
  readonly pid: number;
  /** Of the boot in which the process runs; undefined where the system does not tell. */
  readonly boot?: string;
  /** When the process started, in ticks since the boot: a later process with the same pid has another. */
  readonly started?: string;
  /** Where the process takes operations from others. */
  readonly socket: string;
}

export interface Lock {
  readonly socket: string;
  release(): Promise<void>;
}

/**
 * Takes the lock, or tells who has it. The claim is laid down first and the others are looked at afterwards, so of two
 * that come at once at least one sees the other and steps back. Claims of dead processes are removed by anyone: no
 * living claim ever has the name of a dead one.
 */
export async function takeLock(layout: Layout): Promise<Lock | { readonly holder: Claim }> {
  const socket = chooseSocket(layout);
  const path = join(layout.lock, `${randomBytes(8).toString('hex')}.json`);
  try {
    await makeFolder(layout.lock);
    await writeDocument(path, await ownClaim(socket));
  } catch (error) {
    throw writeFailure(layout.lock, error);
  }
  const holder = await livingClaim(layout, path);
  if (!holder) return { socket, release: () => rm(path, { force: true }) };
  await rm(path, { force: true });
  return { holder };
}

/** The claim of a living process other than the one at `own`. */
export async function livingClaim(layout: Layout, own?: string): Promise<Claim | undefined> {
  const names = await listFolder(layout.lock);
  for (const path of names.filter((name) => name.endsWith('.json')).map((name) => join(layout.lock, name))) {
    if (path === own) continue;
    const claim = await unlessDamaged(readDocument(path, isClaim));
    if (claim && (await isAlive(claim))) return claim;
    await rm(path, { force: true });
  }
  return undefined;
}

async function ownClaim(socket: string): Promise<Claim> {
  const [boot, started] = [await bootId(), await startTime(process.pid)];
  return { pid: process.pid, ...(boot && { boot }), ...(started && { started }), socket };
}

/** Pids of another container mean nothing here, but its socket answers. */
async function isAlive({ pid, boot, started, socket }: Claim): Promise<boolean> {
  if (boot !== (await bootId())) return false;
  if (exists(pid) && started === (await startTime(pid))) return true;
  return isListening(socket);
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}

/** /proc/sys/kernel/random/boot_id; undefined on other systems. */
async function bootId(): Promise<string | undefined> {
  return (await readText('/proc/sys/kernel/random/boot_id'))?.trim();
}

/** /proc/PID/stat, field 22; the name in field 2 may hold blanks and brackets. */
async function startTime(pid: number): Promise<string | undefined> {
  const stat = await readText(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

/** Undefined wherever it cannot be read: then the pid alone decides. */
async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

function isClaim(data: unknown): data is Claim {
  const { pid, socket } = Object(data);
  return Number.isInteger(pid) && pid > 0 && typeof socket === 'string';
}
