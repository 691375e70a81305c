import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Language, languages } from '../i18n/language.ts';
import { problem } from '../i18n/problem.ts';
import { ParcoursError } from '../model/errors.ts';
import { listFolder, makeFolder, readDocument, sweepTemporaries, writeDocument } from '../store/durable.ts';
import { isEachOf, isEither, isListOf, isMaybe, isNumber, isOneOf, isRecordOf, isText, isTime } from './guards.ts';
import type { ManualSheet } from './sheet.ts';
import type { Template } from './template.ts';
import { parseTemplate } from './template-file.ts';

/** What an exercise is about: `exercise.json`, written once. */
export interface Exercise {
  readonly format: typeof EXERCISE_FORMAT;
  readonly template: Template;
  /** A code, never a name: the teacher's table knows whose it is. */
  readonly student?: string;
  readonly language: Language;
  /** ISO 8601. */
  readonly createdAt: string;
  /** Version of this program. */
  readonly version: string;
}

export const EXERCISE_FORMAT = 1;

/** The files of an exercise's folder, all plain JSON. */
export type ExerciseFile = 'exercise.json' | 'manual.json' | 'auto.json' | 'quiz.json';

/** Makes the folder an exercise. Fails with `cannot-write` where one lies there already. */
export async function createExercise(folder: string, exercise: Exercise): Promise<void> {
  const names = await listFolder(folder);
  if (names.includes('exercise.json')) {
    throw new ParcoursError('cannot-write', `${folder} holds an exercise already: parcours lab reset wipes it`);
  }
  await makeFolder(folder);
  await writeDocument(join(folder, 'exercise.json'), exercise);
}

/** Fails with `not-found` where the folder is no exercise. */
export async function readExercise(folder: string): Promise<Exercise> {
  const exercise = await readDocument(join(folder, 'exercise.json'), isExercise);
  if (exercise) return exercise;
  throw problem('not-found', 'noExercise', folder);
}

/** The sheet filled by hand; undefined before the first time. */
export function readManual(folder: string): Promise<ManualSheet | undefined> {
  return readPart(folder, 'manual.json', isManualSheet);
}

/** Resolves when it is on disk: the program may be killed at any moment. */
export function writeManual(folder: string, sheet: ManualSheet): Promise<void> {
  return writePart(folder, 'manual.json', sheet);
}

/** One file of an exercise; undefined where it is not there yet, `store-damaged` where it is not what it should be. */
export function readPart<T>(
  folder: string,
  name: ExerciseFile,
  isValid: (data: unknown) => data is T,
): Promise<T | undefined> {
  return readDocument(join(folder, name), isValid);
}

export function writePart<T>(folder: string, name: ExerciseFile, part: T): Promise<void> {
  return writeDocument(join(folder, name), part);
}

/** Takes away the files of an exercise, and nothing else that lies in the folder; names what it took away. */
export async function wipeExercise(folder: string): Promise<readonly string[]> {
  await readExercise(folder);
  await sweepTemporaries(folder);
  const mine = (await listFolder(folder)).filter((name) => FILES.some((file) => file === name));
  // Last, so that what is left after a crash still is an exercise that can be wiped.
  for (const name of FILES.toReversed()) await rm(join(folder, name), { force: true });
  return mine;
}

const FILES: readonly string[] = [
  ...(['exercise.json', 'manual.json', 'auto.json', 'quiz.json'] satisfies readonly ExerciseFile[]),
  'report.html',
  'report.md',
];

const areExerciseMembers = isRecordOf({
  format: isOneOf([EXERCISE_FORMAT]),
  template: isTemplate,
  student: isMaybe(isText),
  language: isOneOf(languages),
  createdAt: isTime,
  version: isText,
});

function isExercise(data: unknown): data is Exercise {
  return areExerciseMembers(data);
}

/** What a teacher's file must be. */
function isTemplate(data: unknown): boolean {
  try {
    parseTemplate(JSON.stringify(data ?? null), 'template');
    return true;
  } catch (error) {
    if (error instanceof ParcoursError) return false;
    throw error;
  }
}

const span = { from: isTime, to: isTime };
const isEntry = isEither(
  isRecordOf({ kind: isOneOf(['value']), text: isText }),
  isRecordOf({ kind: isOneOf(['unknown']) }),
);
const areSheetMembers = isRecordOf({
  entries: isEachOf(isEntry),
  watch: isRecordOf({
    runs: isListOf(isRecordOf(span)),
    pauses: isListOf(isRecordOf({ ...span, reason: isMaybe(isText) })),
  }),
  visits: isListOf(isRecordOf({ field: isText, entered: isTime, left: isTime, spent: isNumber })),
  edits: isListOf(isRecordOf({ field: isText, before: isMaybe(isEntry) })),
  finishedAt: isMaybe(isTime),
});

function isManualSheet(data: unknown): data is ManualSheet {
  return areSheetMembers(data);
}
