import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openTerminal, type TestTerminal } from '../terminal/terminal.ts';
import { answersTo, type Figure, held, KEYS, quantile, statusOf } from './figures.ts';
import { fillLargeFleet } from './large-fleet.ts';
import { neighbours } from './neighbours.ts';

const MACHINES = 10_000;
const SIZE = { columns: 140, rows: 40 };

/**
 * How the built explorer feels in a terminal of 140×40 on 10,000 machines of 1,000 packages, htop and less beside it.
 * `store` is the folder of the fleet, made there if there is none yet; without one it is made and thrown away. Absolute
 * figures: on a busy machine only their order means something.
 *
 * @returns 1 where a figure is out of its bound, else 0
 */
export async function bench([, store]: readonly string[]): Promise<0 | 1> {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-bench-'));
  try {
    const fleet = store ?? join(folder, 'fleet');
    if (!existsSync(fleet)) await fillLargeFleet(fleet, MACHINES);
    const figures = [...(await listFigures(fleet, folder)), ...(await questionFigures(fleet, folder))];
    for (const figure of figures) console.log(lineOf(figure));
    for (const line of await neighbours(folder, SIZE)) console.log(line);
    return figures.every(({ value, bound }) => value <= bound) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The list opened, and moved in. */
async function listFigures(store: string, folder: string): Promise<readonly Figure[]> {
  const started = performance.now();
  const terminal = openExplorer(store, folder);
  await until(() => terminal.output().includes('\x1b[?2026l'), terminal);
  const firstFrame = terminal.answeredAt() - started;
  await fleetShown(terminal);
  const shown = terminal.answeredAt() - started;
  await terminal.settled();
  const open = statusOf(terminal.pid);
  const move = await held(terminal, 'down');
  await terminal.press('G', 'g');
  const burst = await burstTime(terminal);
  const used = statusOf(terminal.pid);
  await terminal.close();
  return [
    { what: 'first frame', value: firstFrame, bound: 350, unit: 'ms' },
    { what: 'the fleet on the screen', value: shown, bound: 1000, unit: 'ms' },
    { what: 'memory with the fleet open', value: open.memory, bound: 120, unit: 'MiB' },
    { what: 'memory after the moves', value: used.memory, bound: 120, unit: 'MiB' },
    { what: `Down held, key to last byte, p50 of ${KEYS}`, value: quantile(move.answers, 0.5), bound: 4, unit: 'ms' },
    { what: 'the same, p99', value: quantile(move.answers, 0.99), bound: 16, unit: 'ms' },
    { what: 'CPU a key', value: move.cpu, bound: 5, unit: 'ms' },
    { what: 'bytes of a move within the page, p50', value: quantile(move.moveBytes, 0.5), bound: 500, unit: 'bytes' },
    { what: 'bytes of a scroll by a row, p50', value: quantile(move.scrollBytes, 0.5), bound: 700, unit: 'bytes' },
    { what: '500 keys at once, until the right screen', value: burst, bound: 50, unit: 'ms' },
  ];
}

/** What is asked of the fleet: its past, its packages, and the difference of two machines with many of them. */
async function questionFigures(store: string, folder: string): Promise<readonly Figure[]> {
  const delta = await visit(store, folder, deltaTime);
  const days = await visit(store, folder, (terminal) => answersTo(terminal, Array<string>(DAYS).fill('<')));
  const { keys, cpu, memory } = await visit(store, folder, searched);
  return [
    { what: 'delta of two machines of 3,000 packages', value: delta, bound: 100, unit: 'ms' },
    { what: `the fleet a day earlier, p50 of ${DAYS}`, value: quantile(days, 0.5), bound: 100, unit: 'ms' },
    { what: 'the same, the slowest', value: Math.max(...days), bound: 100, unit: 'ms' },
    { what: `a key of ${SEARCH}, p50`, value: quantile(keys, 0.5), bound: 50, unit: 'ms' },
    { what: 'the same, the slowest', value: Math.max(...keys), bound: 50, unit: 'ms' },
    { what: 'the same, CPU a key', value: cpu, bound: 50, unit: 'ms' },
    { what: 'memory after it', value: memory, bound: 200, unit: 'MiB' },
  ];
}

const DAYS = 20;
const SEARCH = 'soft:package-9<5';

/** An explorer of its own: what one question left in memory is no help to the next. */
async function visit<T>(store: string, folder: string, ask: (terminal: TestTerminal) => Promise<T>): Promise<T> {
  const terminal = openExplorer(store, folder);
  try {
    await fleetShown(terminal);
    await terminal.settled();
    return await ask(terminal);
  } finally {
    await terminal.close();
  }
}

/** Two machines are chosen first. */
async function deltaTime(terminal: TestTerminal): Promise<number> {
  await terminal.press('space', 'down', 'space');
  const started = performance.now();
  terminal.send('d');
  await until(() => terminal.text().includes('~3,00'), terminal);
  return terminal.answeredAt() - started;
}

async function searched(terminal: TestTerminal) {
  await terminal.press('/');
  const before = statusOf(terminal.pid).cpu;
  const keys = await answersTo(terminal, [...SEARCH]);
  const { cpu, memory } = statusOf(terminal.pid);
  return { keys, memory, cpu: (cpu - before) / SEARCH.length };
}

function openExplorer(store: string, folder: string): TestTerminal {
  const environment = { XDG_STATE_HOME: folder };
  return openTerminal({ program: 'bin/parcours.js', args: ['browse', '--store', store], ...SIZE, environment });
}

async function fleetShown(terminal: TestTerminal): Promise<void> {
  await until(() => /[\d,]{4,} machines/.test(terminal.text()), terminal);
}

async function burstTime(terminal: TestTerminal): Promise<number> {
  const started = performance.now();
  terminal.send(...Array<string>(500).fill('down'));
  await until(() => / 501\//.test(terminal.text()), terminal);
  return terminal.answeredAt() - started;
}

async function until(isTrue: () => boolean, { text }: TestTerminal): Promise<void> {
  const end = performance.now() + 20_000;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(`never came:\n${text()}`);
    await pause(1);
  }
}

function lineOf({ what, value, bound, unit }: Figure): string {
  const verdict = value <= bound ? '' : '  OUT OF BOUND';
  return `${value.toFixed(1).padStart(9)} ≤ ${String(bound).padEnd(4)} ${unit.padEnd(5)} ${what}${verdict}`;
}
