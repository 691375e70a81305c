import { type ChildProcess, spawn } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { hostname, machine, networkInterfaces, release } from 'node:os';
import { ParcoursError, systemCode } from '../model/errors.ts';
import type { Host, HostAddress, HostFacts, RunLimits, RunResult, Space } from '../model/host.ts';
import { tooLate, withDeadline } from './deadline.ts';
import { localFiles } from './local-files.ts';
import { readChunks } from './plain-file.ts';
import { getOverSocket } from './unix-socket.ts';

/** The machine the program runs on. */
export function localHost(): Host {
  return {
    facts: localFacts(),
    ...localFiles(),
    chunks: readChunks,
    space,
    addresses: async () => localAddresses(),
    get: getOverSocket,
    run,
    async portable(name) {
      const { callPortable } = await import('./portable/functions.ts');
      return callPortable(name);
    },
  };
}

function localFacts(): HostFacts {
  const userId = process.getuid?.();
  return {
    platform: process.platform,
    hostName: hostname(),
    machine: machine(),
    release: release(),
    ...(userId === undefined ? {} : { userId }),
    environment: process.env,
    now: Date.now,
    timezoneOffset: (at = Date.now()) => new Date(at).getTimezoneOffset(),
  };
}

const SPACE_MILLISECONDS = 2000;

/** A file system that hangs, such as one whose server is gone, has no size: statfs(2) cannot be interrupted. */
async function space(path: string): Promise<Space | undefined> {
  try {
    const { blocks, bavail, bsize } = await withDeadline(statfs(path), SPACE_MILLISECONDS, `statfs ${path}`);
    return { total: blocks * bsize, free: bavail * bsize };
  } catch {
    return undefined;
  }
}

function localAddresses(): readonly HostAddress[] {
  return Object.entries(networkInterfaces()).flatMap(([name, addresses = []]) =>
    addresses.map(({ address, netmask, family, mac, internal }) => ({
      interface: name,
      address,
      netmask,
      family: family === 'IPv4' ? 4 : 6,
      mac,
      internal,
    })),
  );
}

const windows = process.platform === 'win32';

/** A program without a shell, in a process group of its own: at the limit the whole group ends. */
function run(program: string, args: readonly string[], limits: RunLimits): Promise<RunResult | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      detached: !windows,
      windowsHide: true,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: windows ? process.env : { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8' },
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    const timer = setTimeout(() => stop(tooLate(limits.milliseconds, program)), limits.milliseconds);
    child.on('error', (error) => (systemCode(error) === 'ENOENT' ? settle(() => resolve(undefined)) : stop(error)));
    child.on('close', (code) => settle(() => resolve({ output: Buffer.concat(chunks), exitCode: code ?? -1 })));
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > limits.bytes)
        stop(new ParcoursError('bad-input', `${program} wrote more than ${limits.bytes} bytes`));
    });

    function stop(error: Error): void {
      endGroup(child);
      child.stdout.destroy();
      settle(() => reject(error));
    }
    function settle(settled: () => void): void {
      clearTimeout(timer);
      settled();
    }
  });
}

// ESRCH: the group has ended by itself; EPERM: it became another user's.
const OUT_OF_REACH = new Set(['ESRCH', 'EPERM']);

function endGroup(child: ChildProcess): void {
  try {
    if (windows || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if (!OUT_OF_REACH.has(systemCode(error) ?? '')) throw error;
  }
}
