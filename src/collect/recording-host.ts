import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ParcoursError } from '../model/errors.ts';
import type { FileStat, Host, HostAddress, Space } from '../model/host.ts';
import { type Capture, nameOnDisk } from './capture.ts';
import { decode } from './sources/text.ts';

export interface Recording {
  /** The same machine; what it answers is kept. */
  readonly host: Host;
  /** Writes `host.json`; files are written as they are read. */
  save(): Promise<void>;
}

// The others may hold anything, passwords included.
const HARMLESS = ['LANG', 'LC_ALL', 'TZ'];

/** A host whose answers become a folder for `rooted-host.ts`. It holds what was read, so it is private to the user. */
export function recordingHost(host: Host, folder: string): Recording {
  const forbidden = new Set<string>();
  const noting = <T>(path: string, work: Promise<T>) => noteRefusal(forbidden, path, work);
  const kept = emptyNotes();
  const recorder: Host = {
    ...host,
    read: async (path) => keepFile(folder, path, await noting(path, host.read(path))),
    list: async (path) => keep(kept.lists, path, await noting(path, host.list(path))),
    link: async (path) => keep(kept.links, path, await host.link(path)),
    stat: async (path) => keep(kept.stats, path, await host.stat(path)),
    space: async (path) => keep(kept.spaces, path, await host.space(path)),
    async addresses() {
      kept.addresses = await host.addresses();
      return kept.addresses;
    },
    async get(socket, path) {
      const answer = await host.get(socket, path);
      keep(kept.answers, `${socket} ${path}`, answer && decode(answer));
      return answer;
    },
    async run(program, args, limits) {
      const result = await host.run(program, args, limits);
      keep(kept.runs, [program, ...args].join(' '), result && decode(result.output));
      return result;
    },
    portable: async (name) => keep(kept.portable, name, await host.portable(name)),
  };
  return { host: recorder, save: () => save(folder, { ...kept, facts: factsOf(host), forbidden: [...forbidden] }) };
}

interface Notes {
  readonly lists: Record<string, readonly string[]>;
  readonly links: Record<string, string>;
  readonly stats: Record<string, FileStat>;
  readonly spaces: Record<string, Space>;
  readonly answers: Record<string, string>;
  readonly runs: Record<string, string>;
  readonly portable: Record<string, unknown>;
  addresses: readonly HostAddress[];
}

function emptyNotes(): Notes {
  return { lists: {}, links: {}, stats: {}, spaces: {}, answers: {}, runs: {}, portable: {}, addresses: [] };
}

function keep<T>(record: Record<string, T>, key: string, value: T | undefined): T | undefined {
  if (value !== undefined) record[key] = value;
  return value;
}

async function noteRefusal<T>(forbidden: Set<string>, path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ParcoursError && error.code === 'permission') forbidden.add(path);
    throw error;
  }
}

async function keepFile(folder: string, path: string, bytes: Uint8Array | undefined): Promise<Uint8Array | undefined> {
  if (bytes === undefined) return undefined;
  const target = join(folder, 'root', nameOnDisk(path));
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  await writeFile(target, bytes, { mode: 0o600 });
  return bytes;
}

function factsOf({ facts }: Host): Capture['facts'] {
  const environment = Object.fromEntries(HARMLESS.map((name) => [name, facts.environment[name]]));
  return { ...facts, environment, now: facts.now(), timezoneOffset: facts.timezoneOffset() };
}

async function save(folder: string, capture: Capture): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, 'host.json'), `${JSON.stringify(capture, null, 1)}\n`, { mode: 0o600 });
}
