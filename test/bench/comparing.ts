import { diffSection } from '../../src/delta/delta.ts';
import type { AnyRow } from '../../src/model/descriptor.ts';
import { cpuOf } from './cpu.ts';
import { madeMachine } from './machines.ts';
import { inTurns, type Ratio, ratio } from './ratio.ts';

const ROUNDS = 7;
const TIMES = Array.from({ length: 20 }, (_, time) => time);

/** What comparing two long lists costs, beside the least that could find a difference. */
export async function comparingRatios(): Promise<readonly Ratio[]> {
  const before = madeMachine(1, 1000).sections.softwares ?? [];
  const after = before.slice(10).map((row, place) => (place % 100 === 0 ? { ...row, version: '99' } : row));
  const { naive, diff } = await inTurns(ROUNDS, {
    naive: () => cpuOf(TIMES, () => differing(before, after)),
    diff: () => cpuOf(TIMES, () => diffSection('softwares', before, after)),
  });
  return [ratio(['diff of 1,000 packages', 'a Map by name that compares JSON'], diff, naive, 5)];
}

function differing(before: readonly AnyRow[], after: readonly AnyRow[]): readonly AnyRow[] {
  const known = new Map(before.map((row) => [row['name'], JSON.stringify(row)]));
  return after.filter((row) => known.get(row['name']) !== JSON.stringify(row));
}
