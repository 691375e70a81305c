import type { Delta, FieldChange, RowChange } from '../delta/types.ts';
import { type SectionName, sectionNames } from '../model/catalogue.ts';
import type { SameThing } from './compare-same.ts';
import type { LineKeys } from './cursor.ts';
import type { Line } from './line.ts';
import type { CompareFilter } from './routes.ts';

/** One line of a comparison. */
export type CompareEntry =
  | { readonly kind: 'section'; readonly section: SectionName; readonly changes: readonly RowChange[] }
  | ChangeEntry
  | { readonly kind: 'same'; readonly section: SectionName; readonly thing: SameThing; readonly index: number }
  | { readonly kind: 'note'; readonly text: string; readonly strong?: true }
  /** What more there is to say of the change above. */
  | { readonly kind: 'told'; readonly text: string }
  /** The rest of a line that is too long. */
  | { readonly kind: 'rest'; readonly parts: Line }
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
  /** How it looks where its values go on below. */
  readonly laid?: Line;
}

/** What is shown of a comparison. */
export interface Shown {
  readonly filter: CompareFilter;
  /** Fields that say nothing here. */
  isFolded(section: SectionName, field: string): boolean;
  /** What is to be said of a change beside its values. */
  tellMore(section: SectionName, change: RowChange): readonly string[];
  /** What both sides have, where that is shown. */
  readonly same?: ReadonlyMap<SectionName, readonly SameThing[]>;
}

/** The differences as lines, in the order of the catalogue; a heading before each section. */
export function compareEntries(delta: Delta, shown: Shown): readonly CompareEntry[] {
  const changesOf = new Map(delta.sections.map(({ name, changes }) => [name, changes]));
  const names = sectionNames.filter((name) => changesOf.has(name) || shown.same?.has(name));
  return names
    .map((name) => sectionEntries(name, changesOf.get(name) ?? [], shown))
    .filter(({ length }) => length > 0)
    .flatMap((entries, index) => (index === 0 ? entries : [{ kind: 'blank' } as const, ...entries]));
}

/** What differs, without what is folded away. */
export function changesLeft({ sections }: Delta, shown: Shown): readonly RowChange[] {
  return sections.flatMap(({ name, changes }) => changes.flatMap((change) => withoutFolded(name, change, shown) ?? []));
}

/** How many differences of a comparison are folded away. */
export function countFolded({ sections }: Delta, { isFolded }: Pick<Shown, 'isFolded'>): number {
  const folded = sections.flatMap(({ name, changes }) =>
    changes.flatMap(({ fields }) => fields.filter(({ field }) => isFolded(name, field))),
  );
  return folded.length;
}

function sectionEntries(name: SectionName, changes: readonly RowChange[], shown: Shown): readonly CompareEntry[] {
  const left = changes.map((change) => withoutFolded(name, change, shown));
  const lines = left.flatMap((change, at) => {
    if (!change || !passes(change, shown.filter)) return [];
    const told = shown.tellMore(name, change).map((text) => ({ kind: 'told', text }) as const);
    return [...changeEntries(name, change, at), ...told];
  });
  const same =
    shown.same?.get(name)?.map((thing, index) => ({ kind: 'same', section: name, thing, index }) as const) ?? [];
  if (lines.length + same.length === 0) return [];
  return [
    { kind: 'section', section: name, changes: left.filter((change) => change !== undefined) },
    ...lines,
    ...same,
  ];
}

/** Undefined for a change of which nothing is left. */
function withoutFolded(section: SectionName, change: RowChange, { isFolded }: Shown): RowChange | undefined {
  if (change.fields.length === 0) return change;
  const fields = change.fields.filter(({ field }) => !isFolded(section, field));
  if (fields.length === change.fields.length) return change;
  return fields.length > 0 ? { ...change, fields } : undefined;
}

/** What has the same name in a section is counted. */
export function compareKeys(entries: readonly CompareEntry[]): LineKeys {
  const named = new Map<string, number[]>();
  return entries.map((entry, index) => {
    if (entry.kind === 'same') return `${entry.section}/same/${entry.index}`;
    if (entry.kind !== 'change') return entry.kind === 'note' ? `note/${index}` : undefined;
    const { section, change, part, side } = entry;
    const name = `${section}/${change.key}`;
    const indexes = named.get(name) ?? [];
    if (indexes.length === 0) named.set(name, indexes);
    if (!indexes.includes(entry.index)) indexes.push(entry.index);
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
  if (change.fields.length === 0) return [{ kind: 'change', section, change, index, part: 0 }];
  return change.fields.map((field, part) => ({ kind: 'change', section, change, index, part, field }));
}

function passes({ kind }: RowChange, filter: CompareFilter): boolean {
  return filter === 'all' || filter === 'everything' || filter === (kind === 'moved' ? 'changed' : kind);
}
