import { open } from 'node:fs/promises';

/**
 * Makes the names in a folder durable. Callers at the same time share one fsync: who comes while one runs waits for
 * the next, since the one that runs may have begun before the caller's rename.
 */
export function syncFolder(path: string): Promise<void> {
  const folder = folders.get(path) ?? {};
  folders.set(path, folder);
  folder.next ??= syncAfterCurrent(path, folder);
  return folder.next;
}

interface FolderSyncs {
  /** The fsync that runs; never rejects. */
  current?: Promise<void>;
  /** The one that has not begun: who comes now joins it. */
  next?: Promise<void> | undefined;
}

const folders = new Map<string, FolderSyncs>();

async function syncAfterCurrent(path: string, folder: FolderSyncs): Promise<void> {
  await folder.current;
  folder.next = undefined;
  const sync = fsyncFolder(path);
  folder.current = sync.catch(() => undefined);
  await sync;
}

/** Windows makes names durable by itself and does not open folders. */
export async function fsyncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
