import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentOutcome } from '../agent/options.ts';
import type { AutoRun } from '../lab/auto-run.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Phase, Reading } from '../model/measured.ts';
import { runHere } from './agent-run.ts';
import type { Context } from './command.ts';

export interface TimedRun {
  readonly run: AutoRun;
  readonly inventory: Inventory;
}

/** A run of the agent as typed, timed; without a server it writes its document, into a folder that does not stay. */
export async function timedRun(context: Context): Promise<TimedRun> {
  const isLocal = context.args.texts('server').length === 0;
  const folder = isLocal ? await mkdtemp(join(tmpdir(), 'parcours-lab-')) : undefined;
  try {
    const { runMeter } = await import('../agent/meter.ts');
    const meter = runMeter(clocks);
    const from = clocks();
    const outcome = await runHere(context, folder === undefined ? { force: 1 } : { local: folder }, { meter });
    const to = clocks();
    const spent = { milliseconds: to.milliseconds - from.milliseconds, cpuMilliseconds: cpuBetween(from, to) };
    return { run: { ...spent, ...meter.measured(), collectors: outcome.collectors }, inventory: inventoryOf(outcome) };
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

/** What the program took before it began to run the agent. */
export function startPhase(): Phase {
  return { name: 'start', ...clocks() };
}

/** Since this process began. */
function clocks(): Reading {
  const { user, system } = process.cpuUsage();
  return { milliseconds: performance.now(), cpuMilliseconds: (user + system) / 1000 };
}

function cpuBetween(from: Reading, to: Reading): number {
  return to.cpuMilliseconds - from.cpuMilliseconds;
}

function inventoryOf({ inventory }: AgentOutcome): Inventory {
  // The server is not asked whether it wants one, so there is one.
  if (!inventory) throw new Error('the agent ran and made no inventory');
  return inventory;
}
