import type { TimelineEntry } from '../../fleet/fleet.ts';
import { formatTime } from '../../i18n/format.ts';
import { describe } from '../../model/catalogue.ts';
import type { Command, Context } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { openFleet } from '../fleet.ts';
import { printJson, tableLines } from '../output.ts';

export const command: Command = {
  positionals: '<machine>',
  options: [],
  examples: ['parcours timeline pc-b104', 'parcours timeline pc-b104 --json'],
  async run(context) {
    const { args, messages, places, print } = context;
    const fleet = await openFleet(places.store, context);
    const machine = await fleet.find(args.text('machine') ?? '');
    const entries = await fleet.timeline(machine.id);
    if (printJson(context, entries)) return exitCodes.done;
    const { at, added, removed, changed, sections } = messages.cli.headers;
    const rows = entries.map((entry) => cellsOf(context, entry));
    for (const line of tableLines(['#', at, added, removed, changed, sections], rows)) print(line);
    return exitCodes.done;
  },
};

function cellsOf({ language }: Context, { seq, at, changes }: TimelineEntry): string[] {
  const counts = [changes.added, changes.removed, changes.changed].map((count) => (count === 0 ? '' : String(count)));
  const sections = changes.sections.map((name) => describe(name).label[language]).join(', ');
  return [String(seq), formatTime(language, at), ...counts, sections];
}
