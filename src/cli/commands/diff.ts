import { existsSync } from 'node:fs';
import type { Delta } from '../../delta/types.ts';
import type { Inventory } from '../../model/inventory.ts';
import type { Command, Context } from '../command.ts';
import { deltaLines } from '../delta-text.ts';
import { exitCodes } from '../exit-codes.ts';
import { inventoryOf } from '../export-view.ts';
import { openFleet } from '../fleet.ts';
import { printJson } from '../output.ts';
import { readInventory } from './import.ts';

export const command: Command = {
  positionals: '<before> <after>',
  options: [],
  examples: [
    'parcours diff pc-b104@last~1 pc-b104@last',
    'parcours diff pc-b104 pc-b105 --json',
    'parcours diff before.ocs after.ocs',
  ],
  async run(context) {
    const { args, messages, print } = context;
    const delta = await deltaOf(context, args.text('before') ?? '', args.text('after') ?? '');
    const same = delta.sections.length === 0;
    if (!printJson(context, delta)) {
      for (const line of deltaLines(context, delta)) print(line);
      if (same) print(messages.cli.sameEverywhere);
    }
    return same ? exitCodes.done : exitCodes.found;
  },
};

async function deltaOf(context: Context, before: string, after: string): Promise<Delta> {
  if (!isFile(before) && !isFile(after)) {
    const fleet = await openFleet(context.places.store, context);
    return fleet.compare(await fleet.locate(before), await fleet.locate(after));
  }
  return compareInventories(context, await inventoryAt(context, before), await inventoryAt(context, after));
}

/** Where a side is a file, both are taken into a store in memory, as two machines. */
async function compareInventories({ now }: Context, before: Inventory, after: Inventory): Promise<Delta> {
  const [{ memoryStore }, { ingest }, { createFleet }] = await Promise.all([
    import('../../store/memory.ts'),
    import('../../fleet/ingest.ts'),
    import('../../fleet/query.ts'),
  ]);
  const store = memoryStore();
  const at = new Date(now()).toISOString();
  const left = await ingest(store, { ...before, deviceId: 'before' }, at);
  const right = await ingest(store, { ...after, deviceId: 'after' }, at);
  return createFleet(store, now).compare(left, right);
}

async function inventoryAt(context: Context, reference: string): Promise<Inventory> {
  if (isFile(reference)) return readInventory(reference);
  const fleet = await openFleet(context.places.store, context);
  return inventoryOf(await fleet.view(await fleet.locate(reference)));
}

/** An argument with a slash, or that names a file, is a file. */
function isFile(reference: string): boolean {
  return reference.includes('/') || existsSync(reference);
}
