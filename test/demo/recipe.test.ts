import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readAnswers } from '../../src/demo/answers.ts';
import { readRecipe, writeRecipe } from '../../src/demo/recipe.ts';
import { answersOf, type FleetOptions } from '../../src/demo/simulate.ts';

const options: FleetOptions = {
  machines: 6,
  months: 1,
  seed: 3,
  end: new Date('2026-10-31'),
  plant: ['silent'],
  daily: true,
};
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-recipe-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('reads back what a fleet was made from', async () => {
  await writeRecipe(folder, options);
  expect(await readRecipe(folder)).toEqual(options);
});

it('gives the answers without writing them down', async () => {
  await writeRecipe(folder, options);
  const answers = await readAnswers(folder);
  expect(answers).toEqual(answersOf(options));
  expect(await readFile(join(folder, 'demo.json'), 'utf8')).not.toContain(answers[0]?.machine.name);
});

it.each([
  ['nothing', undefined],
  ['no JSON', 'school'],
  ['another document', '{"layout":1}'],
  ['no number of machines', '{"machines":"many","months":1,"seed":1,"end":"2026-10-31"}'],
  ['no day', '{"machines":6,"months":1,"seed":1,"end":"soon"}'],
])('refuses a folder with %s', async (_, content) => {
  if (content !== undefined) await writeFile(join(folder, 'demo.json'), content);
  await expect(readRecipe(folder)).rejects.toMatchObject({ code: 'bad-input' });
});
