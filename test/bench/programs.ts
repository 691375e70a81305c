import { join } from 'node:path';
import { newHome } from '../end-to-end/program.ts';
import { type Cost, metered } from './metered.ts';
import { inTurns, type Ratio, ratio } from './ratio.ts';

const PROGRAM = 'bin/parcours.js';
const ROUNDS = 7;

/** What the program costs as a process, in units of a node that does nothing. */
export async function programRatios(folder: string): Promise<readonly Ratio[]> {
  const home = newHome();
  const server = await home.serve(join(folder, 'received'));
  const state = ['--basevardir', join(folder, 'agent')];
  try {
    const { bare, version, local, sent } = await inTurns(ROUNDS, {
      bare: () => metered(folder, ['-e', '0']),
      version: () => metered(folder, [PROGRAM, '--version']),
      local: () => metered(folder, [PROGRAM, `--local=${join(folder, 'local')}`, ...state]),
      sent: () => metered(folder, [PROGRAM, '--np', `--server=${server.host}`, ...state]),
    });
    const over = (what: string, costs: readonly Cost[], kind: 'cpu' | 'peak', bound: number) =>
      ratio(
        [`${what}: ${NAMES[kind]}`, 'node -e 0'],
        costs.map((cost) => cost[kind]),
        bare.map((cost) => cost[kind]),
        bound,
      );
    // The bounds of the agent are those of a machine with some thousand packages.
    return [
      over('--version', version, 'cpu', 2.5),
      over('agent --local', local, 'cpu', 16),
      over('agent --local', local, 'peak', 2.7),
      over('agent --server', sent, 'cpu', 20),
      over('agent --server', sent, 'peak', 3.2),
      ...children([...local, ...sent]),
    ];
  } finally {
    await server.stop();
  }
}

const NAMES = { cpu: 'CPU', peak: 'peak memory' };

function children(costs: readonly Cost[]): readonly Ratio[] {
  const faults = costs.flatMap(({ childFaults }) => childFaults ?? []);
  if (faults.length === 0) return [];
  return [{ what: 'agent: page faults of child processes', over: 'none', value: Math.max(...faults), bound: 0 }];
}
