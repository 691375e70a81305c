import { formatDuration, formatNumber } from '../../../i18n/format.ts';
import { breakEven, type Effort, type Projection, parallelFor, project } from '../../../lab/projection.ts';
import type { CourseFigure } from '../../../lab/template.ts';
import { courseWords, gainWords } from '../../../lab/words.ts';
import type { Command, Context } from '../../command.ts';
import { type ExitCode, exitCodes } from '../../exit-codes.ts';
import { nextCommand } from '../../lab.ts';
import { barLines } from '../../lab-bars.ts';
import { foldedPrint } from '../../lab-print.ts';
import { printJson, tableLines } from '../../output.ts';
import { effortOptions, fleetsOf, groundsOf } from './effort.ts';

/** What one machine costs by hand and by the agent, projected on fleets. */
export const command: Command = {
  options: ['exercise', ...effortOptions],
  examples: [
    'parcours lab project',
    'parcours lab project --manual-minutes 45 --auto-minutes 2',
    'parcours lab project --manual-minutes 38 --auto-minutes 0.7 --setup-minutes 90 --parallel 20',
  ],
  run,
};

async function run(context: Context): Promise<ExitCode> {
  const { effort, course } = await groundsOf(context);
  const projections = fleetsOf(context).map((machines) => project(machines, effort));
  if (printJson(context, projections.map(rounded))) return exitCodes.done;
  const print = foldedPrint(context);
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
  if (isMeasured(context)) context.note(context.messages.lab.next(nextCommand(context, 'lab report')));
  return exitCodes.done;
}

/** The figures are those of the exercise, so that it goes on. */
function isMeasured({ args }: Context): boolean {
  return args.number('manual-minutes') === undefined && args.number('auto-minutes') === undefined;
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
