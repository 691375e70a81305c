import { readdir, readlink, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileStat, Host } from '../model/host.ts';
import { inside } from './inside.ts';
import { readChunks, readPlainFile } from './plain-file.ts';
import { unlessMissing } from './unless-missing.ts';

/** Files below a folder, by the path they have on their machine; no link leads out of it. */
export type Tree = Pick<Host, 'read' | 'chunks' | 'list' | 'link' | 'stat'>;

export interface TreeRules {
  /** A name as it stands on this disk, and back. */
  readonly toDisk: (path: string) => string;
  readonly toMachine: (name: string) => string;
  /** Whether what lies there, by its path on this disk, is none of the tree. */
  readonly isHidden: (located: string) => boolean;
}

export const asItIs: TreeRules = { toDisk: (path) => path, toMachine: (name) => name, isHidden: () => false };

export function treeUnder(folder: string, { toDisk, toMachine, isHidden }: TreeRules): Tree {
  async function open<T>(path: string, located: string, work: (located: string) => Promise<T>): Promise<T | undefined> {
    return isHidden(located) ? undefined : unlessMissing(path, work(located));
  }
  const locate = (path: string) => inside(folder, toDisk(path));
  return {
    read: async (path) => open(path, await locate(path), readPlainFile),
    async *chunks(path) {
      const located = await locate(path);
      if (!isHidden(located)) yield* readChunks(located);
    },
    list: async (path) => (await open(path, await locate(path), (located) => readdir(located)))?.map(toMachine),
    link: async (path) =>
      open(path, join(await locate(dirname(path)), basename(toDisk(path))), (located) => readlink(located)),
    stat: async (path) => open(path, await locate(path), statOf),
  };
}

/** Without the time of birth: a copy was born when it was made. */
async function statOf(path: string): Promise<FileStat> {
  const found = await stat(path);
  return { size: found.size, modifiedAt: found.mtimeMs, directory: found.isDirectory() };
}
