import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ManualSheet } from '../../src/lab/sheet.ts';
import { elapsed } from '../../src/lab/stopwatch.ts';
import { openTerminal, type TestTerminal } from '../terminal/terminal.ts';
import { newHome } from './program.ts';

const open: TestTerminal[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((terminal) => terminal.close()));
});

async function newExercise() {
  const home = newHome();
  const exercise = home.path('exercise');
  await home.run('lab', 'new', '--exercise', exercise, '--student', 'S12');
  const sheet = () => JSON.parse(readFileSync(join(exercise, 'manual.json'), 'utf8')) as ManualSheet;
  return { home, exercise, sheet };
}

async function form(exercise: string, environment: Readonly<Record<string, string>> = {}): Promise<TestTerminal> {
  const args = ['lab', 'manual', '--exercise', exercise];
  const terminal = openTerminal({ program: join(process.cwd(), 'bin/parcours.js'), args, environment });
  open.push(terminal);
  await terminal.shows('F1');
  return terminal;
}

describe('the sheet filled by hand', () => {
  it('loses nothing when it is killed, and does not count the time until it is opened again', async () => {
    const { exercise, sheet } = await newExercise();
    const killed = await form(exercise);
    await killed.press('pc-b104', 'enter', 'Dell');
    await expect.poll(() => sheet().entries['manufacturer']).toEqual({ kind: 'value', text: 'Dell' });
    killed.signal('SIGKILL');
    await killed.exited();
    const counted = elapsed(sheet().watch);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const again = await form(exercise, { LANG: 'fr_FR.UTF-8' });
    await again.shows(/▸ Constructeur +Dell/);
    await again.press('escape', 'enter');
    expect(await again.exited()).toMatchObject({ exitCode: 0 });
    expect(sheet().watch.runs).toHaveLength(2);
    const [, second] = sheet().watch.runs;
    const since = Date.parse(second?.to ?? '') - Date.parse(second?.from ?? '');
    expect(elapsed(sheet().watch)).toBe(counted + since);
    expect(sheet().entries['name']).toEqual({ kind: 'value', text: 'pc-b104' });
  });

  it('leaves the terminal as it was, with the sheet on disk, when it is told to stop', async () => {
    const { exercise, sheet } = await newExercise();
    const terminal = await form(exercise);
    await terminal.press('pc1');
    terminal.signal('SIGTERM');
    await terminal.exited();
    expect(terminal.isAlternate()).toBe(false);
    expect(terminal.isCursorHidden()).toBe(false);
    expect(sheet().entries['name']).toEqual({ kind: 'value', text: 'pc1' });
  });

  it.each([
    ['C', { LC_ALL: 'C', LANG: 'fr_FR.UTF-8' }, 'Technical sheet'],
    ['Latin-1', { LANG: 'fr_FR.ISO-8859-1' }, "Fiche technique d'un poste"],
  ])('is written in ASCII where the locale is %s', async (_, environment, title) => {
    const { exercise } = await newExercise();
    const terminal = await form(exercise, environment);
    expect(terminal.text()).toContain(title);
    await terminal.press('ctrl-p', 'f1', 'escape');
    expect(terminal.output()).toMatch(/^[\x1b\x20-\x7e\r\n]*$/);
  });

  it('has no colour where none is wanted', async () => {
    const { exercise } = await newExercise();
    const terminal = await form(exercise, { NO_COLOR: '1' });
    await terminal.press('pc1', 'enter', 'ctrl-p');
    expect(terminal.output()).not.toMatch(/\x1b\[[\d;]*\b(?:3[0-7]|4[0-7]|9[0-7])m/);
  });

  it('is filled line by line without a terminal', async () => {
    const { exercise, home, sheet } = await newExercise();
    const child = spawn(process.execPath, ['bin/parcours.js', 'lab', 'manual', '--exercise', exercise, '--lang=fr'], {
      env: { PATH: process.env['PATH'], HOME: home.folder, LANG: 'C.UTF-8' },
    });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stdin.end(['pc1', '?', ':p', 'alerte', '', '<', ':u', ':q', ':f', ''].join('\n'));
    expect(await new Promise((resolve) => child.once('close', resolve))).toBe(0);
    expect(said).toContain('1 sur 23 : Nom du poste');
    expect(said).toContain('Pourquoi la pause ?');
    expect(said).not.toContain('\x1b');
    expect(sheet()).toMatchObject({ entries: { name: { text: 'pc1' } }, watch: { pauses: [{ reason: 'alerte' }] } });
    expect(sheet().finishedAt).toBeDefined();
  });

  it('says what to do where there is no exercise', async () => {
    const home = newHome();
    const { code, stderr } = await home.run('lab', 'manual', '--exercise', home.path('none'));
    expect(code).toBe(65);
    expect(stderr).toContain('parcours lab new');
  });
});
