import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { openTerminal, type TestTerminal } from '../terminal/terminal.ts';
import { newScene } from './explorer/scene.ts';

const view = { language: 'en', columns: 80, rows: 24 } as const;
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

function scene() {
  const made = newScene(view);
  closing.push(made.close);
  return made;
}

/** The explorer, run by a shell that tells the settings of the terminal before and after. */
async function openInShell(environment: Readonly<Record<string, string>> = {}): Promise<TestTerminal> {
  const { folder } = scene();
  const terminal = openTerminal({
    ...view,
    command: 'sh',
    program: '',
    args: [
      '-c',
      'echo "before $(stty -g)"; "$@"; echo "left $?"; echo "after $(stty -g)"',
      'sh',
      ...[process.execPath, join(process.cwd(), 'bin/parcours.js'), 'browse', '--store', join(folder, 'store')],
    ],
    environment: { HOME: folder, ...environment },
  });
  closing.push(terminal.close);
  await terminal.shows('SRV-01');
  await terminal.settled();
  return terminal;
}

function childOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ').at(-1));
}

async function expectAsFound(terminal: TestTerminal): Promise<void> {
  await terminal.shows('after ');
  const [, before] = /before (\S+)/.exec(terminal.output()) ?? [];
  const [, after] = /after (\S+)/.exec(terminal.output()) ?? [];
  expect(after).toBe(before);
  expect(terminal.isAlternate()).toBe(false);
  expect(terminal.isCursorHidden()).toBe(false);
  expect(terminal.output()).not.toContain('\x1b[3J');
}

it.each([
  ['q', ['q']],
  ['Ctrl-C', ['enter', '3', '/', 'x', 'ctrl-c']],
  ['q after the mouse was on', ['f2', 'q']],
])('leaves the terminal as it was found: %s', async (_, keys) => {
  const terminal = await openInShell();
  for (const key of keys) await terminal.press(key);
  await expectAsFound(terminal);
  expect(terminal.output()).toContain('left 0');
});

it.each(['SIGTERM', 'SIGHUP'] as const)('leaves the terminal as it was found: %s', async (signal) => {
  const terminal = await openInShell();
  process.kill(childOf(terminal.pid), signal);
  await expectAsFound(terminal);
});

it.each(['xterm', 'linux', 'screen', 'tmux-256color', 'vt100', 'dumb'])('serves TERM=%s', async (TERM) => {
  const terminal = await openInShell({ TERM });
  await terminal.press(...(TERM === 'dumb' ? ['2\r', 'q\r', 'q\r'] : ['down', 'enter', 'q', 'q']));
  await expectAsFound(terminal);
  expect(terminal.output()).toContain('left 0');
});

it('goes to the shell and comes back', async () => {
  const { folder } = scene();
  const environment = { HOME: folder, PS1: 'ready> ' };
  const terminal = openTerminal({ ...view, command: 'bash', program: '', args: ['--norc', '-i'], environment });
  closing.push(terminal.close);
  await terminal.shows('ready>');
  terminal.send(`${process.execPath} bin/parcours.js browse --store ${join(folder, 'store')}\r`);
  await terminal.shows('A101-01');
  await terminal.press('down', 'ctrl-z');
  await terminal.shows('Stopped');
  expect(terminal.isAlternate()).toBe(false);
  terminal.send('fg\r');
  await terminal.shows('2/12');
  expect(terminal.isAlternate()).toBe(true);
  await terminal.press('q');
  await terminal.shows('ready>');
  expect(terminal.isAlternate()).toBe(false);
});

it('writes each frame as one synchronized update, and nothing while nothing happens', async () => {
  const terminal = await scene().open();
  await terminal.press('down', 'enter', '3', 'page-down', 'd', 'd');
  const frames = terminal.output().replace(/^.*?\x1b\[2J/s, '');
  expect(frames.replace(/\x1b\[\?2026h.*?\x1b\[\?2026l/gs, '')).toBe('');
  const before = terminal.output().length;
  await pause(1500);
  expect(terminal.output().length).toBe(before);
});

it('survives a thousand resizes', async () => {
  const terminal = await scene().open();
  await terminal.press('down', 'enter', '3');
  await terminal.storm(Array.from({ length: 1000 }, (_, at) => [20 + (at % 120), 5 + (at % 40)]));
  await terminal.resize(80, 24);
  const fresh = await scene().open();
  await fresh.press('down', 'enter', '3');
  await expect.poll(() => terminal.lines(), { timeout: 5000 }).toEqual(fresh.lines());
});

it('survives a store that is damaged or removed under it, and says so', async () => {
  const { folder, open, texts } = scene();
  const terminal = await open();
  writeFileSync(join(folder, 'store', 'parcours.json'), '{broken');
  rmSync(join(folder, 'store', 'history'), { recursive: true });
  await terminal.press('R', 'down', 'enter');
  await terminal.shows(texts.unreadable);
  rmSync(join(folder, 'store'), { recursive: true });
  await terminal.press('escape', 'R', 'down');
  await terminal.shows(/A101|No |not|read/);
  await terminal.press('q');
  expect((await terminal.exited()).exitCode).toBe(0);
  expect(terminal.isAlternate()).toBe(false);
});
