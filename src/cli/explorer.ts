import type { Context } from './command.ts';
import { openFleet } from './fleet.ts';

/** The explorer on a store until the person leaves it; the cursor begins on `machine`. */
export async function openExplorer(context: Context, store: string, machine?: string): Promise<void> {
  const [{ browse }, { fleetRoute }] = await Promise.all([import('../tui/browse.tsx'), import('../tui/routes.ts')]);
  const { environment, language, log, now, stdin, stdout } = context;
  const fleet = await openFleet(store, context);
  const cursor = { index: 0, top: 0, ...(machine === undefined ? {} : { key: machine }) };
  await browse({ fleet, environment, language, log, now, stdin, stdout, initial: { ...fleetRoute(), cursor } });
}
