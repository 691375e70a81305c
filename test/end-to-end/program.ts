import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The built program, as a person runs it, in a home of its own. */
export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Home {
  readonly folder: string;
  /** Path of a file in the home. */
  path(name: string): string;
  run(...args: string[]): Promise<Ended>;
  /** Starts what does not end by itself. */
  start(...args: string[]): ChildProcess;
  /** Starts a receiver on a free port; `url` is where it listens. */
  serve(store: string, ...args: string[]): Promise<Server>;
}

export interface Server {
  readonly url: string;
  readonly host: string;
  readonly process: ChildProcess;
  /** Ends it as the system would, and waits; gives the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export function newHome(): Home {
  const folder = mkdtempSync(join(tmpdir(), 'parcours-home-'));
  const path = (name: string) => join(folder, name);
  return {
    folder,
    path,
    run: (...args) => ended(start(folder, args)),
    start: (...args) => start(folder, args),
    serve: (store, ...args) => serve(folder, store, args),
  };
}

function start(folder: string, args: readonly string[]): ChildProcess {
  const kept = { PATH: process.env['PATH'], HOME: folder, LANG: 'C.UTF-8' };
  return spawn(process.execPath, ['bin/parcours.js', ...args], { env: kept, stdio: ['ignore', 'pipe', 'pipe'] });
}

export async function ended(child: ChildProcess): Promise<Ended> {
  let [stdout, stderr] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((done) => child.once('close', done));
  return { code, stdout, stderr };
}

async function serve(folder: string, store: string, args: readonly string[]): Promise<Server> {
  const child = start(folder, ['serve', '--listen', '127.0.0.1:0', '--store', store, ...args]);
  let stderr = '';
  child.stderr?.on('data', (text) => (stderr += text));
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (text) => resolve(String(text)));
    child.once('close', (code) => reject(new Error(`serve ended with ${code}: ${stderr}`)));
  });
  const url = /https?:\S+/.exec(line)?.[0] ?? '';
  return {
    url,
    host: new URL(url).host,
    process: child,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const closed = new Promise<number | null>((done) => child.once('close', done));
      child.kill(signal);
      return closed;
    },
  };
}
