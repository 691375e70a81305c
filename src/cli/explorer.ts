import type { Context } from './command.ts';
import { openFleet } from './fleet.ts';

/** The explorer on a store, until the person leaves it. */
export async function openExplorer(context: Context, store: string, machine?: string): Promise<void> {
  const { browse } = await import('../tui/browse.tsx');
  const { environment, language, log, now, stdin, stdout } = context;
  await browse({
    fleet: await openFleet(store, context),
    environment,
    language,
    log,
    now,
    stdin,
    stdout,
    store,
    machine,
  });
}
