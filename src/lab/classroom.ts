import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { ParcoursError } from '../model/errors.ts';
import { present } from '../model/present.ts';
import { type Done, readResults, requireDone } from './results.ts';
import { isOutlier, quantile } from './statistics.ts';

/** What is told of each exercise and of all. */
export const measures = ['minutes', 'correct', 'accuracy', 'secondsPerCorrect', 'agentSeconds'] as const;
export type Measure = (typeof measures)[number];

/** One exercise; a measure that it does not have is not there. */
export interface ClassRow {
  /** The code; undefined where the exercise was begun without one. */
  readonly student?: string;
  readonly values: { readonly [M in Measure]?: number };
  /** The measures in which it is far from the others. */
  readonly far: readonly Measure[];
}

/** The middle of all exercises, and where their middle half begins and ends. */
export interface Spread {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

export interface ClassTable {
  /** By code. */
  readonly rows: readonly ClassRow[];
  readonly spreads: { readonly [M in Measure]?: Spread };
  /** Folders that could not be taken, and why. */
  readonly skipped: readonly Skipped[];
}

export interface Skipped {
  readonly folder: string;
  readonly reason: string;
}

/** The exercises in the folders of a folder; one that is damaged or not done keeps none of the others out. */
export async function readClass(folder: string): Promise<ClassTable> {
  const [done, skipped]: [Done[], Skipped[]] = [[], []];
  for (const path of await foldersIn(folder)) {
    try {
      done.push(requireDone(await readResults(path)));
    } catch (error) {
      if (!(error instanceof ParcoursError)) throw error;
      skipped.push({ folder: basename(path), reason: error.message.replace(`${path}/`, '').replace(`${path} `, '') });
    }
  }
  return { ...tableOf(done), skipped };
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return names.toSorted().map((name) => join(folder, name));
  } catch (error) {
    throw new ParcoursError('not-found', `${folder} cannot be read`, error);
  }
}

function tableOf(exercises: readonly Done[]): Omit<ClassTable, 'skipped'> {
  const all = exercises.map(({ exercise, comparison: { manual, auto } }) => ({
    ...present({ student: exercise.student }),
    values: {
      minutes: manual.seconds / 60,
      correct: manual.correct,
      ...present({ accuracy: manual.accuracy, secondsPerCorrect: manual.secondsPerCorrect }),
      agentSeconds: auto.seconds,
    },
  }));
  const numbersOf = (measure: Measure) => all.flatMap(({ values }) => values[measure] ?? []);
  const isFar = (measure: Measure, value: number | undefined) =>
    value !== undefined && isOutlier(value, numbersOf(measure));
  const rows = all.map((row) => ({ ...row, far: measures.filter((measure) => isFar(measure, row.values[measure])) }));
  const spreads = Object.fromEntries(measures.flatMap((measure) => spreadOf(measure, numbersOf(measure))));
  return { rows: rows.toSorted((a, b) => (a.student ?? '').localeCompare(b.student ?? '')), spreads };
}

function spreadOf(measure: Measure, numbers: readonly number[]): [Measure, Spread][] {
  const [low, median, high] = [quantile(numbers, 0.25), quantile(numbers, 0.5), quantile(numbers, 0.75)];
  return low === undefined || median === undefined || high === undefined ? [] : [[measure, { low, median, high }]];
}
