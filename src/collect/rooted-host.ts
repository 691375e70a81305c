import { readdir, readFile, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ParcoursError } from '../model/errors.ts';
import type { FileStat, Host, HostFacts } from '../model/host.ts';
import { type Capture, emptyCapture, nameOnDisk, nameOnMachine } from './capture.ts';
import { inside } from './inside.ts';
import { unlessMissing } from './unless-missing.ts';

/** A machine that is not running here: a captured folder with its `host.json`, or the mounted disk of another machine. */
export async function rootedHost(folder: string): Promise<Host> {
  const path = join(folder, 'host.json');
  const text = await unlessMissing(path, readFile(path, 'utf8'));
  return text === undefined ? mountedDisk(folder) : capturedHost(folder, JSON.parse(text));
}

function capturedHost(folder: string, partial: Pick<Capture, 'facts'> & Partial<Capture>): Host {
  const capture: Capture = { ...emptyCapture, ...partial };
  const files = filesUnder(join(folder, 'root'), nameOnDisk, nameOnMachine);
  const refuse = (path: string) => {
    if (capture.forbidden.includes(path)) throw new ParcoursError('permission', `${path} may not be read`);
  };
  return {
    facts: factsOf(capture),
    async read(path) {
      refuse(path);
      return files.read(path);
    },
    async list(path) {
      refuse(path);
      return capture.lists[path] ?? files.list(path);
    },
    link: async (path) => capture.links[path] ?? files.link(path),
    stat: async (path) => capture.stats[path] ?? files.stat(path),
    space: async (path) => capture.spaces[path],
    addresses: async () => capture.addresses,
    get: async (socket, path) => bytesOf(capture.answers[`${socket} ${path}`]),
    async run(program, args) {
      const output = bytesOf(capture.runs[[program, ...args].join(' ')]);
      return output && { output, exitCode: 0 };
    },
    portable: async (name) => capture.portable[name],
  };
}

function factsOf({ facts }: Capture): HostFacts {
  return { ...facts, now: () => facts.now, timezoneOffset: () => facts.timezoneOffset };
}

function bytesOf(text: string | undefined): Uint8Array | undefined {
  return text === undefined ? undefined : new TextEncoder().encode(text);
}

/** Only what lies on the disk is known: no programs are run, nothing is asked, and nothing of this machine is told. */
async function mountedDisk(folder: string): Promise<Host> {
  const same = (path: string) => path;
  const files = filesUnder(folder, same, same);
  const hostName = (await files.read('/etc/hostname'))?.toString('utf8').trim();
  return {
    facts: {
      platform: 'linux',
      hostName: hostName || 'unknown',
      machine: '',
      release: '',
      userId: 0,
      environment: {},
      now: Date.now,
      timezoneOffset: (at = Date.now()) => new Date(at).getTimezoneOffset(),
    },
    ...files,
    space: async () => undefined,
    addresses: async () => [],
    get: async () => undefined,
    run: async () => undefined,
    portable: async () => undefined,
  };
}

/** Files below a folder, by the path they have on the machine. */
function filesUnder(folder: string, toDisk: (path: string) => string, toMachine: (name: string) => string) {
  const locate = (path: string) => inside(folder, toDisk(path));
  return {
    read: async (path: string) => unlessMissing(path, readFile(await locate(path))),
    list: async (path: string) => (await unlessMissing(path, readdir(await locate(path))))?.map(toMachine),
    link: (path: string) => unlessMissing(path, readlink(join(folder, toDisk(path)))),
    stat: async (path: string) => unlessMissing(path, statOf(await locate(path))),
  };
}

async function statOf(path: string): Promise<FileStat> {
  const found = await stat(path);
  return { size: found.size, modifiedAt: found.mtimeMs, directory: found.isDirectory() };
}
