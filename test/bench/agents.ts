import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Agent, fusion, ocs } from '../end-to-end/agents.ts';
import { newHome } from '../end-to-end/program.ts';
import { type Cost, metered } from './metered.ts';
import { inTurns, median, type Ratio, ratio } from './ratio.ts';

const ROUNDS = 9;
const PROGRAM = 'bin/parcours.js';

/** What one inventory costs here, collected, written, packed and posted: ours and, in turns with it, what others ask. */
export async function agentRatios(folder: string): Promise<readonly Ratio[]> {
  const server = await newHome().serve(join(folder, 'inventories'));
  const posted = (state: string) =>
    metered(folder, [PROGRAM, '--np', `--server=${server.host}`, '--basevardir', join(folder, state)]);
  const others = [ocs, fusion].filter(({ installed }) => installed);
  const costOf = (agent: Agent) => treeCost(agent, join(folder, agent.name), `http://${server.host}/ocsinventory`);
  try {
    const costs = await inTurns(ROUNDS, {
      'node -e 0': () => metered(folder, ['-e', '0']),
      // With a state of its own each time: the server knows nothing of the machine, and all of it is sent.
      'parcours, everything': () => posted(crypto.randomUUID()),
      'parcours, unchanged': () => posted('state'),
      ...Object.fromEntries(others.map((agent) => [agent.name, () => costOf(agent)])),
    });
    for (const [name, series] of Object.entries(costs)) console.log(tableLine(name, series));
    return ratiosOf(costs);
  } finally {
    await server.stop();
  }
}

/** The bounds are those of a machine with some thousand packages. */
function ratiosOf(costs: Readonly<Record<string, readonly Cost[]>>): readonly Ratio[] {
  const { 'node -e 0': bare = [], 'parcours, everything': full = [], 'parcours, unchanged': again = [] } = costs;
  const others = Object.entries(costs).filter(([name]) => name.endsWith('-agent'));
  const cpu = (series: readonly Cost[]) => series.map((cost) => cost.cpu);
  return [
    ratio(['agent, everything: CPU', 'node -e 0'], cpu(full), cpu(bare), 10),
    ratio(['agent, unchanged: CPU', 'node -e 0'], cpu(again), cpu(bare), 10),
    ...others.map(([name, series]) => ratio(['agent, everything: CPU', name], cpu(full), cpu(series), 0.3)),
  ];
}

/** An agent with all the programs it starts. Memory is not told: of a tree that has ended nobody knows it. */
async function treeCost(agent: Agent, state: string, server: string): Promise<Cost> {
  const before = childrenCpu();
  const { code, output } = await agent.run(state, server, '--force');
  if (code !== 0) throw new Error(`${agent.name} ended with ${code}: ${output}`);
  return { cpu: childrenCpu() - before, peak: Number.NaN };
}

const TICK = 10;

/** Milliseconds of all children that have ended, and of theirs: proc(5), stat, cutime and cstime. */
function childrenCpu(): number {
  const text = readFileSync('/proc/self/stat', 'latin1');
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * TICK;
}

function tableLine(name: string, series: readonly Cost[]): string {
  const [cpu, peak] = [median(series.map((cost) => cost.cpu)), median(series.map((cost) => cost.peak))];
  const memory = Number.isNaN(peak) ? '' : `${peak.toFixed(0).padStart(6)} MiB`;
  return `${name.padEnd(24)}${cpu.toFixed(0).padStart(6)} ms CPU${memory}`;
}
