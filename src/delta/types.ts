import type { SectionName } from '../model/catalogue.ts';
import type { AnyRow, Value } from '../model/descriptor.ts';

export interface FieldChange {
  readonly field: string;
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

/** One row that differs. `moved`: the same serial in another place. `key`: what a person calls the row. */
export interface RowChange {
  readonly kind: 'added' | 'removed' | 'changed' | 'moved';
  readonly key: string;
  readonly before?: AnyRow;
  readonly after?: AnyRow;
  /** Empty for rows that were added or removed. */
  readonly fields: readonly FieldChange[];
}

export interface SectionDelta {
  readonly name: SectionName;
  readonly changes: readonly RowChange[];
}

/** A section one side did not collect: nothing can be said of it. */
export interface NotCompared {
  readonly section: SectionName;
  readonly side: 'before' | 'after' | 'both';
  readonly reason: string;
}

export interface Delta {
  /** Sections that differ, in catalogue order. */
  readonly sections: readonly SectionDelta[];
  /** Differences folded away: volatile fields, and what is noise although it is not volatile. */
  readonly hidden: { readonly volatile: number; readonly noise: number };
  readonly notCompared: readonly NotCompared[];
}
