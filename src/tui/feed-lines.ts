import { type FeedEntry, fieldsToTell, type Occurrence } from '../fleet/feed.ts';
import type { MachineRow } from '../fleet/fleet.ts';
import { foldText } from '../fleet/language/fold.ts';
import { languages, messagesOf } from '../i18n/language.ts';
import { describe } from '../model/catalogue.ts';
import { changedValue, changeName, changeSummary } from './change-text.ts';
import type { FleetFilter } from './fleet-filter.ts';
import type { Reader } from './value.ts';

/** One line of the changes of the fleet. */
export type FeedLine =
  | { readonly kind: 'day'; readonly at: string; readonly entries: readonly FeedEntry[] }
  /** Many packages that one inventory of one machine tells of. */
  | { readonly kind: 'bundle'; readonly key: string; readonly entries: readonly FeedEntry[] }
  | { readonly kind: 'entry'; readonly key: string; readonly entry: FeedEntry; readonly depth: number }
  | { readonly kind: 'occurrence'; readonly key: string; readonly entry: FeedEntry; readonly of: Occurrence };

/** Days, newest first, and under each what changed; what is opened shows all it stands for. */
export function feedLines(entries: readonly FeedEntry[], opened: ReadonlySet<string>): readonly FeedLine[] {
  return [...groupedBy(entries, ({ change }) => new Date(change.at).toDateString()).values()].flatMap((ofDay) => [
    { kind: 'day', at: ofDay[0]?.change.at ?? '', entries: ofDay } as const,
    ...[...groupedBy(ofDay, bundleKey).entries()].flatMap(([key, bundled]) =>
      bundled.length < LEAST_BUNDLE
        ? bundled.flatMap((entry) => entryLines(entry, opened, 0))
        : bundleLines(key, bundled, opened),
    ),
  ]);
}

/**
 * What a filter lets through: machines by its conditions, also the one that a part came from; changes and names of
 * machines by its words.
 */
export function filteredFeed(
  entries: readonly FeedEntry[],
  { words, conditions }: FleetFilter,
  passes: (id: string) => boolean,
  reader: Reader,
): readonly FeedEntry[] {
  if (!conditions) return entries;
  return entries.flatMap((entry) => {
    const text = entryText(reader, entry);
    const missing = words.filter((word) => !word(text));
    const { machine: origin } = entry.change.from;
    const occurrences = entry.occurrences.filter(({ machine: { id, name } }) => {
      return (passes(id) || (origin && passes(origin.id))) && missing.every((word) => word(foldText(name)));
    });
    if (occurrences.length === entry.occurrences.length) return [entry];
    return occurrences.length > 0 ? [{ ...entry, occurrences }] : [];
  });
}

/** Ids of the machines that conditions let through. A machine that is no more is let through where there are none. */
export function machinesPassing(
  machines: readonly MachineRow[],
  isMatch: (machine: MachineRow) => boolean,
): (id: string) => boolean {
  const ids = new Set(machines.filter(isMatch).map(({ id }) => id));
  const known = new Set(machines.map(({ id }) => id));
  const isAll = ids.size === known.size;
  return (id) => ids.has(id) || (isAll && !known.has(id));
}

/** What changed, in words: the row, and what became of it. */
export function entryWhat(reader: Reader, { change }: FeedEntry): string {
  const { feed } = messagesOf(reader.language).tui;
  const { cardinality } = describe(change.section);
  const name = cardinality === 'one' ? '' : changeName(reader, change.section, change);
  const summary = change.kind === 'moved' ? feed.from(change.from.machine?.name ?? '') : briefSummary(reader, change);
  return [name, summary].filter((text) => text !== '').join('  ');
}

/** Of what changed, only what a list shows; a version, like any lone value, needs no label. */
function briefSummary(reader: Reader, change: FeedEntry['change']): string {
  const { section, fields } = change;
  const { cardinality } = describe(section);
  const shown = fieldsToTell(section, fields);
  const [only, ...others] = shown;
  if (!only) return changeSummary(reader, section, change);
  if (others.length > 0 || cardinality === 'one') return changeSummary(reader, section, { ...change, fields: shown });
  const text = (value: typeof only.before) => changedValue(reader, section, only.field, value) || '-';
  return `${text(only.before)} → ${text(only.after)}`;
}

/** All that the words of a filter are looked for in: section and kind of the change in both languages. */
function entryText(reader: Reader, entry: FeedEntry): string {
  const { kind, section } = entry.change;
  const { label } = describe(section);
  const kinds = languages.map((language) => messagesOf(language).tui.feed.kinds[kind]);
  return foldText([entryWhat(reader, entry), section, label.en, label.fr, ...kinds].join('\n'));
}

function bundleLines(key: string, entries: readonly FeedEntry[], opened: ReadonlySet<string>): readonly FeedLine[] {
  const bundle: FeedLine = { kind: 'bundle', key, entries };
  return opened.has(key) ? [bundle, ...entries.flatMap((entry) => entryLines(entry, opened, 1))] : [bundle];
}

function entryLines(entry: FeedEntry, opened: ReadonlySet<string>, depth: number): readonly FeedLine[] {
  const { key, occurrences } = entry;
  const line: FeedLine = { kind: 'entry', key, entry, depth };
  if (!opened.has(key)) return [line];
  return [
    line,
    ...occurrences.map((of): FeedLine => ({ kind: 'occurrence', key: `${key} ${of.machine.id} ${of.seq}`, entry, of })),
  ];
}

/** What was installed or updated on one machine in one go; anything else stands alone. */
function bundleKey({ key, change, occurrences: [only, ...others] }: FeedEntry): string {
  if (!only || others.length > 0 || change.section !== 'softwares' || change.kind === 'moved') return key;
  return `${change.section} ${change.kind} ${only.seq} ${only.machine.id}`;
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

const LEAST_BUNDLE = 4;
