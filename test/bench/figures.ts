import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { TestTerminal } from '../terminal/terminal.ts';

/** What is measured, and what it may be at most. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly bound: number;
  readonly unit: 'ms' | 'MiB' | 'bytes';
}

/** What a key held down costs. */
export interface Held {
  /** Milliseconds from each key to the last byte of its answer. */
  readonly answers: readonly number[];
  readonly moveBytes: readonly number[];
  readonly scrollBytes: readonly number[];
  /** Milliseconds a key. */
  readonly cpu: number;
}

export const KEYS = 300;
const PACE = 1000 / 30;

/** A key every 33 ms, as a keyboard repeats it; what comes until the next key is its answer. */
export async function held(terminal: TestTerminal, key: string): Promise<Held> {
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

/** Milliseconds from each of the keys to the last byte of its answer, with time to rest behind each. */
export async function answersTo(terminal: TestTerminal, keys: readonly string[]): Promise<readonly number[]> {
  const answers: number[] = [];
  for (const key of keys) {
    const pressed = performance.now();
    terminal.send(key);
    await pause(REST);
    answers.push(Math.max(0, terminal.answeredAt() - pressed));
  }
  return answers;
}

const REST = 700;

/** CPU in milliseconds and memory in MiB of a process: proc(5), stat and statm. */
export function statusOf(pid: number): { readonly cpu: number; readonly memory: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const pages = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
  return { cpu: (Number(fields[11]) + Number(fields[12])) * 10, memory: (pages * 4096) / 1024 / 1024 };
}

export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
