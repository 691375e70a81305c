import type { Found } from '../../fleet/fleet.ts';
import { describe } from '../../model/catalogue.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Command, Context } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { openFleet } from '../fleet.ts';
import { momentOption } from '../moments.ts';
import { printJson, tableLines } from '../output.ts';
import { valueText } from '../section-text.ts';

export const command: Command = {
  positionals: '<words..>',
  options: ['at'],
  examples: [
    'parcours search 09F1AB77',
    'parcours search samsung ddr4',
    "parcours search 'os:debian room:B104 openssl'",
    'parcours search samsung --at 2026-10-01',
    'parcours search /^nvme/ --json=lines',
  ],
  async run(context) {
    const { args, messages, note, places, print } = context;
    const fleet = await openFleet(places.store, context);
    const found = await fleet.search(args.texts('words').join(' '), momentOption(context, fleet, 'at', 'end'));
    if (printJson(context, found)) return exitCodes.done;
    const { name, section, row, field, value } = messages.cli.headers;
    const rows = found.map((one) => cellsOf(context, one));
    if (rows.length === 0) note(messages.cli.nothingFound);
    else for (const line of tableLines([name, section, row, field, value], rows)) print(line);
    return exitCodes.done;
  },
};

function cellsOf({ language }: Context, { machine, section, key, field, value }: Found): string[] {
  const { label, fields } = describe(section);
  const described = fields[field];
  const text = valueText(language, described, value);
  return [safeText(machine.name), label[language], safeText(key), described?.label[language] ?? field, text];
}
