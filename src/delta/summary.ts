import type { SectionName } from '../model/catalogue.ts';
import type { RowChange, SectionDelta } from './types.ts';

/** How many rows came, went and became different; a move counts as a change. */
export interface ChangeCounts {
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

export function countChanges(changes: readonly RowChange[]): ChangeCounts {
  const added = changes.filter(({ kind }) => kind === 'added').length;
  const removed = changes.filter(({ kind }) => kind === 'removed').length;
  return { added, removed, changed: changes.length - added - removed };
}

export interface DeltaSummary extends ChangeCounts {
  /** Sections that differ. */
  readonly sections: readonly SectionName[];
}

export function summarise(sections: readonly SectionDelta[]): DeltaSummary {
  return {
    ...countChanges(sections.flatMap(({ changes }) => changes)),
    sections: sections.map(({ name }) => name),
  };
}
