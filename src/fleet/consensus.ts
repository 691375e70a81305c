import { type SectionName, sectionNames } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import { compareTexts } from '../model/order.ts';
import { sectionConsensus } from './consensus-section.ts';

/** What most machines of a group, such as a room, have, and who differs. */
export interface Consensus {
  /** Machines of the group. */
  readonly size: number;
  /** What most have, then what few have, by section. */
  readonly items: readonly ConsensusItem[];
  /** Those that differ most first; machines that differ in nothing are left out. */
  readonly outliers: readonly Outlier[];
  /** What a machine has that is as most are, without what they do not agree on: one side of a comparison. */
  readonly rows: ReadonlyMap<SectionName, readonly AnyRow[]>;
}

/** One thing that machines have: `27 of 30 machines have it`. */
export interface ConsensusItem {
  readonly section: SectionName;
  /** What a person calls the row. */
  readonly key: string;
  /** Set in a section that exists once: there each field is a thing. */
  readonly field?: string;
  /** As most of those have it that have it; what they do not agree on is left out. */
  readonly row: AnyRow;
  /** True where more than half of the machines have it. */
  readonly isCommon: boolean;
  /** Machines that told of the section. */
  readonly of: number;
  /** Ids of those that have it just so. */
  readonly same: readonly string[];
  readonly different: readonly Holder[];
  /** Ids. */
  readonly missing: readonly string[];
}

/** A machine by its id, and the row it has. */
export interface Holder {
  readonly id: string;
  readonly row: AnyRow;
}

export interface Outlier {
  readonly id: string;
  /** What most have and this machine has not. */
  readonly missing: number;
  /** What it has otherwise than most. */
  readonly different: number;
  /** What it has and most have not. */
  readonly extra: number;
}

/** A machine of a group: the rows of the sections that are known of it. */
export interface Member {
  readonly id: string;
  readonly rows: ReadonlyMap<SectionName, readonly AnyRow[]>;
}

/** What the machines of a group have in common, in all their sections. */
export function consensusOf(members: readonly Member[]): Consensus {
  const sections = sectionNames.flatMap((name) => sectionConsensus(name, members) ?? []);
  const items = sections.flatMap((section) => section.items);
  return {
    size: members.length,
    items,
    outliers: outliersOf(members, items),
    rows: new Map(sections.map(({ name, rows }) => [name, rows])),
  };
}

function outliersOf(members: readonly Member[], items: readonly ConsensusItem[]): readonly Outlier[] {
  const counts = new Map(members.map(({ id }) => [id, { missing: 0, different: 0, extra: 0 }]));
  const count = (id: string, what: 'missing' | 'different' | 'extra') => {
    const own = counts.get(id);
    if (own) own[what]++;
  };
  for (const { isCommon, same, different, missing } of items) {
    for (const id of isCommon ? missing : []) count(id, 'missing');
    for (const { id } of different) count(id, isCommon ? 'different' : 'extra');
    for (const id of isCommon ? [] : same) count(id, 'extra');
  }
  return [...counts]
    .map(([id, own]) => ({ id, ...own }))
    .filter((one) => distance(one) > 0)
    .sort((a, b) => distance(b) - distance(a) || compareTexts(a.id, b.id));
}

function distance({ missing, different, extra }: Outlier): number {
  return missing + different + extra;
}
