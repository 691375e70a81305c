import { compareTexts } from '../model/order.ts';
import type { PackageIndex } from './index/packages.ts';
import { positionsOf } from './index/postings.ts';

/** What most machines of a group have, and who differs. */
export interface Consensus {
  /** Machines of the group. */
  readonly size: number;
  readonly items: readonly ConsensusItem[];
  /** Those that differ most first; machines that differ in nothing are left out. */
  readonly outliers: readonly Outlier[];
}

/** A package in one version: `27 of 30 machines have it`. */
export interface ConsensusItem {
  readonly name: string;
  readonly version: string;
  /** How many machines of the group have it. */
  readonly machines: number;
  /** True where more than half of them do. */
  readonly isCommon: boolean;
}

export interface Outlier {
  readonly id: string;
  /** What most have and this machine has not. */
  readonly missing: readonly PackageName[];
  /** What this machine has and most have not. */
  readonly extra: readonly PackageName[];
}

export interface PackageName {
  readonly name: string;
  readonly version: string;
}

/** What the machines of a group, such as a room, have in common among their packages. */
export function consensusOf({ values }: PackageIndex, ids: readonly string[]): Consensus {
  const members = new Map(values.machines.flatMap(({ id }, at) => (ids.includes(id) ? [[at, id] as const] : [])));
  const missing = new Map<string, PackageName[]>([...members.values()].map((id) => [id, []]));
  const extra = new Map<string, PackageName[]>([...members.values()].map((id) => [id, []]));
  const items: ConsensusItem[] = [];
  for (const { name, versions } of values.names) {
    for (const { version, holders, count } of versions) {
      if (count === 0) continue;
      const having = new Set(positionsOf(holders, values.machines.length).filter((at) => members.has(at)));
      if (having.size === 0) continue;
      const isCommon = having.size * 2 > members.size;
      items.push({ name, version, machines: having.size, isCommon });
      for (const [at, id] of members) {
        if (having.has(at) === isCommon) continue;
        (isCommon ? missing : extra).get(id)?.push({ name, version });
      }
    }
  }
  return { size: members.size, items, outliers: outliersOf(missing, extra) };
}

function outliersOf(
  missing: ReadonlyMap<string, readonly PackageName[]>,
  extra: ReadonlyMap<string, readonly PackageName[]>,
): readonly Outlier[] {
  const outliers = [...missing].map(([id, lacks]) => ({ id, missing: lacks, extra: extra.get(id) ?? [] }));
  const distance = (one: Outlier) => one.missing.length + one.extra.length;
  return outliers
    .filter((one) => distance(one) > 0)
    .sort((a, b) => distance(b) - distance(a) || compareTexts(a.id, b.id));
}
