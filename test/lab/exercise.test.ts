import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  createExercise,
  EXERCISE_FORMAT,
  type Exercise,
  readExercise,
  readManual,
  wipeExercise,
  writeManual,
} from '../../src/lab/exercise.ts';
import { machineSheet } from '../../src/lab/machine-sheet.ts';
import { EMPTY_SHEET } from '../../src/lab/sheet.ts';

let folder = '';
const exercise: Exercise = {
  format: EXERCISE_FORMAT,
  template: machineSheet(),
  student: 'S12',
  language: 'fr',
  createdAt: '2026-11-24T08:00:00.000Z',
  version: '0.1.0',
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parcours-lab-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('is read as it was written, with its sheet', async () => {
  await createExercise(folder, exercise);
  expect(await readExercise(folder)).toEqual(exercise);
  expect(await readManual(folder)).toBeUndefined();
  await writeManual(folder, { ...EMPTY_SHEET, entries: { name: { kind: 'value', text: 'pc1' } } });
  expect((await readManual(folder))?.entries).toEqual({ name: { kind: 'value', text: 'pc1' } });
});

it('is never made over another one', async () => {
  await createExercise(folder, exercise);
  await expect(createExercise(folder, exercise)).rejects.toMatchObject({ code: 'cannot-write' });
});

it('is wiped alone: what else lies in its folder stays', async () => {
  await createExercise(folder, exercise);
  await writeManual(folder, EMPTY_SHEET);
  writeFileSync(join(folder, 'notes.txt'), 'mine');
  expect((await wipeExercise(folder)).toSorted()).toEqual(['exercise.json', 'manual.json']);
  expect(readdirSync(folder)).toEqual(['notes.txt']);
});

it('is not wiped where there is none', async () => {
  writeFileSync(join(folder, 'manual.json'), '{}');
  await expect(wipeExercise(folder)).rejects.toMatchObject({ code: 'not-found' });
  expect(readdirSync(folder)).toEqual(['manual.json']);
});

it('says so where a file holds something else', async () => {
  await createExercise(folder, exercise);
  writeFileSync(join(folder, 'manual.json'), '{"entries":');
  await expect(readManual(folder)).rejects.toMatchObject({ code: 'store-damaged' });
});
