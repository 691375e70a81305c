import type { Change } from '../../fleet/fleet.ts';
import { timeOf } from '../../fleet/when.ts';
import { formatTime } from '../../i18n/format.ts';
import { ParcoursError } from '../../model/errors.ts';
import { present } from '../../model/present.ts';
import { safeText } from '../../model/safe-text.ts';
import { changeTitle } from '../change-text.ts';
import type { Command, Context } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { openFleet } from '../fleet.ts';
import { printJson, tableLines } from '../output.ts';
import { sectionOf } from '../section-names.ts';

export const command: Command = {
  options: ['since', 'until', 'machine', 'section'],
  examples: [
    'parcours changes',
    'parcours changes --since 30d --section memories',
    'parcours changes --since 2026-09-01 --until 2026-09-30 --machine pc-b104',
    'parcours changes --since 1d --json=lines',
  ],
  async run(context) {
    const { args, messages, note, places, print } = context;
    const fleet = await openFleet(places.store, context);
    const machine = args.text('machine');
    const changes = await fleet.changes({
      since: momentOf(context, 'since', '7d'),
      until: momentOf(context, 'until', '0d'),
      ...present({
        machine: machine === undefined ? undefined : (await fleet.find(machine)).id,
        section: sectionOf(args, 'section'),
      }),
    });
    if (printJson(context, changes)) return exitCodes.done;
    if (changes.length === 0) note(messages.cli.noChange);
    else
      for (const line of tableLines(
        headerOf(context),
        changes.map((change) => cellsOf(context, change)),
      ))
        print(line);
    return exitCodes.done;
  },
};

function momentOf({ args, now }: Context, option: 'since' | 'until', otherwise: string): number {
  const text = args.text(option) ?? otherwise;
  const time = timeOf(text, now(), option === 'since' ? 'start' : 'end');
  if (time !== undefined) return time;
  throw new ParcoursError('usage', `--${option}: write 7d, 12h, 3w, 2026-11-21 or 2026-11-21T09:12`);
}

function headerOf({ messages }: Context): string[] {
  const { at, name, change, section, what } = messages.cli.headers;
  return [at, name, change, section, what];
}

function cellsOf(context: Context, change: Change): string[] {
  const { sign, section, what } = changeTitle(context, change);
  return [formatTime(context.language, change.at), safeText(change.machine.name), sign, section, what];
}
