import { machineSheet } from '../../../lab/machine-sheet.ts';
import { type Effort, USUAL_FLEETS } from '../../../lab/projection.ts';
import { measuredMinutes, readResults } from '../../../lab/results.ts';
import type { CourseFigure } from '../../../lab/template.ts';
import { ParcoursError } from '../../../model/errors.ts';
import { present } from '../../../model/present.ts';
import type { Context } from '../../command.ts';
import { exerciseFolder } from '../../lab.ts';
import type { OptionName } from '../../options.ts';

/** How a fleet is supposed to be inventoried. */
export const choiceOptions = ['setup-minutes', 'parallel', 'machines', 'failures', 'recount-days'] as const;
export const effortOptions: readonly OptionName[] = ['manual-minutes', 'auto-minutes', ...choiceOptions];

/** What is projected, and the figures of the course beside it. */
export interface Grounds {
  readonly effort: Effort;
  readonly course: readonly CourseFigure[];
}

/** What was typed; what was not comes from the exercise. Fails with `bad-input` where that has no timings yet. */
export async function groundsOf(context: Context): Promise<Grounds> {
  const { args } = context;
  const [manual, auto] = [args.number('manual-minutes'), args.number('auto-minutes')];
  const choices = choicesOf(context);
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

export function choicesOf({ args }: Pick<Context, 'args'>): Omit<Effort, 'manualMinutes' | 'autoMinutes'> {
  const parallel = args.number('parallel') ?? 1;
  if (!Number.isInteger(parallel) || parallel < 1) throw usage('--parallel: a whole number of 1 or more');
  const failures = args.number('failures');
  if (failures !== undefined && failures > 100) throw usage('--failures: percent, at most 100');
  const recountDays = args.number('recount-days');
  if (recountDays === 0) throw usage('--recount-days: more than 0');
  return { setupMinutes: args.number('setup-minutes') ?? 0, parallel, ...present({ failures, recountDays }) };
}

/** How many machines the fleets have. */
export function fleetsOf({ args }: Pick<Context, 'args'>): readonly number[] {
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

const MOST_MACHINES = 10_000_000;
