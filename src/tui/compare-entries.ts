import type { Delta, FieldChange, RowChange } from '../delta/types.ts';
import type { SectionName } from '../model/catalogue.ts';
import type { LineKeys } from './cursor.ts';
import type { CompareFilter } from './routes.ts';

/** One line of a comparison. */
export type CompareEntry =
  | { readonly kind: 'section'; readonly section: SectionName; readonly changes: readonly RowChange[] }
  | ChangeEntry
  | { readonly kind: 'note'; readonly text: string; readonly strong?: true }
  | { readonly kind: 'blank' };

/** A line of one row that differs: the first names it. */
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
    const [left, right] = field ? [field.before, field.after] : [change.before, change.after];
    return [
      entry,
      ...(left === undefined ? [] : [{ ...entry, side: 'before' } as const]),
      ...(right === undefined ? [] : [{ ...entry, side: 'after' } as const]),
    ];
  });
}

/** A row that came or went takes a line, one that changed a line for each field. */
function changeEntries(section: SectionName, change: RowChange, index: number): readonly ChangeEntry[] {
  const base = { kind: 'change', section, change, index } as const;
  if (change.fields.length === 0) return [{ ...base, part: 0 }];
  return change.fields.map((field, part) => ({ ...base, part, field }));
}

function passes({ kind }: RowChange, filter: CompareFilter): boolean {
  return filter === 'all' || filter === (kind === 'moved' ? 'changed' : kind);
}
