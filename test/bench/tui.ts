import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openTerminal, type TestTerminal } from '../terminal/terminal.ts';
import { fillStore } from './listing.ts';

/** What is measured, in milliseconds and bytes, and what it may be at most. */
interface Figure {
  readonly what: string;
  readonly value: number;
  readonly bound: number;
  readonly unit: string;
}

const [KEYS, PACE, MACHINES] = [300, 1000 / 30, 10_000];
const SIZE = { columns: 140, rows: 40 };

/**
 * How the built explorer feels in a terminal of 140×40 on 10,000 machines, htop and less beside it. `store` is a folder
 * to look at; without one a fleet is made. Absolute figures: on a busy machine only their order means something.
 *
 * @returns 1 where a figure is out of its bound, else 0
 */
export async function bench([, store]: readonly string[]): Promise<0 | 1> {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-bench-'));
  const fleet = store ?? join(folder, 'fleet');
  if (store === undefined) await fillStore(fleet, MACHINES);
  const figures = await explorerFigures(fleet);
  for (const { what, value, bound, unit } of figures) {
    const verdict = value <= bound ? '' : '  OUT OF BOUND';
    console.log(`${value.toFixed(1).padStart(9)} ≤ ${String(bound).padEnd(4)} ${unit.padEnd(5)} ${what}${verdict}`);
  }
  for (const line of await neighbours(folder)) console.log(line);
  return figures.every(({ value, bound }) => value <= bound) ? 0 : 1;
}

async function explorerFigures(store: string): Promise<readonly Figure[]> {
  const started = performance.now();
  const terminal = openTerminal({ program: 'bin/parcours.js', args: ['browse', '--store', store], ...SIZE });
  await until(() => terminal.output().includes('\x1b[?2026l'), terminal);
  const firstFrame = terminal.answeredAt() - started;
  await until(() => /[\d,]{4,} machines/.test(terminal.text()), terminal);
  const fleetShown = terminal.answeredAt() - started;
  await terminal.settled();
  const open = statusOf(terminal.pid);
  const move = await held(terminal, 'down');
  terminal.send('G');
  await terminal.settled();
  terminal.send('g');
  await terminal.settled();
  const burst = await burstTime(terminal);
  const used = statusOf(terminal.pid);
  await terminal.close();
  return [
    { what: 'first frame', value: firstFrame, bound: 350, unit: 'ms' },
    { what: 'the fleet on the screen', value: fleetShown, bound: 1000, unit: 'ms' },
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

interface Held {
  readonly answers: readonly number[];
  readonly moveBytes: readonly number[];
  readonly scrollBytes: readonly number[];
  /** Milliseconds a key. */
  readonly cpu: number;
}

/** A key every 33 ms, as a keyboard repeats it; what comes until the next key is its answer. */
async function held(
  terminal: Pick<TestTerminal, 'send' | 'output' | 'answeredAt' | 'pid'>,
  key: string,
): Promise<Held> {
  const [answers, bytes]: [number[], number[]] = [[], []];
  const before = statusOf(terminal.pid).cpu;
  let next = performance.now();
  for (let count = 0; count < KEYS; count++) {
    const [length, pressed] = [terminal.output().length, performance.now()];
    terminal.send(key);
    next += PACE;
    await pause(Math.max(0, next - performance.now()));
    if (terminal.answeredAt() > pressed) answers.push(terminal.answeredAt() - pressed);
    bytes.push(Buffer.byteLength(terminal.output().slice(length)));
  }
  const cpu = (statusOf(terminal.pid).cpu - before) / KEYS;
  return { answers, cpu, moveBytes: bytes.slice(0, 30), scrollBytes: bytes.slice(50) };
}

async function burstTime(terminal: TestTerminal): Promise<number> {
  const started = performance.now();
  terminal.send(...Array<string>(500).fill('down'));
  await until(() => / 501\//.test(terminal.text()), terminal);
  return terminal.answeredAt() - started;
}

/** What others take for the same key, where they are installed. */
async function neighbours(folder: string): Promise<readonly string[]> {
  const text = join(folder, 'lines.txt');
  writeFileSync(text, Array.from({ length: 10_000 }, (_, line) => `${line} a line of the text to scroll\n`).join(''));
  const lines: string[] = [];
  for (const [program, args] of [
    ['htop', []],
    ['less', [text]],
  ] as const) {
    if (!(await isInstalled(program))) continue;
    const terminal = openTerminal({ command: program, program: '', args, ...SIZE });
    await terminal.settled().catch(() => undefined);
    const { answers, cpu, scrollBytes } = await held(terminal, 'down');
    const figures = [quantile(answers, 0.5), quantile(answers, 0.99), cpu].map((value) => value.toFixed(1));
    lines.push(
      `beside it: ${program} p50 ${figures[0]} ms, p99 ${figures[1]} ms, CPU ${figures[2]} ms a key, ${quantile(scrollBytes, 0.5)} bytes`,
    );
    await terminal.close();
  }
  return lines;
}

function isInstalled(program: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, ['--version'], { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('close', () => resolve(true));
  });
}

/** CPU in milliseconds and memory in MiB of a process: proc(5), stat and statm. */
function statusOf(pid: number): { readonly cpu: number; readonly memory: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
  return { cpu: (Number(fields[11]) + Number(fields[12])) * 10, memory: (pages * 4096) / 1024 / 1024 };
}

async function until(isTrue: () => boolean, { text }: TestTerminal): Promise<void> {
  const end = performance.now() + 20_000;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(`never came:\n${text()}`);
    await pause(1);
  }
}

function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
