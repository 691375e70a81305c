import type { ChildProcess, ChildProcessByStdio, spawn } from 'node:child_process';
import { readFileSync, type StatsFs, statfsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { ParcoursError, systemCode } from '../model/errors.ts';
import type { Host, RunLimits, RunResult, Space } from '../model/host.ts';
import { tooLate, withDeadline } from './deadline.ts';
import { descendantsOf } from './descendants.ts';
import { type FarMounts, farMounts } from './far-mounts.ts';
import { localAddresses, localFacts } from './local-facts.ts';
import { localFiles } from './local-files.ts';
import { type Memory, remember } from './memory.ts';
import { nearness } from './nearness.ts';
import { type Mount, parseMountinfo } from './sources/mountinfo.ts';
import { getOverSocket } from './unix-socket.ts';

/** The machine the program runs on. */
export function localHost(memory?: Memory): Host {
  const mounted = mountedHere();
  const isNear = nearness(mounted);
  const far = farMounts(mounted, run);
  const files = localFiles(isNear, far.answering);
  return {
    facts: localFacts(),
    ...files,
    space: async (path) => (isNear(path) ? spaceNow(path) : space(path, far)),
    addresses: async () => localAddresses(),
    // A machine that runs none of these services is spared an HTTP client.
    get: async (socket, path, question) => (await files.stat(socket)) && getOverSocket(socket, path, question),
    run,
    remembered: (name, stamp, work) => (memory ? remember(memory, name, stamp, work) : work()),
    async portable(name) {
      const { callPortable } = await import('./portable/functions.ts');
      usesLibrary = true;
      watchEnd();
      return callPortable(name);
    },
  };
}

/** None where the kernel does not tell, as on other systems and where /proc is not mounted. */
function mountedHere(): readonly Mount[] {
  try {
    return parseMountinfo(readFileSync('/proc/self/mountinfo', 'utf8'));
  } catch (error) {
    if (systemCode(error)) return [];
    throw error;
  }
}

const SPACE_MILLISECONDS = 2000;

/** A file system that does not answer has no size. */
async function space(path: string, far: FarMounts): Promise<Space | undefined> {
  const told = await far.space(path);
  if (told !== 'near') return told;
  try {
    return spaceOf(await withDeadline(statfs(path), SPACE_MILLISECONDS, `statfs ${path}`));
  } catch {
    return undefined;
  }
}

function spaceNow(path: string): Space | undefined {
  try {
    return spaceOf(statfsSync(path));
  } catch (error) {
    if (systemCode(error)) return undefined;
    throw error;
  }
}

function spaceOf({ blocks, bavail, bsize }: StatsFs): Space {
  return { total: blocks * bsize, free: bavail * bsize };
}

const windows = process.platform === 'win32';
const SYSTEM_FOLDER = `${process.env['SystemRoot'] ?? 'C:\\Windows'}\\System32`;
/** What one program may write. */
const MAX_BYTES = 8 * 1024 * 1024;
/** How long after its end what a program wrote may still be on its way. */
const DRAIN_MILLISECONDS = 300;

/** A program without a shell, in a process group of its own, of which nothing is left when this settles. */
async function run(program: string, args: readonly string[], limits: RunLimits): Promise<RunResult | undefined> {
  const { spawn } = await import('node:child_process');
  return new Promise((resolve, reject) => {
    const child = start(spawn, program, args);
    const maxBytes = Math.min(limits.bytes, MAX_BYTES);
    const chunks: Buffer[] = [];
    let bytes = 0;
    let exitCode = -1;
    const ended = () => settle(() => resolve({ output: Buffer.concat(chunks), exitCode }));
    let timer = setTimeout(late, limits.milliseconds);
    child.on('error', (error) => (systemCode(error) === 'ENOENT' ? settle(() => resolve(undefined)) : fail(error)));
    child.on('exit', (code) => {
      exitCode = code ?? -1;
      // What it started may live on and hold its output open: what it wrote itself is here in a moment.
      clearTimeout(timer);
      timer = setTimeout(ended, DRAIN_MILLISECONDS);
    });
    child.on('close', ended);
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > maxBytes) fail(new ParcoursError('bad-input', `${program} wrote more than ${maxBytes} bytes`));
    });

    function late(): void {
      if (!limits.beginning) fail(tooLate(limits.milliseconds, program));
      else settle(() => resolve({ output: Buffer.concat(chunks), exitCode, late: true }));
    }
    function fail(error: Error): void {
      settle(() => reject(error));
    }
    function settle(settled: () => void): void {
      clearTimeout(timer);
      endGroup(child);
      child.stdout.destroy();
      settled();
    }
  });
}

function start(spawnChild: typeof spawn, program: string, args: readonly string[]): Running {
  const child = spawnChild(program, args, {
    detached: !windows,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    // A working directory that was deleted would look like a missing program; Windows looks for programs in it first.
    ...(windows
      ? { cwd: SYSTEM_FOLDER }
      : { cwd: '/', env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8' } }),
  });
  watchEnd();
  running.add(child);
  return child;
}

type Running = ChildProcessByStdio<null, Readable, null>;

/** Groups that have not ended: they are not told when this program is. */
const running = new Set<ChildProcess>();
let isWatched = false;
/** systeminformation starts programs itself, in our own group, and gives them no limit. */
let usesLibrary = false;

function watchEnd(): void {
  if (!isWatched) process.on('exit', endAll);
  isWatched = true;
}

function endAll(): void {
  for (const child of running) endGroup(child);
  if (!usesLibrary || process.platform !== 'linux') return;
  for (const pid of descendantsOf(process.pid)) kill(pid);
}

// ESRCH: the group has ended by itself; EPERM: it became another user's.
const OUT_OF_REACH = new Set(['ESRCH', 'EPERM']);

function endGroup(child: ChildProcess): void {
  if (!running.delete(child)) return;
  if (windows || child.pid === undefined) child.kill('SIGKILL');
  else kill(-child.pid);
}

/** A process, or with a minus before it its group. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!OUT_OF_REACH.has(systemCode(error) ?? '')) throw error;
  }
}
