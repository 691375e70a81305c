import { resolve } from 'node:path';
import type { EventKind } from '../../demo/events/change.ts';
import { formatDay, formatTime } from '../../i18n/format.ts';
import { problem } from '../../i18n/problem.ts';
import { ParcoursError } from '../../model/errors.ts';
import { present } from '../../model/present.ts';
import type { Command, Context } from '../command.ts';
import { type ExitCode, exitCodes } from '../exit-codes.ts';
import { printJson, tableLines } from '../output.ts';

/** The shipped school's last day; a fleet made today and one made tomorrow are the same. */
const LAST_DAY = new Date('2026-10-31T00:00:00Z');

export const command: Command = {
  options: ['machines', 'months', 'seed', 'daily', 'plant', 'out', 'answers'],
  examples: [
    'parcours demo --machines 12 --months 3 --seed 1 --out /tmp/school',
    'parcours demo --machines 30 --plant memory-moved,silent --out /tmp/class',
    'parcours demo --machines 200 --plant all --out /tmp/hunt',
    'parcours demo --machines 1000 --months 3 --daily --out /tmp/school',
    'parcours demo --answers /tmp/class',
  ],
  async run(context) {
    const { args } = context;
    const answers = args.text('answers');
    if (answers !== undefined) return tellAnswers(context, resolve(answers));
    const out = args.text('out');
    if (out === undefined) throw problem('usage', 'noDemoFolder');
    return make(context, resolve(out));
  },
};

async function make(context: Context, directory: string): Promise<ExitCode> {
  const { args, messages, note } = context;
  const { makeFleet } = await import('../../demo/fleet.ts');
  const made = await makeFleet({
    machines: args.number('machines') ?? 12,
    months: args.number('months') ?? 3,
    seed: args.number('seed') ?? 1,
    end: LAST_DAY,
    directory,
    ...(args.flag('daily') && { daily: true }),
    ...present({ plant: await eventsOf(args.text('plant')) }),
  });
  if (printJson(context, made)) return exitCodes.done;
  const today = formatDay(context.language, LAST_DAY.toISOString());
  note(messages.cli.demoMade(made.machines, made.snapshots, directory, today));
  return exitCodes.done;
}

async function eventsOf(text: string | undefined): Promise<readonly EventKind[] | undefined> {
  const { eventKinds } = await import('../../demo/events/change.ts');
  if (text === 'all') return eventKinds;
  return text?.split(',').map((name) => {
    const kind = eventKinds.find((known) => known === name.trim());
    if (!kind) throw new ParcoursError('usage', `--plant: no event ${name}; there are all, ${eventKinds.join(', ')}`);
    return kind;
  });
}

async function tellAnswers(context: Context, directory: string): Promise<ExitCode> {
  const { readAnswers } = await import('../../demo/answers.ts');
  const answers = await readAnswers(directory);
  if (printJson(context, answers)) return exitCodes.done;
  const rows = answers.map(({ at, kind, machine, detail }) => [
    formatTime(context.language, at),
    machine.name,
    kind,
    detail,
  ]);
  const { at, name, event, detail } = context.messages.cli.headers;
  for (const line of tableLines([at, name, event, detail], rows)) context.print(line);
  return exitCodes.done;
}
