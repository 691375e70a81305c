import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTerminal } from '../terminal/terminal.ts';
import { newHome } from './program.ts';

const home = newHome();

it('begins an exercise and tells the next step, about the same folder', async () => {
  const made = await home.run('lab', 'new', '--exercise', home.path('first'), '--student', 'S12', '--lang=fr');
  expect(made).toMatchObject({ code: 0 });
  expect(made.stderr).toContain(`Ensuite : parcours lab manual --exercise ${home.path('first')}`);
  const exercise = JSON.parse(readFileSync(home.path('first/exercise.json'), 'utf8'));
  expect(exercise).toMatchObject({ student: 'S12', language: 'fr', template: { name: 'machine-sheet' } });
  const again = await home.run('lab', 'new', '--exercise', home.path('first'));
  expect(again).toMatchObject({ code: 73 });
  expect(JSON.parse(readFileSync(home.path('first/exercise.json'), 'utf8'))).toEqual(exercise);
});

it('lies in the user’s data by default', async () => {
  await home.run('lab', 'new');
  expect(existsSync(home.path('.local/share/parcours/lab/exercise.json'))).toBe(true);
});

it('takes a teacher’s sheet, and tells where its mistake is', async () => {
  const { stdout } = await home.run('lab', 'new', '--show-template');
  writeFileSync(home.path('own.json'), stdout.replace('"machine-sheet"', '"own"'));
  const made = await home.run(
    'lab',
    'new',
    '--exercise',
    home.path('own'),
    '--template',
    home.path('own.json'),
    '--json',
  );
  expect(JSON.parse(made.stdout)).toEqual({ folder: home.path('own'), template: 'own', fields: 23 });
  writeFileSync(home.path('bad.json'), stdout.replace('"tolerance": 5', '"tolerance": "5 %"'));
  const bad = await home.run('lab', 'new', '--exercise', home.path('bad'), '--template', home.path('bad.json'));
  expect(bad).toMatchObject({ code: 65 });
  expect(bad.stderr).toMatch(/bad\.json, line \d+, field "memory", tolerance: write a number of 0 or more/);
  expect(existsSync(home.path('bad'))).toBe(false);
});

it.each([
  ['a name in place of a code', ['--student', 'Léa Martin'], 64],
  ['a sheet that is not there', ['--template', 'none.json'], 65],
])('refuses %s', async (_, words, code) => {
  expect(await home.run('lab', 'new', '--exercise', home.path('refused'), ...words)).toMatchObject({ code });
  expect(existsSync(home.path('refused'))).toBe(false);
});

it('wipes an exercise only when told so, and a folder that is none never', async () => {
  await home.run('lab', 'new', '--exercise', home.path('wiped'));
  const words = ['lab', 'reset', '--exercise', home.path('wiped'), '--lang=fr'];
  expect(await home.run(...words)).toMatchObject({ code: 64 });
  const terminal = openTerminal({ program: join(process.cwd(), 'bin/parcours.js'), args: words });
  await terminal.shows('[o/N]');
  terminal.send('n\r');
  await terminal.exited();
  expect(existsSync(home.path('wiped/exercise.json'))).toBe(true);
  expect(await home.run(...words, '--yes')).toMatchObject({ code: 0 });
  expect(existsSync(home.path('wiped/exercise.json'))).toBe(false);
  writeFileSync(home.path('wiped/manual.json'), '{}');
  expect(await home.run(...words, '--yes')).toMatchObject({ code: 65 });
  expect(existsSync(home.path('wiped/manual.json'))).toBe(true);
});
