import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** What a process cost. */
export interface Cost {
  /** Milliseconds of all its threads. */
  readonly cpu: number;
  /** Most memory it had, in MiB. */
  readonly peak: number;
  /** 0 where it had no child process; undefined where the system does not tell. */
  readonly childFaults?: number;
}

/** Runs node with these arguments until it ends. Fails where it fails. */
export async function metered(folder: string, args: readonly string[]): Promise<Cost> {
  const child = spawn(process.execPath, [...args], {
    env: meterEnvironment(folder),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let told = '';
  child.stderr.on('data', (bytes) => (told += bytes));
  const code = await new Promise((done) => child.once('close', done));
  if (code !== 0) throw new Error(`node ${args.join(' ')} ended with ${code}: ${told}`);
  return meteredCost(folder);
}

/** Makes the next node process that has it write its cost into the folder; without what only this shell adds to node. */
export function meterEnvironment(folder: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    LANG: 'C.UTF-8',
    NODE_OPTIONS: `--require "${resolve('test/bench/meter.cjs')}"`,
    METER_FILE: join(folder, METER_FILE),
  };
}

/** The cost of the process that ended last. */
export function meteredCost(folder: string): Cost {
  return JSON.parse(readFileSync(join(folder, METER_FILE), 'utf8')) as Cost;
}

const METER_FILE = 'cost.json';
