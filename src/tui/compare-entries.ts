import type { Delta, FieldChange, RowChange } from '../delta/types.ts';
import { describe, type SectionName } from '../model/catalogue.ts';
import type { LineKeys } from './cursor.ts';
import type { CompareFilter } from './routes.ts';

/** One line of a comparison. */
export type CompareEntry =
  | { readonly kind: 'section'; readonly section: SectionName; readonly changes: readonly RowChange[] }
  | ChangeEntry
  | { readonly kind: 'note'; readonly text: string; readonly strong?: true }
  | { readonly kind: 'blank' };

/** A line of one row that differs: its first line names it, the others hold one field each. */
export interface ChangeEntry {
  readonly kind: 'change';
  readonly section: SectionName;
  readonly change: RowChange;
  /** Index of the change in its section. */
  readonly index: number;
  /** 0 for the line that names the row. */
  readonly part: number;
  readonly field?: FieldChange;
  /** Set where the line holds one side only, below the line that names what it is. */
  readonly side?: 'before' | 'after';
}

/** The differences as lines, in the order of the catalogue; a heading before each section. */
export function compareEntries(delta: Delta, filter: CompareFilter): readonly CompareEntry[] {
  return delta.sections.flatMap(({ name, changes }, index) => {
    const shown = changes.flatMap((change, at) => (passes(change, filter) ? changeEntries(name, change, at) : []));
    if (shown.length === 0) return [];
    const heading: CompareEntry = { kind: 'section', section: name, changes };
    return index === 0 ? [heading, ...shown] : [{ kind: 'blank' } as const, heading, ...shown];
  });
}

export function compareKeys(entries: readonly CompareEntry[]): LineKeys {
  return entries.map((entry, index) => {
    if (entry.kind === 'change') return [entry.section, entry.index, entry.part, entry.side].join('/');
    return entry.kind === 'note' ? `note/${index}` : undefined;
  });
}

/** Lines on which a difference begins. */
export function differenceStarts(entries: readonly CompareEntry[]): readonly number[] {
  return entries.flatMap((entry, index) => (entry.kind === 'change' && entry.part === 0 && !entry.side ? [index] : []));
}

/** The same lines with each side on a line of its own. */
export function stackEntries(entries: readonly CompareEntry[]): readonly CompareEntry[] {
  return entries.flatMap((entry): readonly CompareEntry[] => {
    if (entry.kind !== 'change') return [entry];
    const { change, field } = entry;
    const [left, right] = field
      ? [field.before, field.after]
      : change.fields.length > 0
        ? []
        : [change.before, change.after];
    return [
      entry,
      ...(left === undefined ? [] : [{ ...entry, side: 'before' } as const]),
      ...(right === undefined ? [] : [{ ...entry, side: 'after' } as const]),
    ];
  });
}

/** A row of a list gets a line of its own; in a section that exists once each field is news. */
function changeEntries(section: SectionName, change: RowChange, index: number): readonly ChangeEntry[] {
  const base = { kind: 'change', section, change, index } as const;
  const [only, ...others] = change.fields;
  if (only && others.length === 0 && change.kind !== 'moved') return [{ ...base, part: 0, field: only }];
  const offset = describe(section).cardinality === 'one' && only ? 0 : 1;
  const fields = change.fields.map((field, at): ChangeEntry => ({ ...base, part: at + offset, field }));
  return offset === 0 ? fields : [{ ...base, part: 0 }, ...fields];
}

function passes({ kind }: RowChange, filter: CompareFilter): boolean {
  return filter === 'all' || filter === (kind === 'moved' ? 'changed' : kind);
}
