import { safeText } from '../../model/safe-text.ts';
import type { Repair } from '../../store/repair.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { printJson } from '../output.ts';

export const command: Command = {
  options: ['repair'],
  examples: ['parcours fsck', 'parcours fsck --repair'],
  async run(context) {
    const { args, messages, note, places, print } = context;
    const { found, left } = args.flag('repair') ? await repairStore(places.store) : await checkStore(places.store);
    if (!printJson(context, args.flag('repair') ? { found, left } : found)) {
      for (const { kind, path, detail } of found) {
        print([safeText(path), messages.cli.findings[kind], safeText(detail ?? '')].filter(Boolean).join(': '));
      }
    }
    if (found.length === 0) note(messages.cli.storeSound);
    else if (args.flag('repair')) note(messages.cli.repaired(found.length - left.length, left.length));
    return left.length > 0 ? exitCodes.found : exitCodes.done;
  },
};

async function checkStore(store: string): Promise<Repair> {
  const [{ check }, { checkIndex }] = await Promise.all([
    import('../../store/fsck.ts'),
    import('../../fleet/index/check.ts'),
  ]);
  const found = [...(await check(store)), ...(await checkIndex(store))];
  return { found, left: found };
}

async function repairStore(store: string): Promise<Repair> {
  const [{ repair }, { buildIndex }, { checkIndex }] = await Promise.all([
    import('../../store/repair.ts'),
    import('../../fleet/index/build.ts'),
    import('../../fleet/index/check.ts'),
  ]);
  const broken = await checkIndex(store);
  const { found, left } = await repair(store, async (reader) => buildIndex(store, reader, await reader.fleet()));
  return { found: [...found, ...broken], left: [...left, ...(await checkIndex(store))] };
}
