import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ParcoursError } from '../model/errors.ts';
import type { FileStat, Host, HostAddress, RunResult, Space } from '../model/host.ts';
import { present } from '../model/present.ts';
import { type Capture, type CapturedRun, nameOnDisk, OUTPUTS } from './capture.ts';
import { commandLine } from './command-line.ts';
import { isSecretFile, withoutCredentials } from './secrets.ts';
import { decode } from './sources/text.ts';
import { zoneName } from './sources/time-zone.ts';
import { unlessMissing } from './unless-missing.ts';

export interface Recording {
  /** The same machine; what it answers is kept. */
  readonly host: Host;
  /** Writes `host.json`; files are written as they are read. */
  save(): Promise<Recorded>;
}

export interface Recorded {
  readonly files: number;
  readonly bytes: number;
  /** Files of which nothing was kept: they hold secrets, or are too large. */
  readonly leftOut: readonly string[];
}

// The others may hold anything, passwords included.
const HARMLESS = ['LANG', 'LC_ALL', 'TZ', 'SystemRoot', 'PROCESSOR_ARCHITEW6432', 'USERDOMAIN'];
const MAX_FILE_BYTES = 16 * 1024 * 1024;
const MAX_BYTES = 64 * 1024 * 1024;
/** What of an output still stands in `host.json`. */
const SHORT_OUTPUT = 4096;
/** What is kept of a file that is read a piece at a time. */
const BEGINNING = 64 * 1024;

/**
 * A host whose answers become a folder for `rooted-host.ts`. It holds what was read, so it is private to the user.
 * Fails with `configuration` where the folder holds something already.
 */
export async function recordingHost(host: Host, folder: string): Promise<Recording> {
  const names = (await unlessMissing(folder, readdir(folder))) ?? [];
  if (names.length > 0) throw new ParcoursError('configuration', `${folder} is not empty`);
  const kept = emptyNotes();
  const noting = <T>(key: string, work: Promise<T>) => noteRefusal(kept.forbidden, key, work);
  const recorder: Host = {
    ...host,
    async read(path) {
      const bytes = await noting(path, host.read(path));
      if (bytes) await keepFile(kept, folder, path, bytes);
      return bytes;
    },
    async *chunks(path) {
      let isFirst = true;
      for await (const chunk of host.chunks(path)) {
        if (isFirst) await keepFile(kept, folder, path, chunk.slice(0, BEGINNING));
        isFirst = false;
        yield chunk;
      }
    },
    list: async (path) => keep(kept.lists, path, await noting(path, host.list(path))),
    link: async (path) => keep(kept.links, path, await noting(path, host.link(path))),
    stat: async (path) => keep(kept.stats, path, await noting(path, host.stat(path))),
    space: async (path) => keep(kept.spaces, path, await host.space(path)),
    async addresses() {
      kept.addresses = await host.addresses();
      return kept.addresses;
    },
    async get(socket, path, question) {
      const key = `${socket} ${path}`;
      const answer = await noting(key, host.get(socket, path, question));
      keep(kept.answers, key, answer && (question ? base64(answer) : decode(withoutCredentials(answer))));
      return answer;
    },
    async run(program, args, limits) {
      const result = await host.run(program, args, limits);
      const name = commandLine(program, args);
      keep(kept.runs, name, result && (await capturedRun(kept, folder, name, result)));
      return result;
    },
    async remembered(name, stamp, work) {
      const answer = await host.remembered(name, stamp, work);
      kept.remembered[name] = answer;
      return answer;
    },
    portable: async (name) => keep(kept.portable, name, await host.portable(name)),
  };
  return { host: recorder, save: () => save(host, folder, kept) };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

interface Notes {
  readonly lists: Record<string, readonly string[]>;
  readonly links: Record<string, string>;
  readonly stats: Record<string, FileStat>;
  readonly spaces: Record<string, Space>;
  readonly answers: Record<string, string>;
  readonly runs: Record<string, string | CapturedRun>;
  readonly remembered: Record<string, unknown>;
  readonly portable: Record<string, unknown>;
  readonly forbidden: Set<string>;
  readonly leftOut: Set<string>;
  readonly files: Map<string, number>;
  /** Files of long outputs by command line. */
  readonly outputs: Map<string, string>;
  readonly failures: unknown[];
  addresses: readonly HostAddress[];
}

function emptyNotes(): Notes {
  const records = { lists: {}, links: {}, stats: {}, spaces: {}, answers: {}, runs: {}, remembered: {}, portable: {} };
  return {
    ...records,
    forbidden: new Set(),
    leftOut: new Set(),
    files: new Map(),
    outputs: new Map(),
    failures: [],
    addresses: [],
  };
}

function keep<T>(record: Record<string, T>, key: string, value: T | undefined): T | undefined {
  if (value !== undefined) record[key] = value;
  return value;
}

async function noteRefusal<T>(forbidden: Set<string>, key: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ParcoursError && error.code === 'permission') forbidden.add(key);
    throw error;
  }
}

/** What is left out is closed to who replays the capture, as it would be to a stranger. */
async function keepFile(kept: Notes, folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const known = kept.files.get(path) ?? 0;
  if (isSecretFile(path) || bytes.length > MAX_FILE_BYTES || sum(kept.files) - known + bytes.length > MAX_BYTES) {
    kept.leftOut.add(path);
    return;
  }
  kept.files.set(path, bytes.length);
  await written(kept, () => writePrivately(join(folder, 'root', nameOnDisk(path)), withoutCredentials(bytes)));
}

async function written(kept: Notes, write: () => Promise<void>): Promise<void> {
  try {
    await write();
  } catch (error) {
    // The collector that asked must not suffer: whoever saves is told.
    kept.failures.push(error);
  }
}

async function writePrivately(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(path, content, { mode: 0o600 });
}

function sum(files: ReadonlyMap<string, number>): number {
  return [...files.values()].reduce((total, bytes) => total + bytes, 0);
}

/** What is long stands in a file of its own: quoted within `host.json` nobody could read it. */
async function capturedRun(
  kept: Notes,
  folder: string,
  name: string,
  result: RunResult,
): Promise<string | CapturedRun> {
  const { output, exitCode, late } = result;
  const bytes = withoutCredentials(output);
  const ending = present({ exitCode: exitCode || undefined, late });
  if (bytes.length <= SHORT_OUTPUT) {
    const text = decode(bytes);
    return Object.keys(ending).length === 0 ? text : { ...ending, output: text };
  }
  const file = kept.outputs.get(name) ?? `${kept.outputs.size + 1}.txt`;
  kept.outputs.set(name, file);
  await written(kept, () => writePrivately(join(folder, OUTPUTS, file), bytes));
  return { ...ending, file };
}

async function save(host: Host, folder: string, notes: Notes): Promise<Recorded> {
  const { files, outputs: _, failures, leftOut, forbidden, ...kept } = notes;
  const capture: Capture = { facts: await factsOf(host), ...kept, forbidden: [...forbidden, ...leftOut].sort() };
  try {
    if (failures.length > 0) throw failures[0];
    await writePrivately(join(folder, 'host.json'), `${JSON.stringify(capture, null, 1)}\n`);
  } catch (error) {
    throw new ParcoursError('cannot-write', `cannot write all of the capture in ${folder}`, error);
  }
  return { files: files.size, bytes: sum(files), leftOut: [...leftOut] };
}

async function factsOf(host: Host): Promise<Capture['facts']> {
  const { facts } = host;
  const environment = Object.fromEntries(HARMLESS.map((name) => [name, facts.environment[name]]));
  const timezone = facts.environment['TZ'] ?? (await zoneName(host));
  return {
    ...facts,
    environment,
    now: facts.now(),
    timezoneOffset: facts.timezoneOffset(),
    ...present({ timezone }),
  };
}
