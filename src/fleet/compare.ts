import { diffSection, type SectionDiff } from '../delta/delta.ts';
import type { Delta, NotCompared, SectionDelta } from '../delta/types.ts';
import { describe, type SectionName, sectionNames } from '../model/catalogue.ts';
import type { StoreReader } from '../store/store.ts';
import { DAMAGED, readableRows, type State, sectionState } from './state.ts';

/** What differs between two states. Sections with equal digests are not read. */
export async function compareStates(reader: StoreReader, before: State, after: State): Promise<Delta> {
  const names = sectionNames.filter((name) => !describe(name).volatile);
  const outcomes = await Promise.all(names.map((name) => compareSection(reader, before, after, name)));
  return {
    sections: outcomes.flatMap(({ delta }) => (delta && delta.changes.length > 0 ? delta : [])),
    hidden: {
      volatile: outcomes.reduce((total, { diff }) => total + (diff?.volatile ?? 0), 0),
      noise: outcomes.reduce((total, { diff }) => total + (diff?.noise ?? 0), 0),
    },
    notCompared: outcomes.flatMap(({ notCompared }) => notCompared ?? []),
  };
}

interface Outcome {
  readonly delta?: SectionDelta;
  readonly diff?: SectionDiff;
  readonly notCompared?: NotCompared;
}

async function compareSection(reader: StoreReader, before: State, after: State, name: SectionName): Promise<Outcome> {
  const missing = { before: gapOf(before, after, name), after: gapOf(after, before, name) };
  const notCompared = gapsAsOne(name, missing.before, missing.after);
  const equal = before.head.sections[name] === after.head.sections[name];
  if (equal || notCompared) return notCompared ? { notCompared } : {};
  const [left, right] = await Promise.all([readableRows(reader, before, name), readableRows(reader, after, name)]);
  if (!left || !right) return { notCompared: damaged(name, left === undefined, right === undefined) };
  const diff = diffSection(name, left, right);
  return { diff, delta: { name, changes: diff.changes } };
}

/**
 * Why nothing can be said of a section on one side: it was never collected, or what is known of it was read before the
 * other side was and the newest run did not read it again. Undefined where it can be compared.
 */
function gapOf(side: State, other: State, name: SectionName): string | undefined {
  const state = sectionState(side, name);
  if (side.head.sections[name] === undefined) {
    const isSpokenOf = state ?? sectionState(other, name);
    return isSpokenOf && (state?.reason ?? 'not-sent');
  }
  if (state?.completeness !== 'skipped' && state?.completeness !== 'failed') return undefined;
  const isEqual = side.head.sections[name] === other.head.sections[name];
  const isOlder = Date.parse(state.collectedAt ?? side.head.at) < Date.parse(other.head.at);
  return isEqual || isOlder ? (state.reason ?? state.completeness) : undefined;
}

function gapsAsOne(section: SectionName, before?: string, after?: string): NotCompared | undefined {
  const reason = after ?? before;
  if (reason === undefined) return undefined;
  return { section, side: before === undefined ? 'after' : after === undefined ? 'before' : 'both', reason };
}

function damaged(section: SectionName, before: boolean, after: boolean): NotCompared {
  return { section, side: before && after ? 'both' : before ? 'before' : 'after', reason: DAMAGED };
}
