import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  type Stats,
  statSync,
} from 'node:fs';
import { open, readdir, readlink, stat } from 'node:fs/promises';
import { ParcoursError } from '../model/errors.ts';
import type { FileStat, Host } from '../model/host.ts';
import { isOnNetwork, type Mount, mountOf, parseMountinfo } from './sources/mountinfo.ts';
import { unlessMissing } from './unless-missing.ts';

/**
 * The files of this machine. Those of the system that lie in memory or on a disk of its own are read at once: a way to
 * the thread pool and back, a thousand times a run, costs more than the reading. What a server or a program answers
 * for waits in the pool, where a time limit can leave it.
 */
export function localFiles(isNear: (path: string) => boolean = nearHere()): Files {
  const choose = <T>(path: string, now: () => T, later: () => Promise<T>) =>
    unlessMissing(path, isNear(path) ? promised(now) : later());
  return {
    read: (path) =>
      choose(
        path,
        () => readNow(path),
        () => readLater(path),
      ),
    list: (path) =>
      choose(
        path,
        () => readdirSync(path),
        () => readdir(path),
      ),
    link: (path) =>
      choose(
        path,
        () => readlinkSync(path),
        () => readlink(path),
      ),
    stat: async (path) => {
      const found = await choose(
        path,
        () => statSync(path, { throwIfNoEntry: false }),
        () => stat(path),
      );
      return found && toFileStat(found);
    },
  };
}

type Files = Pick<Host, 'read' | 'list' | 'link' | 'stat'>;

function nearHere(): (path: string) => boolean {
  if (process.platform !== 'linux') return () => false;
  return nearness(parseMountinfo(readFileSync('/proc/self/mountinfo', 'utf8')));
}

const SYSTEM = /^\/(?:proc|sys|etc|run|usr|var\/lib)(?:\/|$)/;

/** Whether a path is one of the system's own, on no file system that another machine or a program answers for. */
export function nearness(mounted: readonly Mount[]): (path: string) => boolean {
  const far = mounted.filter(isOnNetwork);
  if (far.length === 0) return (path) => SYSTEM.test(path);
  return (path) => {
    const mount = SYSTEM.test(path) ? mountOf(path, mounted) : undefined;
    return mount !== undefined && !far.includes(mount);
  };
}

function readNow(path: string): Uint8Array {
  const file = openSync(path, FLAGS);
  try {
    checkReadable(path, fstatSync(file));
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

async function readLater(path: string): Promise<Uint8Array> {
  const file = await open(path, FLAGS);
  try {
    checkReadable(path, await file.stat());
    return await file.readFile();
  } finally {
    await file.close();
  }
}

// A pipe that nobody writes to would keep whoever opens it.
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK;
const MAX_BYTES = 256 * 2 ** 20;

/** A pipe or a device in place of a file never ends. */
function checkReadable(path: string, found: Stats): void {
  if (!found.isFile() && !found.isDirectory()) throw new ParcoursError('bad-input', `${path} is not a file`);
  if (found.size > MAX_BYTES) throw new ParcoursError('bad-input', `${path} has more than ${MAX_BYTES} bytes`);
}

function toFileStat(found: Stats): FileStat {
  const { size, mtimeMs: modifiedAt, birthtimeMs } = found;
  return { size, modifiedAt, directory: found.isDirectory(), ...(birthtimeMs > 0 ? { createdAt: birthtimeMs } : {}) };
}

async function promised<T>(work: () => T): Promise<T> {
  return work();
}
