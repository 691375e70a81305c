import { readdirSync, readlinkSync, type Stats, statSync } from 'node:fs';
import { readdir, readlink, stat } from 'node:fs/promises';
import type { FileStat, Host } from '../model/host.ts';
import { readChunks, readChunksNow, readPlainFile, readPlainFileNow } from './plain-file.ts';
import { unlessMissing } from './unless-missing.ts';

/**
 * The files of this machine. What the kernel and its own disks answer for is read at once: a way to the thread pool and
 * back, a thousand times a run, costs more than the reading. What a server, a program or a device answers for waits in
 * the pool, where a time limit can leave it.
 */
export function localFiles(isNear: (path: string) => boolean, answering = nobodyElse): Files {
  const choose = <T>(path: string, now: () => T | undefined, later: () => Promise<T>) =>
    isNear(path) ? atOnce(path, now) : unlessMissing(path, answering(path).then(later));
  return {
    read: (path) =>
      choose(
        path,
        () => readPlainFileNow(path),
        () => readPlainFile(path),
      ),
    async *chunks(path) {
      if (isNear(path)) return yield* readChunksNow(path);
      await answering(path);
      return yield* readChunks(path);
    },
    list: (path) =>
      choose(
        path,
        () => (statSync(path, { throwIfNoEntry: false }) ? readdirSync(path) : undefined),
        () => readdir(path),
      ),
    link: (path) =>
      choose(
        path,
        () => readlinkSync(path),
        () => readlink(path),
      ),
    stat: (path) =>
      choose(
        path,
        () => statNow(path),
        async () => toFileStat(await stat(path)),
      ),
  };
}

type Files = Pick<Host, 'read' | 'chunks' | 'list' | 'link' | 'stat'>;

/** Of files that only this machine answers for. */
async function nobodyElse(_path: string): Promise<void> {}

/** One promise a file, not one a step: a run looks at some thousand. */
function atOnce<T>(path: string, work: () => T | undefined): Promise<T | undefined> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    return unlessMissing(path, Promise.reject(error));
  }
}

function statNow(path: string): FileStat | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && toFileStat(found);
}

function toFileStat(found: Stats): FileStat {
  const { size, mtimeMs: modifiedAt, birthtimeMs } = found;
  return { size, modifiedAt, directory: found.isDirectory(), ...(birthtimeMs > 0 ? { createdAt: birthtimeMs } : {}) };
}
