import { compareTexts } from '../model/order.ts';
import type { MachineRow } from './fleet.ts';
import { sharedMarks } from './machine-identity.ts';

/** Two device ids that may be one machine. */
export interface PossibleDouble {
  readonly older: MachineRow;
  readonly newer: MachineRow;
  readonly shares: readonly Mark[];
  readonly cause: DoubleCause;
}

export type Mark = 'uuid' | 'serial' | 'mac';

/**
 * What it most likely is. `reinstalled`: the one begins where the other ends. `two-agents`: both report, each by an agent
 * of another make. `copied`: both report, by the same. `adapter`: nothing but a network address in common.
 */
export type DoubleCause = 'reinstalled' | 'two-agents' | 'copied' | 'adapter';

/** Each pair once, those with most in common first. */
export function doublePairs(machines: readonly MachineRow[]): readonly PossibleDouble[] {
  const byId = new Map(machines.map((machine) => [machine.id, machine]));
  const pairs = machines.flatMap((machine) =>
    machine.possibleDoubles.flatMap((id): readonly PossibleDouble[] => {
      const other = byId.get(id);
      return other && isOlder(machine, other) ? [pairOf(machine, other)] : [];
    }),
  );
  return pairs.sort((a, b) => b.shares.length - a.shares.length || compareTexts(a.newer.name, b.newer.name));
}

function pairOf(older: MachineRow, newer: MachineRow): PossibleDouble {
  const shares = sharedMarks(older, newer);
  return { older, newer, shares, cause: causeOf(older, newer, shares) };
}

function causeOf(older: MachineRow, newer: MachineRow, shares: readonly Mark[]): DoubleCause {
  if (shares.every((mark) => mark === 'mac')) return 'adapter';
  if (Date.parse(older.lastSeen) <= Date.parse(newer.firstSeen)) return 'reinstalled';
  return makeOf(older.agent) === makeOf(newer.agent) ? 'copied' : 'two-agents';
}

/** `GLPI-Agent` of `GLPI-Agent_v1.15`. */
function makeOf(agent: string): string {
  return agent.split(/_v?\d/, 1)[0] ?? agent;
}

function isOlder(a: MachineRow, b: MachineRow): boolean {
  return (compareTexts(a.firstSeen, b.firstSeen) || compareTexts(a.id, b.id)) < 0;
}
