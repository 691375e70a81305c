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

/** What has the same name in a section is counted. */
export function compareKeys(entries: readonly CompareEntry[]): LineKeys {
  const named = new Map<string, number[]>();
  return entries.map((entry, index) => {
    if (entry.kind !== 'change') return entry.kind === 'note' ? `note/${index}` : undefined;
    const { section, change, part, side } = entry;
    const indexes = named.get(`${section}/${change.key}`) ?? [];
    if (!indexes.includes(entry.index)) indexes.push(entry.index);
    named.set(`${section}/${change.key}`, indexes);
    return changeKey(section, change.key, { nth: indexes.indexOf(entry.index), part, side });
  });
}

/** Key of a line of a change, by what a person calls the row. */
export function changeKey(
  section: SectionName,
  name: string,
  {
    nth = 0,
    part = 0,
    side,
  }: { readonly nth?: number; readonly part?: number; readonly side?: string | undefined } = {},
): string {
  return [section, name, nth, part, side].join('/');
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
