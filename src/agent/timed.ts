import type { Log } from '../model/log.ts';

/** Does a piece of work and tells the log how long it took, also when it fails. */
export async function timed<T>(
  { log, now }: { readonly log: Log; readonly now: () => number },
  phase: string,
  work: () => Promise<T>,
): Promise<T> {
  const start = now();
  try {
    return await work();
  } finally {
    log.debug('phase', { name: phase, milliseconds: now() - start });
  }
}
