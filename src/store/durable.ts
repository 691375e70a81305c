import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Adapter, Low } from 'lowdb';
import { isDamage, ParcoursError, writeError } from '../model/errors.ts';
import { syncFolder } from './folder-sync.ts';
import { FILE_MODE, FOLDER_MODE } from './layout.ts';
import { unlessMissing } from './missing.ts';

/**
 * A JSON document; undefined where there is none.
 * Fails with `store-damaged` where the file holds anything but what `isValid` accepts.
 */
export async function readDocument<T>(path: string, isValid: (data: unknown) => data is T): Promise<T | undefined> {
  const document = new Low<T | null>(new DurableJson(path, isValid), null);
  await document.read();
  return document.data ?? undefined;
}

/** Resolves when the document is on disk, synced: a crash leaves the old one or the new one, whole. */
export async function writeDocument<T>(path: string, data: T): Promise<void> {
  const document = new Low<T | null>(new DurableJson(path, (_): _ is T => true), data);
  await document.write();
}

/** As `readDocument`, but what cannot be read is moved to the quarantine and then counts as missing. */
export async function salvageDocument<T>(
  path: string,
  isValid: (data: unknown) => data is T,
  quarantine: string,
): Promise<T | undefined> {
  try {
    return await readDocument(path, isValid);
  } catch (error) {
    if (!isDamage(error)) throw error;
    await moveToQuarantine(path, quarantine);
    return undefined;
  }
}

/** Never deletes: what could not be read may still be worth a look. */
export async function moveToQuarantine(path: string, quarantine: string): Promise<void> {
  await makeFolder(quarantine);
  await rename(path, join(quarantine, `${randomName()}-${basename(path)}`));
  await syncFolder(quarantine);
  await syncFolder(dirname(path));
}

/** Temp file with a name of its own, fsync, rename, fsync of the folder. */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = join(dirname(path), `.${randomName()}${TEMPORARY}`);
  try {
    await writeSynced(temporary, content);
    await rename(temporary, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(temporary, { force: true });
    throw writeFailure(path, error);
  }
}

/** Removes what a process that was killed left half written. */
export async function sweepTemporaries(folder: string): Promise<void> {
  const names = await listFolder(folder);
  const left = names.filter(isTemporary);
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}

export function isTemporary(name: string): boolean {
  return name.startsWith('.') && name.endsWith(TEMPORARY);
}

/** Names in a folder; none where it is missing. */
export async function listFolder(folder: string): Promise<readonly string[]> {
  return (await unlessMissing(readdir(folder))) ?? [];
}

/** Content of a file; undefined where it is missing. */
export function readBytes(path: string): Promise<Buffer | undefined> {
  return unlessMissing(readFile(path));
}

export async function makeFolder(path: string): Promise<void> {
  const created = await mkdir(path, { recursive: true, mode: FOLDER_MODE });
  if (created !== undefined) await syncFolder(dirname(created));
}

/** The error of a write as a person can act on it. */
export function writeFailure(path: string, error: unknown): ParcoursError {
  if (error instanceof ParcoursError) return error;
  return writeError(`Cannot write ${path}`, error);
}

const TEMPORARY = '.tmp';

/**
 * lowdb's own adapter never calls fsync, has one temp name for all writers and fails on an empty file.
 * Its word for a missing file is null.
 */
class DurableJson<T> implements Adapter<T | null> {
  readonly #path: string;
  readonly #isValid: (data: unknown) => data is T;

  constructor(path: string, isValid: (data: unknown) => data is T) {
    this.#path = path;
    this.#isValid = isValid;
  }

  async read(): Promise<T | null> {
    const bytes = await readBytes(this.#path);
    if (bytes === undefined) return null;
    const data = parse(this.#path, bytes);
    if (this.#isValid(data)) return data;
    throw new ParcoursError('store-damaged', `${this.#path} does not hold what it should`);
  }

  async write(data: T | null): Promise<void> {
    await writeDurably(this.#path, JSON.stringify(data));
  }
}

function parse(path: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new ParcoursError('store-damaged', `${path} cannot be read`, error);
  }
}

async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  const file: FileHandle = await open(path, 'wx', FILE_MODE);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

function randomName(): string {
  return randomBytes(8).toString('hex');
}
