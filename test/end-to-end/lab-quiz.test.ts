import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTerminal } from '../terminal/terminal.ts';
import { ended, newHome } from './program.ts';

const home = newHome();

async function exercise(name: string): Promise<string> {
  await home.run('lab', 'new', '--exercise', home.path(name));
  return home.path(name);
}

function answer(folder: string, typed: string, ...words: string[]) {
  const env = { PATH: process.env['PATH'], HOME: home.folder, LANG: 'C.UTF-8' };
  const child = spawn(process.execPath, ['bin/parcours.js', 'lab', 'quiz', '--exercise', folder, ...words], { env });
  child.stdin.end(typed);
  return ended(child);
}

it('gives the reason after each answer, keeps the score, and goes on where it was left', async () => {
  const folder = await exercise('piped');
  const first = await answer(folder, 'b\nnonsense\n?\n', '--lang=fr');
  expect(first).toMatchObject({ code: 0 });
  expect(first.stdout).toMatch(/Juste\.\nL’agent tourne sur chaque poste/);
  expect(first.stdout).toContain('Ce n’est aucune des réponses.');
  expect(first.stdout).toContain('Non : a) Il reçoit les inventaires');
  expect(first.stdout).toContain('1 bonne réponse sur 2.');
  const second = await answer(folder, 'c\n', '--json');
  expect(JSON.parse(second.stdout)).toMatchObject({ right: 2, answered: 3, questions: 14 });
});

it('asks a teacher’s own questions', async () => {
  const folder = await exercise('own');
  const label = (text: string) => ({ en: text, fr: text });
  const own = [{ id: 'sum', question: label('2 + 2?'), number: 4, reason: label('Counting.') }];
  writeFileSync(home.path('own.json'), JSON.stringify(own));
  const { stdout } = await answer(folder, '4\n', '--questions', home.path('own.json'));
  expect(stdout).toContain('1 of 1 right.');
});

it('breaks no word at the edge of a terminal, and writes ASCII where the locale is C', async () => {
  const folder = await exercise('terminal');
  const program = join(process.cwd(), 'bin/parcours.js');
  const args = ['lab', 'quiz', '--exercise', folder, '--lang=fr'];
  const terminal = openTerminal({ program, args, environment: { LC_ALL: 'C' } });
  await terminal.shows('a, b, c');
  terminal.send('b\r');
  await terminal.shows('Question 2 sur 14');
  expect(terminal.output()).toMatch(/^[\x20-\x7e\r\n]*$/);
  expect(terminal.text()).toMatch(/peripheriques, et\n? ?envoie|reseau et\n?peripheriques/);
  await terminal.close();
});
