import { existsSync } from 'node:fs';
import type { Delta } from '../../delta/types.ts';
import type { Command, Context } from '../command.ts';
import { deltaLines } from '../delta-text.ts';
import { exitCodes } from '../exit-codes.ts';
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

/** Each side is a machine of the store, or a file; a file is first taken into a store in memory. */
async function deltaOf(context: Context, before: string, after: string): Promise<Delta> {
  if (!isFile(before) && !isFile(after)) {
    const fleet = await openFleet(context.places.store, context);
    return fleet.compare(await fleet.locate(before), await fleet.locate(after));
  }
  const { compareViews } = await import('../../fleet/compare.ts');
  return compareViews(await viewOf(context, before), await viewOf(context, after));
}

async function viewOf(context: Context, reference: string) {
  if (!isFile(reference)) {
    const fleet = await openFleet(context.places.store, context);
    return fleet.view(await fleet.locate(reference));
  }
  const [{ memoryStore }, { ingest }, { createFleet }] = await Promise.all([
    import('../../store/memory.ts'),
    import('../../fleet/ingest.ts'),
    import('../../fleet/query.ts'),
  ]);
  const store = memoryStore();
  const { id, seq } = await ingest(store, await readInventory(reference), new Date(context.now()).toISOString());
  return createFleet(store, context.now).view({ id, seq });
}

/** An argument with a slash, or that names a file, is a file. */
function isFile(reference: string): boolean {
  return reference.includes('/') || existsSync(reference);
}
