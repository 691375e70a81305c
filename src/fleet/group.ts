import { diffSection } from '../delta/delta.ts';
import { pairRows } from '../delta/identity.ts';
import type { Delta, NotCompared } from '../delta/types.ts';
import { describe, type SectionName, sectionNames } from '../model/catalogue.ts';
import { type AnyRow, fieldValue } from '../model/descriptor.ts';
import type { StoreReader } from '../store/store.ts';
import type { Consensus, Member } from './consensus.ts';
import { readableRows, type State, sectionState } from './state.ts';

/** Machines of a group that are read together at most: each is read whole. */
export const MAX_GROUP = 300;

/** A machine as one of a group: what was not collected of it is not known, whatever an older run found. */
export async function memberOf(reader: StoreReader, state: State): Promise<Member> {
  const names = sectionNames.filter((name) => !describe(name).volatile && gapIn(state, name) === undefined);
  const read = await Promise.all(names.map(async (name) => [name, await readableRows(reader, state, name)] as const));
  return { id: state.record.id, rows: new Map(read.flatMap(([name, rows]) => (rows ? [[name, rows]] : []))) };
}

/** What tells a machine from most of a group, which stands on the left. Where the group does not agree nothing is said. */
export async function compareWithGroup(reader: StoreReader, consensus: Consensus, state: State): Promise<Delta> {
  const delta = diffMember(consensus, await memberOf(reader, state));
  const notCompared = [...consensus.rows.keys()].flatMap((name): readonly NotCompared[] => {
    const reason = gapIn(state, name);
    return reason === undefined ? [] : [{ section: name, side: 'after', reason }];
  });
  return { ...delta, notCompared };
}

/** The same of what is known of a machine. */
export function diffMember({ rows }: Consensus, member: Member): Delta {
  const known = [...rows].filter(([name]) => member.rows.has(name));
  const diffs = known.map(([name, agreed]) => ({ name, ...diffAgreed(name, agreed, member.rows.get(name) ?? []) }));
  return {
    sections: diffs.flatMap(({ name, changes }) => (changes.length > 0 ? [{ name, changes }] : [])),
    hidden: {
      volatile: diffs.reduce((total, { volatile }) => total + volatile, 0),
      noise: diffs.reduce((total, { noise }) => total + noise, 0),
    },
    notCompared: [],
  };
}

/** Why nothing is known of a section now. */
function gapIn(state: State, name: SectionName): string | undefined {
  const told = sectionState(state, name);
  if (state.head.sections[name] === undefined) return told?.reason ?? 'not-sent';
  if (told?.completeness !== 'skipped' && told?.completeness !== 'failed') return undefined;
  return told.reason ?? told.completeness;
}

function diffAgreed(name: SectionName, agreed: readonly AnyRow[], rows: readonly AnyRow[]) {
  const { pairs, removed, added } = pairRows(name, agreed, rows);
  const before = [...pairs.map((pair) => pair.before), ...removed];
  return diffSection(name, before, [...pairs.map((pair) => spokenOf(pair.before, pair.after)), ...added]);
}

/** Of a row the fields that the group agrees on. */
function spokenOf(agreed: AnyRow, row: AnyRow): AnyRow {
  return Object.fromEntries(
    Object.keys(agreed).flatMap((field) => {
      const value = fieldValue(row, field);
      return value === undefined ? [] : [[field, value]];
    }),
  );
}
