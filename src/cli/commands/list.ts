import type { MachineRow } from '../../fleet/fleet.ts';
import { formatAge, formatQuantity } from '../../i18n/format.ts';
import { systemText } from '../../i18n/language.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Command, Context } from '../command.ts';
import { exitCodes } from '../exit-codes.ts';
import { openFleet } from '../fleet.ts';
import { momentOption } from '../moments.ts';
import { printJson, tableLines } from '../output.ts';

export const command: Command = {
  positionals: '[query..]',
  options: ['at'],
  examples: [
    'parcours list',
    "parcours list 'os:debian ram<8 room:B104 !silent'",
    "parcours list 'soft:firefox<130 seen>30d'",
    'parcours list silent --at 2026-10-01',
    'parcours list soft:firefox --at 7d',
    'parcours list --json | jq ".[].name"',
  ],
  async run(context) {
    const { args, messages, note, places, print } = context;
    const fleet = await openFleet(places.store, context);
    const at = momentOption(context, fleet, 'at', 'end');
    const machines = await fleet.machines();
    const rows = await fleet.select(args.texts('query').join(' '), at);
    if (printJson(context, rows.map(answerOf))) return exitCodes.done;
    const cells = rows.map((row) => cellsOf(context, row, at ?? fleet.now()));
    if (machines.length === 0) note(messages.cli.emptyStore(places.store));
    else if (rows.length === 0) note(messages.cli.noMatch);
    else for (const line of tableLines(headerOf(context), cells)) print(line);
    for (const row of rows.filter((row) => row.possibleDoubles.length > 0)) {
      note(messages.cli.possibleDoubles(safeText(row.name), row.possibleDoubles.map(safeText).join(', ')));
    }
    return exitCodes.done;
  },
};

function answerOf(row: MachineRow) {
  const { aliases, macs, changedAt, diskMB, ...answer } = row;
  return answer;
}

function headerOf({ messages }: Context): string[] {
  const { name, os, ip, memory, software, snapshots, lastSeen, agent, id } = messages.cli.headers;
  return [name, os, ip, memory, software, snapshots, lastSeen, agent, id];
}

function cellsOf({ language, messages }: Context, row: MachineRow, now: number): string[] {
  return [
    row.name,
    systemText(messages, row.kind, row.os),
    row.ip ?? '',
    row.memoryMiB === undefined ? '' : formatQuantity(language, row.memoryMiB, 'MiB'),
    row.softwareCount === undefined ? '' : String(row.softwareCount),
    String(row.snapshots),
    messages.cli.ago(formatAge(language, row.lastSeen, now)),
    row.agent,
    row.id,
  ];
}
