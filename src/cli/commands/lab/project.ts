import { formatDuration, formatNumber } from '../../../i18n/format.ts';
import { machineSheet } from '../../../lab/machine-sheet.ts';
import {
  breakEven,
  type Effort,
  type Projection,
  parallelFor,
  project,
  USUAL_FLEETS,
} from '../../../lab/projection.ts';
import { measuredMinutes, readResults } from '../../../lab/results.ts';
import type { CourseFigure } from '../../../lab/template.ts';
import { courseWords, gainWords } from '../../../lab/words.ts';
import { ParcoursError } from '../../../model/errors.ts';
import { present } from '../../../model/present.ts';
import type { Arguments, Command, Context } from '../../command.ts';
import { type ExitCode, exitCodes } from '../../exit-codes.ts';
import { exerciseFolder } from '../../lab.ts';
import { barLines } from '../../lab-bars.ts';
import { foldedPrint } from '../../lab-print.ts';
import { printJson, tableLines } from '../../output.ts';

/** What one machine costs by hand and by the agent, projected on fleets. */
export const command: Command = {
  options: [
    'exercise',
    ...([
      'manual-minutes',
      'auto-minutes',
      'setup-minutes',
      'parallel',
      'machines',
      'failures',
      'recount-days',
    ] as const),
  ],
  examples: [
    'parcours lab project',
    'parcours lab project --manual-minutes 45 --auto-minutes 2',
    'parcours lab project --manual-minutes 38 --auto-minutes 0.7 --setup-minutes 90 --parallel 20',
  ],
  run,
};

async function run(context: Context): Promise<ExitCode> {
  const { effort, course } = await groundsOf(context);
  const projections = fleetsOf(context.args).map((machines) => project(machines, effort));
  if (printJson(context, projections.map(rounded))) return exitCodes.done;
  const print = await foldedPrint(context);
  const words = context.messages.lab.project;
  const duration = (minutes: number) => formatDuration(context.language, minutes);
  print(words.premise(duration(effort.manualMinutes), duration(effort.autoMinutes), effort.parallel));
  print('');
  const rows = projections.map((projection) => cellsOf(context, projection, effort, course));
  for (const line of tableLines(Object.values(words.headers), rows)) print(`  ${line}`);
  print('');
  for (const line of barLines(context, projections)) print(`  ${line}`);
  print('');
  print(words.breakEven(breakEven(effort)));
  if (effort.setupMinutes === 0) print(words.noSetup);
  for (const note of words.courseNotes) print(note);
  return exitCodes.done;
}

interface Grounds {
  readonly effort: Effort;
  readonly course: readonly CourseFigure[];
}

/** What was typed; what was not comes from the exercise. */
async function groundsOf(context: Context): Promise<Grounds> {
  const { args } = context;
  const [manual, auto] = [args.number('manual-minutes'), args.number('auto-minutes')];
  const choices = choicesOf(args);
  if (manual !== undefined && auto !== undefined) {
    const effort = { manualMinutes: manual, autoMinutes: auto, ...choices };
    return { effort, course: machineSheet().course };
  }
  const results = await readResults(exerciseFolder(context));
  const measured = measuredMinutes(results);
  const effort = {
    manualMinutes: manual ?? measured.manualMinutes ?? missing('the sheet is not finished', 'manual'),
    autoMinutes: auto ?? measured.autoMinutes ?? missing('the agent has not run', 'auto'),
    ...choices,
  };
  return { effort, course: results.exercise.template.course };
}

function missing(what: string, task: 'manual' | 'auto'): never {
  throw new ParcoursError('bad-input', `${what}: parcours lab ${task}, or --${task}-minutes`);
}

function choicesOf(args: Arguments): Omit<Effort, 'manualMinutes' | 'autoMinutes'> {
  const parallel = args.number('parallel') ?? 1;
  if (!Number.isInteger(parallel) || parallel < 1) throw usage('--parallel: a whole number of 1 or more');
  const failures = args.number('failures');
  if (failures !== undefined && failures > 100) throw usage('--failures: percent, at most 100');
  const recountDays = args.number('recount-days');
  if (recountDays === 0) throw usage('--recount-days: more than 0');
  return { setupMinutes: args.number('setup-minutes') ?? 0, parallel, ...present({ failures, recountDays }) };
}

function fleetsOf(args: Arguments): readonly number[] {
  const typed = args.text('machines');
  if (typed === undefined) return USUAL_FLEETS;
  const fleets = typed.split(',').map(Number);
  const isFleet = (machines: number) => Number.isInteger(machines) && machines > 0 && machines <= MOST_MACHINES;
  if (!fleets.every(isFleet)) throw usage(`--machines=${typed}: whole numbers with commas, such as 1,50,200,1000`);
  return fleets;
}

function usage(message: string): ParcoursError {
  return new ParcoursError('usage', message);
}

function rounded({ machines, manualHours, autoHours, gain }: Projection): Projection {
  const round = (value: number) => Math.round(value * 100) / 100;
  return {
    machines,
    manualHours: round(manualHours),
    autoHours: round(autoHours),
    ...(gain === undefined ? {} : { gain: round(gain) }),
  };
}

function cellsOf(
  { language, messages }: Context,
  { machines, manualHours, autoHours, gain }: Projection,
  effort: Effort,
  figures: readonly CourseFigure[],
): string[] {
  const course = figures.find((figure) => figure.machines === machines);
  const hours = (value: number) => formatDuration(language, value * 60);
  const needed = course && parallelFor(machines, course.autoMinutes, effort);
  return [
    formatNumber(language, machines),
    hours(manualHours),
    hours(autoHours),
    gainWords(language, gain),
    course ? courseWords(language, course) : '',
    course ? messages.lab.project.parallel(needed) : '',
  ];
}

const MOST_MACHINES = 10_000_000;
