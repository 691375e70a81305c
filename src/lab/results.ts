import { problem } from '../i18n/problem.ts';
import { present } from '../model/present.ts';
import { MINUTE } from '../model/time.ts';
import { type Comparison, compare } from './accuracy.ts';
import { type AutoPart, readAuto, wholeRun } from './auto-run.ts';
import { type Exercise, readExercise, readManual } from './exercise.ts';
import type { ManualSheet } from './sheet.ts';
import { elapsed } from './stopwatch.ts';

/** An exercise as far as it got. */
export interface Results {
  readonly exercise: Exercise;
  readonly manual?: ManualSheet;
  readonly auto?: AutoPart;
  /** Once the sheet is finished and the agent has run: before, it would tell the answers. */
  readonly comparison?: Comparison;
}

/** An exercise that was done. */
export type Done = Required<Results>;

/** Fails with `not-found` where the folder is no exercise, and with `store-damaged`. */
export async function readResults(folder: string): Promise<Results> {
  const exercise = await readExercise(folder);
  const [manual, auto] = [await readManual(folder), await readAuto(folder)];
  const isDone = manual?.finishedAt !== undefined && auto !== undefined;
  const comparison = isDone ? compare(exercise.template, manual, auto) : undefined;
  return { exercise, ...present({ manual, auto, comparison }) };
}

/** What one machine took, in minutes, on either side; a sheet that is not finished took nothing yet. */
export function measuredMinutes({ manual, auto }: Results) {
  return present({
    manualMinutes: manual?.finishedAt === undefined ? undefined : elapsed(manual.watch) / MINUTE,
    autoMinutes: auto && wholeRun(auto).milliseconds / MINUTE,
  });
}

/** Fails with `bad-input` where a part is still to be done, naming the command that does it. */
export function requireDone({ exercise, manual, auto, comparison }: Results): Done {
  if (manual?.finishedAt === undefined) throw problem('bad-input', 'sheetNotDone');
  if (!auto || !comparison) throw problem('bad-input', 'agentNotRun');
  return { exercise, manual, auto, comparison };
}
