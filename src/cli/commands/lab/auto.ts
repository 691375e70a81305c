import type { CollectorReport } from '../../../collect/collector.ts';
import { formatNumber, formatQuantity } from '../../../i18n/format.ts';
import { answersOf } from '../../../lab/answers.ts';
import {
  type AutoPart,
  type AutoRun,
  absentPhases,
  medianCollectors,
  medianPhases,
  wholeRun,
  writeAuto,
} from '../../../lab/auto-run.ts';
import { readExercise } from '../../../lab/exercise.ts';
import { ParcoursError } from '../../../model/errors.ts';
import type { PhaseName, Reading } from '../../../model/measured.ts';
import type { Command, Context } from '../../command.ts';
import { type ExitCode, exitCodes } from '../../exit-codes.ts';
import { exerciseFolder, nextCommand } from '../../lab.ts';
import { foldedPrint } from '../../lab-print.ts';
import { printJson, tableLines } from '../../output.ts';
import { progress } from '../../progress.ts';
import { expectShortLife } from '../../short-life.ts';
import { startPhase, type TimedRun, timedRun } from '../../timed-run.ts';

/** The agent against the stopwatch, into the exercise. */
export const command: Command = {
  options: [
    'exercise',
    'runs',
    ...(['server', 'np', 'proxy', 'user', 'password', 'password-file', 'realm'] as const),
    ...(['ssl', 'ca', 'pin', 'cert', 'key', 'root', 'basevardir'] as const),
  ],
  examples: [
    'parcours lab auto',
    'parcours lab auto --runs 5 --server=127.0.0.1:8080',
    'parcours lab auto --exercise /tmp/s12 --json',
  ],
  async run(context) {
    expectShortLife();
    const folder = exerciseFolder(context);
    const { template } = await readExercise(folder);
    const runs = await repeat(context, runsOf(context));
    const [{ inventory }] = runs;
    const part: AutoPart = {
      at: new Date(context.now()).toISOString(),
      sent: context.args.texts('server').length > 0,
      runs: runs.map(({ run }) => run),
      answers: answersOf(template, inventory),
    };
    await writeAuto(folder, part);
    return tell(context, part);
  },
};

function runsOf({ args }: Context): number {
  const runs = args.number('runs') ?? USUAL_RUNS;
  if (!Number.isInteger(runs) || runs < 1 || runs > MOST_RUNS)
    throw new ParcoursError('usage', `--runs: a whole number from 1 to ${MOST_RUNS}`);
  if (args.texts('server').length > 1)
    throw new ParcoursError('usage', 'one server at a time: what two of them take cannot be told apart');
  return runs;
}

async function repeat(context: Context, times: number): Promise<readonly [TimedRun, ...TimedRun[]]> {
  const start = startPhase();
  const bar = progress(context, times);
  const next = async () => {
    const timed = await timedRun(context);
    bar.step(context.messages.lab.auto.run);
    return timed;
  };
  try {
    const { run, inventory } = await next();
    const runs: [TimedRun, ...TimedRun[]] = [{ inventory, run: { ...run, phases: [start, ...run.phases] } }];
    while (runs.length < times) runs.push(await next());
    return runs;
  } finally {
    bar.end();
  }
}

function tell(context: Context, part: AutoPart): ExitCode {
  const whole = wholeRun(part);
  const [phases, absent, collectors] = [medianPhases(part), absentPhases(part), medianCollectors(part)];
  const answer = { ...whole, runs: part.runs.length, phases, absent, collectors, sent: sentBy(part.runs) };
  if (printJson(context, answer)) return exitCodes.done;
  const print = foldedPrint(context);
  const words = context.messages.lab.auto;
  print(words.title(part.runs.length));
  print('');
  for (const line of phaseLines(context, part)) print(`  ${line}`);
  print('');
  for (const line of collectorLines(context, collectors)) print(line);
  print('');
  for (const line of travelLines(context, part)) print(line);
  if (absent.length > 0) print(words.absent(absent.map((name) => words.phases[name]).join(', ')));
  print(context.messages.lab.next(nextCommand(context, 'lab compare')));
  return exitCodes.done;
}

function phaseLines(context: Context, part: AutoPart): string[] {
  const words = context.messages.lab.auto;
  const [phases, whole] = [medianPhases(part), wholeRun(part)];
  const cells = ({ milliseconds, cpuMilliseconds }: Reading) => [
    timeWords(context, milliseconds),
    timeWords(context, cpuMilliseconds),
  ];
  const first = part.runs[0]?.phases ?? [];
  const firstTime = (name: PhaseName) => first.find((phase) => phase.name === name)?.milliseconds;
  const rows = phases.map((phase) => [
    words.phases[phase.name],
    ...cells(phase),
    timeWords(context, firstTime(phase.name)),
  ]);
  const sums = [
    [words.rest, ...cells(restOf(whole, phases))],
    [words.whole, ...cells(whole)],
  ];
  return tableLines(Object.values(words.headers), [...rows, ...sums]);
}

function collectorLines(context: Context, collectors: readonly CollectorReport[]): string[] {
  const words = context.messages.lab.auto;
  const shown = collectors.slice(0, SHOWN_COLLECTORS);
  const rows = shown.map(({ name, milliseconds, items }) => [
    `  ${name}`,
    timeWords(context, milliseconds),
    words.items(items),
  ]);
  return [
    words.slowest,
    ...tableLines(['', '', ''], rows).slice(1),
    `  ${words.others(collectors.length - shown.length)}`,
  ];
}

function timeWords({ language }: Context, milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : `${formatNumber(language, milliseconds, 1)} ms`;
}

/** What belongs to no phase: opening what the agent keeps, and putting it back. */
function restOf(whole: Reading, phases: readonly Reading[]): Reading {
  const less = (part: keyof Reading) =>
    Math.max(
      0,
      phases.reduce((left, phase) => left - phase[part], whole[part]),
    );
  return { milliseconds: less('milliseconds'), cpuMilliseconds: less('cpuMilliseconds') };
}

/** What travelled in each run: after the first one, a parcours server is sent only what changed. */
function sentBy(runs: readonly AutoRun[]) {
  return runs.map(({ sent }) => sent);
}

function travelLines({ language, messages }: Context, { runs }: AutoPart): string[] {
  const size = (bytes: number) => formatQuantity(language, bytes, 'bytes');
  return runs.flatMap(({ sent }, index) =>
    sent
      .filter(({ query }) => query === 'INVENTORY')
      .map(({ bytes, wireBytes }) => messages.lab.auto.travelled(index + 1, size(bytes), size(wireBytes))),
  );
}

const USUAL_RUNS = 3;
const MOST_RUNS = 100;
const SHOWN_COLLECTORS = 6;
