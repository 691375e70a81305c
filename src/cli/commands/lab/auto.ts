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
import type { Reading } from '../../../model/measured.ts';
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

async function tell(context: Context, part: AutoPart): Promise<ExitCode> {
  const whole = wholeRun(part);
  const phases = medianPhases(part);
  const absent = absentPhases(part);
  const collectors = medianCollectors(part);
  const answer = { ...whole, runs: part.runs.length, phases, absent, collectors, sent: sentBy(part.runs) };
  if (printJson(context, answer)) return exitCodes.done;
  const print = foldedPrint(context);
  const words = context.messages.lab.auto;
  const time = (milliseconds: number) => `${formatNumber(context.language, milliseconds, 1)} ms`;
  const cells = ({ milliseconds, cpuMilliseconds }: Reading) => [time(milliseconds), time(cpuMilliseconds)];
  print(words.title(part.runs.length));
  print('');
  const rows = [
    ...phases.map((phase) => [words.phases[phase.name], ...cells(phase), firstTime(part, phase.name, time)]),
    [words.rest, ...cells(restOf(whole, phases)), ''],
    [words.whole, ...cells(whole), ''],
  ];
  for (const line of tableLines(Object.values(words.headers), rows)) print(`  ${line}`);
  print('');
  print(words.slowest);
  const slow = collectors.slice(0, SHOWN_COLLECTORS);
  const shown = slow.map(({ name, milliseconds, items }) => [`  ${name}`, time(milliseconds), words.items(items)]);
  for (const line of tableLines(['', '', ''], shown).slice(1)) print(line);
  print(`  ${words.others(collectors.length - slow.length)}`);
  print('');
  for (const line of travelLines(context, part)) print(line);
  if (absent.length > 0) print(words.absent(absent.map((name) => words.phases[name]).join(', ')));
  print(context.messages.lab.next(nextCommand(context, 'lab compare')));
  return exitCodes.done;
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

function firstTime({ runs }: AutoPart, name: string, time: (milliseconds: number) => string): string {
  const phase = runs[0]?.phases.find((one) => one.name === name);
  return phase ? time(phase.milliseconds) : '';
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
