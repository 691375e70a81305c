import { type FSWatcher, watch } from 'node:fs';
import type { Layout } from './layout.ts';
import { stampOf } from './stamp.ts';

/**
 * Calls back after machine files or settings changed. They are looked at every second; where the system tells of
 * changes by itself, sooner. Returns the way to stop. Neither keeps the process alive.
 */
export function watchStore(layout: Layout, changed: () => void): () => void {
  const look = lookFor(layout, changed);
  look();
  const timer = setInterval(look, POLL_MILLISECONDS);
  timer.unref();
  const watcher = systemWatch(layout.machines, look);
  return () => {
    clearInterval(timer);
    watcher?.close();
  };
}

const POLL_MILLISECONDS = 1000;

/** Compares with what the last look saw; one look at a time. One that fails is made up for by the next. */
function lookFor({ machines, settings }: Layout, changed: () => void): () => void {
  let seen: string | undefined;
  let busy = false;
  async function isNews(): Promise<boolean> {
    if (busy) return false;
    busy = true;
    try {
      const [before, now] = [seen, `${await stampOf(machines)} ${await stampOf(settings)}`];
      seen = now;
      return before !== undefined && before !== now;
    } finally {
      busy = false;
    }
  }
  return () => {
    void isNews()
      .catch(() => false)
      .then((news) => news && changed());
  };
}

/** Undefined where the folder is missing or the system cannot watch it: the timer is enough. */
function systemWatch(folder: string, look: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(folder, { persistent: false }, look);
    watcher.on('error', () => watcher.close());
    return watcher;
  } catch {
    return undefined;
  }
}
