import type { Context } from './command.ts';
import { openFleet, openWriter } from './fleet.ts';

/** The explorer on a store until the person leaves it; the cursor begins on `machine`. */
export async function openExplorer(context: Context, store: string, machine?: string): Promise<void> {
  const [{ browse }, { fleetRoute }] = await Promise.all([import('../tui/browse.tsx'), import('../tui/routes.ts')]);
  const { environment, language, log, now, stdin, stdout } = context;
  const fleet = await openFleet(store, context);
  const cursor = { index: 0, top: 0, ...(machine === undefined ? {} : { key: machine }) };
  const write = ({ id, values }: Change) => setAccount(store, id, values);
  await browse({ fleet, write, environment, language, log, now, stdin, stdout, initial: { ...fleetRoute(), cursor } });
}

interface Change {
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Opened for each: another program may want to write the store while the explorer is open. */
async function setAccount(store: string, id: string, values: Change['values']): Promise<void> {
  const writer = await openWriter(store);
  try {
    await writer.setAccount(id, values);
  } finally {
    await writer.close();
  }
}
