import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterEach, expect, it } from 'vitest';
import { sha256 } from '../../src/model/canonical.ts';
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

/** The files below a folder, as one digest each. */
function bytesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter((name) => statSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, sha256(readFileSync(join(folder, name)))]));
}

/** Resident, in MiB: proc(5), statm. */
function memoryOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) / 256;
}

/** How often its main thread gave up waiting: proc(5), status. */
function wakeUpsOf(pid: number): number {
  return Number(/^voluntary_ctxt_switches:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1]);
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

it('leaves the terminal as it was found: a crash', async () => {
  const crash = join(mkdtempSync(join(tmpdir(), 'parcours-crash-')), 'crash.cjs');
  writeFileSync(crash, "process.on('SIGUSR2', () => setImmediate(() => { throw new Error('broken on purpose'); }));");
  const terminal = await openInShell({ NODE_OPTIONS: `--require=${crash}` });
  process.kill(childOf(terminal.pid), 'SIGUSR2');
  await expectAsFound(terminal);
  expect(terminal.output()).not.toContain('left 0');
  rmSync(dirname(crash), { recursive: true });
});

it('ends when its line is cut', async () => {
  const terminal = await openInShell();
  const program = childOf(terminal.pid);
  process.kill(terminal.pid, 'SIGKILL');
  await expect.poll(() => existsSync(`/proc/${program}/fd/0`), { timeout: 10_000 }).toBe(false);
});

it('prints the fleet where its input is closed', async () => {
  const { folder } = scene();
  const terminal = openTerminal({
    ...view,
    command: 'sh',
    program: '',
    args: [
      '-c',
      '"$@" <&-; echo "left $?"',
      'sh',
      ...[process.execPath, join(process.cwd(), 'bin/parcours.js'), 'browse', '--store', join(folder, 'store')],
    ],
    environment: { HOME: folder },
  });
  closing.push(terminal.close);
  await terminal.shows('left 0');
  expect(terminal.output()).toContain('B104-03');
  expect(terminal.output()).not.toContain('\x1b[?1049h');
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
  const quiet = async () => {
    const before = terminal.output().length;
    await pause(1500);
    return terminal.output().length === before;
  };
  await expect.poll(quiet, { timeout: 15_000 }).toBe(true);
});

it('skips frames while nobody reads them, holds none back, and then shows the last', async () => {
  const terminal = await scene().open();
  await terminal.press('down', 'enter', '8');
  const [memory, bytes] = [memoryOf(terminal.pid), terminal.output().length];
  terminal.stall(true);
  const keys = [...Array<string[]>(600).fill(['down', 'up']).flat(), ...Array<string>(300).fill('down')];
  for (const key of keys) {
    terminal.send(key);
    await pause(1);
  }
  const grown = memoryOf(terminal.pid) - memory;
  terminal.stall(false);
  await terminal.shows(/^ 301\/\d+ /m);
  expect(grown).toBeLessThan(40);
  // Each move would take some hundred bytes.
  expect(terminal.output().length - bytes).toBeLessThan(keys.length * 100);
});

it.skipIf(process.platform !== 'linux')('is not woken up while nothing happens', async () => {
  const terminal = await scene().open();
  await terminal.press('down');
  await pause(3000);
  const before = wakeUpsOf(terminal.pid);
  await pause(4000);
  // Looking for changes every second would wake it a dozen times.
  expect(wakeUpsOf(terminal.pid) - before).toBeLessThan(6);
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

it('says that the past of a large fleet takes longer without an index, which fsck makes as it was', async () => {
  const { folder, texts } = scene();
  const [store, program] = [join(folder, 'large'), join(process.cwd(), 'bin/parcours.js')];
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, [program, ...args], { env: { PATH: process.env['PATH'], HOME: folder } });
  await run('demo', '--machines', '100', '--months', '1', '--seed', '1', '--out', store);
  const made = bytesIn(join(store, 'index'));
  rmSync(join(store, 'index'), { recursive: true });
  const terminal = openTerminal({
    ...view,
    program,
    args: ['browse', '--store', store],
    environment: { HOME: folder },
  });
  closing.push(terminal.close);
  await terminal.shows(texts.notices.notIndexed);
  await terminal.press('down', 'q');
  await run('fsck', '--repair', '--store', store);
  expect(Object.keys(made)).toContain('fleet.json');
  expect(bytesIn(join(store, 'index'))).toEqual(made);
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
