import { ParcoursError } from '../model/errors.ts';
import type { RunLimits, RunResult, Space } from '../model/host.ts';
import { isOnNetwork, type Mount, mountOf } from './sources/mountinfo.ts';

/** File systems that another machine or a program answers for. */
export interface FarMounts {
  /** Settles once the file system a path lies on has answered; rejects with `time-budget` where it does not. */
  answering(path: string): Promise<void>;
  /** Its size; undefined where it does not answer, `near` where the kernel itself does. */
  space(path: string): Promise<Space | undefined | 'near'>;
}

type Run = (program: string, args: readonly string[], limits: RunLimits) => Promise<RunResult | undefined>;

const LIMITS = { milliseconds: 2000, bytes: 4096 };

/**
 * Asks each once, through a program that can be ended: a system call that waits for a server that is gone cannot, and
 * keeps the whole process from ending.
 */
export function farMounts(mounted: readonly Mount[], run: Run): FarMounts {
  const far = new Set(mounted.filter(isOnNetwork));
  const answers = new Map<Mount, Promise<Space | undefined>>();
  function ask(mount: Mount): Promise<Space | undefined> {
    const answer = answers.get(mount) ?? askSpace(mount.mountPoint, run);
    answers.set(mount, answer);
    return answer;
  }
  function farMountOf(path: string): Mount | undefined {
    const mount = far.size > 0 ? mountOf(path, mounted) : undefined;
    return mount && far.has(mount) ? mount : undefined;
  }
  return {
    async answering(path) {
      const mount = farMountOf(path);
      if (mount && !(await ask(mount)))
        throw new ParcoursError('time-budget', `the file system at ${mount.mountPoint} does not answer`);
    },
    async space(path) {
      const mount = farMountOf(path);
      return mount ? ask(mount) : 'near';
    },
  };
}

async function askSpace(mountPoint: string, run: Run): Promise<Space | undefined> {
  try {
    const result = await run('stat', ['-f', '-c', '%b %a %S', mountPoint], LIMITS);
    return spaceOf(Buffer.from(result?.output ?? []).toString());
  } catch (error) {
    if (error instanceof ParcoursError) return undefined;
    throw error;
  }
}

/** Blocks, free blocks and the bytes of one. */
function spaceOf(output: string): Space | undefined {
  const [blocks = 0, free = 0, bytes = 0] = output.trim().split(' ').map(Number);
  return bytes > 0 ? { total: blocks * bytes, free: free * bytes } : undefined;
}
