import { ParcoursError } from '../../model/errors.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { openFleet, openWriter } from '../fleet.ts';
import { printJson } from '../output.ts';

export const command: Command = {
  positionals: '<machine> [values..]',
  options: [],
  examples: [
    'parcours account pc-b104',
    'parcours account pc-b104 TAG=B104 ROOM="Salle 12"',
    'parcours account pc-b104 ROOM=',
    'parcours account pc-b104 FREQUENCY=7 PROLOG_FREQ=12',
  ],
  async run(context) {
    const { args, messages, note, places, print } = context;
    const values = Object.fromEntries(args.texts('values').map(pairOf));
    const fleet = await openFleet(places.store, context);
    const { id, name } = await fleet.find(args.text('machine') ?? '');
    if (Object.keys(values).length > 0) {
      const writer = await openWriter(places.store);
      try {
        await writer.setAccount(id, values);
      } finally {
        await writer.close();
      }
      note(messages.cli.accountSet(safeText(name)));
    }
    const { account } = await fleet.view(await fleet.locate(id), []);
    if (printJson(context, account)) return exitCodes.done;
    for (const line of accountLines(account)) print(line);
    return exitCodes.done;
  },
};

/** What people set for a machine, a line each. */
export function accountLines(account: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(account).map(([key, value]) => `${safeText(key)}=${safeText(value)}`);
}

function pairOf(word: string): [string, string] {
  const at = word.indexOf('=');
  if (at <= 0) throw new ParcoursError('usage', `${word}: write KEY=VALUE`);
  return [word.slice(0, at), word.slice(at + 1)];
}
