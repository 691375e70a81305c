import { readdirSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { readdir, readlink, stat } from 'node:fs/promises';
import type { FileStat, Host } from '../model/host.ts';
import { readChunks, readPlainFile, readPlainFileNow } from './plain-file.ts';
import { isOnNetwork, type Mount, mountOf } from './sources/mountinfo.ts';
import { unlessMissing } from './unless-missing.ts';

/**
 * The files of this machine. Those of the system that lie in memory or on a disk of its own are read at once: a way to
 * the thread pool and back, a thousand times a run, costs more than the reading. What a server or a program answers
 * for waits in the pool, where a time limit can leave it.
 */
export function localFiles(isNear: (path: string) => boolean, answering = nobodyElse): Files {
  const choose = <T>(path: string, now: () => T, later: () => Promise<T>) =>
    unlessMissing(path, isNear(path) ? promised(now) : answering(path).then(later));
  return {
    read: (path) =>
      choose(
        path,
        () => readPlainFileNow(path),
        () => readPlainFile(path),
      ),
    async *chunks(path) {
      if (!isNear(path)) await answering(path);
      yield* readChunks(path);
    },
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

type Files = Pick<Host, 'read' | 'chunks' | 'list' | 'link' | 'stat'>;

/** Of files that only this machine answers for. */
async function nobodyElse(_path: string): Promise<void> {}

const SYSTEM = /^\/(?:proc|sys|etc|run|usr|var\/lib)(?:\/|$)/;

/** Whether a path is one of the system's own, on no file system that another machine or a program answers for. */
export function nearness(mounted: readonly Mount[]): (path: string) => boolean {
  const far = mounted.filter(isOnNetwork);
  if (mounted.length === 0) return () => false;
  if (far.length === 0) return (path) => SYSTEM.test(path);
  return (path) => {
    const mount = SYSTEM.test(path) ? mountOf(path, mounted) : undefined;
    return mount !== undefined && !far.includes(mount);
  };
}

function toFileStat(found: Stats): FileStat {
  const { size, mtimeMs: modifiedAt, birthtimeMs } = found;
  return { size, modifiedAt, directory: found.isDirectory(), ...(birthtimeMs > 0 ? { createdAt: birthtimeMs } : {}) };
}

async function promised<T>(work: () => T): Promise<T> {
  return work();
}
