import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeAuto } from '../../src/lab/auto-run.ts';
import { readClass } from '../../src/lab/classroom.ts';
import { createExercise, writeManual } from '../../src/lab/exercise.ts';
import { madeExercise } from './made-exercise.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parcours-class-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function keep(name: string, minutes: number, parts: readonly ('manual' | 'auto')[] = ['manual', 'auto']) {
  const { exercise, manual, auto } = madeExercise({ student: name, minutes });
  const path = join(folder, name);
  await createExercise(path, exercise);
  if (parts.includes('manual')) await writeManual(path, manual);
  if (parts.includes('auto')) await writeAuto(path, auto);
}

it('gives each exercise by its code, the middle of all, and who is far from it', async () => {
  for (const [at, minutes] of [42, 38, 40, 41, 44, 120].entries()) await keep(`S${6 - at}`, minutes);
  const { rows, spreads, skipped } = await readClass(folder);
  expect(rows.map(({ student, values }) => [student, values.minutes])).toEqual([
    ['S1', 120],
    ['S2', 44],
    ['S3', 41],
    ['S4', 40],
    ['S5', 38],
    ['S6', 42],
  ]);
  expect(rows[0]).toMatchObject({ far: ['minutes', 'secondsPerCorrect'], values: { correct: 2, agentSeconds: 0.8 } });
  expect(rows.slice(1).flatMap(({ far }) => far)).toEqual([]);
  expect(spreads.minutes).toEqual({ low: 40.25, median: 41.5, high: 43.5 });
  expect(skipped).toEqual([]);
});

it('names what is damaged or not done, and goes on', async () => {
  await keep('S1', 38);
  await keep('begun', 38, []);
  await keep('half', 38, ['manual']);
  await keep('torn', 38);
  writeFileSync(join(folder, 'torn', 'auto.json'), '{"at":');
  mkdirSync(join(folder, 'other'));
  writeFileSync(join(folder, 'notes.txt'), 'not an exercise');
  const { rows, skipped } = await readClass(folder);
  expect(rows.map(({ student }) => student)).toEqual(['S1']);
  expect(skipped.map(({ folder: name }) => name)).toEqual(['begun', 'half', 'other', 'torn']);
  expect(skipped.map(({ reason }) => reason).join('\n')).toMatch(
    /not finished.*\n.*has not run.*\n.*no exercise.*\n.*auto\.json cannot be read/,
  );
});

it('says where there is no such folder', async () => {
  await expect(readClass(join(folder, 'none'))).rejects.toMatchObject({ code: 'not-found' });
});

const parts = ['exercise.json', 'manual.json', 'auto.json'] as const;
const damage = fc.record({
  part: fc.constantFrom(...parts),
  way: fc.array(fc.nat(), { minLength: 1, maxLength: 7 }),
  instead: fc.constantFrom(undefined, null, 7, -1, '', 'x', true, [], {}, [null], [{}]),
});

it('takes an exercise or leaves it out, whatever was done to one of its files', async () => {
  await keep('S1', 38);
  await keep('S2', 40);
  await fc.assert(
    fc.asyncProperty(damage, async ({ part, way, instead }) => {
      const path = join(folder, 'S2', part);
      const sound = readFileSync(path, 'utf8');
      writeFileSync(path, JSON.stringify(damaged(JSON.parse(sound), way, instead)) ?? '');
      const { rows, skipped } = await readClass(folder);
      writeFileSync(path, sound);
      expect(rows.length + skipped.length).toBe(2);
      expect(rows.every(({ values }) => Object.values(values).every(Number.isFinite))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

/** The document with another value at the end of that way through it. */
function damaged(document: unknown, [step = 0, ...way]: readonly number[], instead: unknown): unknown {
  if (typeof document !== 'object' || document === null || Object.keys(document).length === 0) return instead;
  const names = Object.keys(document);
  const name = names[step % names.length] ?? '';
  const inner: unknown = Reflect.get(document, name);
  const copy: object = Array.isArray(document) ? [...document] : { ...document };
  Reflect.set(copy, name, way.length > 0 ? damaged(inner, way, instead) : instead);
  return copy;
}
