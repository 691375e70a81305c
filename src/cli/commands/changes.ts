import type { Change } from '../../fleet/fleet.ts';
import { formatTime } from '../../i18n/format.ts';
import { present } from '../../model/present.ts';
import { safeText } from '../../model/safe-text.ts';
import { DAY } from '../../model/time.ts';
import { changeTitle } from '../change-text.ts';
import type { Command, Context } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { noteIndex, openFleet } from '../fleet.ts';
import { momentOption } from '../moments.ts';
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
    await noteIndex(context, fleet);
    const machine = args.text('machine');
    const changes = await fleet.changes({
      since: momentOption(context, fleet, 'since', 'start') ?? fleet.now() - 7 * DAY,
      until: momentOption(context, fleet, 'until', 'end') ?? fleet.now(),
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

function headerOf({ messages }: Context): string[] {
  const { at, name, change, section, what } = messages.cli.headers;
  return [at, name, change, section, what];
}

function cellsOf(context: Context, change: Change): string[] {
  const { sign, section, what } = changeTitle(context, change);
  return [formatTime(context.language, change.at), safeText(change.machine.name), sign, section, what];
}
