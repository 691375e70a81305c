import type { FeedEntry } from '../../fleet/feed.ts';
import type { MachineRow } from '../../fleet/fleet.ts';
import type { PackageIndex } from '../../fleet/index/packages.ts';
import { formatClock, formatDay, formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { describe } from '../../model/catalogue.ts';
import { safeText } from '../../model/safe-text.ts';
import { type Body, messageBody, waitingBody } from '../body.ts';
import { changeRoles, changeSigns } from '../change-signs.ts';
import { changeName } from '../change-text.ts';
import { type Column, fitColumns, rowLine, titleLine } from '../columns.ts';
import { cursorIndex } from '../cursor.ts';
import { entryWhat, type FeedLine, feedLines, filteredFeed, machinesPassing } from '../feed-lines.ts';
import { type FleetFilter, readFilter } from '../fleet-filter.ts';
import { machinesOf } from '../fleet-list.ts';
import { EMPTY_LINE, type Line, line, span } from '../line.ts';
import { answerTo, machinesQuery, packagesQuery, type Query } from '../queries.ts';
import { remember } from '../remember.ts';
import type { FeedRoute, Spot } from '../routes.ts';
import { clockOf, type State, textsOf } from '../state.ts';
import { recordsOf, type Table } from '../taking/table.ts';
import { endOfDay } from '../time-text.ts';
import { typingLine } from '../typing-line.ts';
import { changesAside, changesQueries } from './changes-aside.ts';
import type { Screen } from './screen.ts';

/** What changed in the fleet, newest first, by day; what happened to several machines is one line. */
export const feedScreen: Screen<FeedRoute> = {
  headHeight: 2,
  margin: 1,
  queries: feedQueries,
  besideQueries: (state, route) => changesQueries(state, spotAtCursor(state, route)),
  crumbs: (state) => [textsOf(state).title, textsOf(state).feed.title],
  status: feedStatus,
  head: (state, route, width) => [feedFilterLine(state, route, width), titleLine(fittedFor(state, route, width))],
  body: feedBody,
  table: feedTable,
  aside: (state, route) => changesAside(state, spotAtCursor(state, route)),
};

/** What the cursor is on. */
export function feedLineAtCursor(state: State, route: FeedRoute): FeedLine | undefined {
  const lines = linesFor(state, route);
  return lines[cursorIndex(route.cursor, keysOf(lines))];
}

function spotAtCursor(state: State, route: FeedRoute): Spot | undefined {
  const at = feedLineAtCursor(state, route);
  const of = at?.kind === 'occurrence' ? at.of : at && firstOccurrence(at);
  return of && { id: of.machine.id, seq: of.seq };
}

function firstOccurrence(of: FeedLine) {
  if (of.kind === 'entry') return of.entry.occurrences[0];
  return of.kind === 'bundle' ? of.entries[0]?.occurrences[0] : undefined;
}

function feedQueries(state: State, { days, filter }: FeedRoute): readonly Query[] {
  const packages = readFilter(filter).asksStore ? [packagesQuery(state)] : [];
  return [feedQuery(state, days), machinesQuery(state), ...packages];
}

/** Whole days, so that the question stays the same for one. */
function feedQuery(state: State, days: number) {
  const until = state.at ?? endOfDay(state.now);
  return { kind: 'feed', since: endOfDay(until, -days) + 1, until } as const;
}

function entriesFor(state: State, { days, filter }: FeedRoute): readonly FeedEntry[] {
  const entries = answerTo(state.cache, feedQuery(state, days))?.value?.entries ?? NONE;
  if (filter.trim() === '') return entries;
  const packages = answerTo(state.cache, packagesQuery(state))?.value;
  const read = readFilter(filter);
  if (read.asksStore && !packages) return NONE;
  const isMatch = conditionsOf(read, clockOf(state), packages);
  return filtered(entries, read, machinesOf(state), isMatch, state.language, state.reveal);
}

const conditionsOf = remember(
  ({ conditions }: FleetFilter, now: number, packages: PackageIndex | undefined) =>
    conditions?.(now, packages && ((question) => packages.holders(question))) ?? (() => true),
);

const filtered = remember(
  (
    entries: readonly FeedEntry[],
    read: FleetFilter,
    machines: readonly MachineRow[],
    isMatch: (machine: MachineRow) => boolean,
    language: Language,
    reveal: boolean,
  ) => filteredFeed(entries, read, machinesPassing(machines, isMatch), { language, reveal }),
);

function linesFor(state: State, route: FeedRoute): readonly FeedLine[] {
  return linesOf(entriesFor(state, route), route.opened);
}

const linesOf = remember(feedLines);
const keysOf = remember((lines: readonly FeedLine[]) => lines.map((one) => (one.kind === 'day' ? undefined : one.key)));

function feedStatus(state: State, route: FeedRoute): string {
  const { feed, machines } = textsOf(state);
  const entries = entriesFor(state, route);
  const { length } = machinesIn(entries);
  const number = (count: number) => formatNumber(state.language, count);
  const since = cutAt(state, route);
  const time = since === undefined ? feed.days(route.days) : feed.since(formatDay(state.language, isoOf(since)));
  const counts = `${time} · ${countWords(entries, state.language)}`;
  return length === 0 ? time : `${counts} · ${machines(number(length), length === 1)}`;
}

const machinesIn = remember((entries: readonly FeedEntry[]) => [
  ...new Set(entries.flatMap(({ occurrences }) => occurrences.map(({ machine }) => machine.id))),
]);

/** `+41 -12 ~88`: changes, on however many machines. */
function countWords(entries: readonly FeedEntry[], language: Language): string {
  const kinds = ['added', 'removed', 'changed', 'moved'] as const;
  return kinds
    .flatMap((kind) => {
      const count = entries.filter(({ change }) => change.kind === kind).length;
      return count === 0 ? [] : `${signOf(kind)}${formatNumber(language, count)}`;
    })
    .join(' ');
}

/** A part that came from another machine has a sign of its own. */
function signOf(kind: FeedEntry['change']['kind']): string {
  return kind === 'moved' ? '↔' : changeSigns[kind];
}

function feedFilterLine(state: State, route: FeedRoute, width: number): Line {
  const { error } = readFilter(route.filter);
  const typing = typingLine(state, route.filter, width);
  return error === undefined ? typing : [...typing, span(`  ${error}`, 'warning')];
}

function fittedFor(state: State, route: FeedRoute, width: number) {
  return fitColumns(columnsFor(state), linesFor(state, route), width);
}

function columnsFor(state: State): readonly Column<FeedLine>[] {
  const { feed, columns } = textsOf(state);
  return [
    { title: feed.when, priority: 3, whole: true, text: (one) => whenText(state, one) },
    { title: columns.name, priority: 1, text: (one) => machineText(state, one) },
    { title: '', priority: 2, cells: 1, text: signText, role: roleOf },
    { title: feed.section, priority: 5, least: 8, text: (one) => sectionText(state, one) },
    { title: feed.what, priority: 4, least: 30, text: (one) => whatText(state, one) },
  ];
}

function whenText({ language }: State, one: FeedLine): string {
  if (one.kind === 'day') return '';
  if (one.kind === 'occurrence') return formatClock(language, one.of.at);
  return formatClock(language, one.kind === 'entry' ? one.entry.change.at : (one.entries[0]?.change.at ?? ''));
}

function machineText(state: State, one: FeedLine): string {
  if (one.kind === 'day') return '';
  if (one.kind === 'occurrence') return `  ${safeText(one.of.machine.name)}`;
  const occurrences = one.kind === 'entry' ? one.entry.occurrences : (one.entries[0]?.occurrences ?? []);
  const [only] = occurrences;
  const { length } = occurrences;
  if (length > 1) return `(${textsOf(state).machines(formatNumber(state.language, length), false)})`;
  return `${one.kind === 'entry' && one.depth > 0 ? '  ' : ''}${safeText(only?.machine.name ?? '')}`;
}

function signText(one: FeedLine): string {
  if (one.kind === 'day' || one.kind === 'occurrence') return '';
  const kind = one.kind === 'entry' ? one.entry.change.kind : one.entries[0]?.change.kind;
  return kind ? signOf(kind) : '';
}

function roleOf(one: FeedLine) {
  const kind =
    one.kind === 'entry' ? one.entry.change.kind : one.kind === 'bundle' ? one.entries[0]?.change.kind : undefined;
  return kind && changeRoles[kind];
}

function sectionText({ language }: State, one: FeedLine): string {
  if (one.kind === 'day' || one.kind === 'occurrence') return '';
  const section = one.kind === 'entry' ? one.entry.change.section : one.entries[0]?.change.section;
  return section ? describe(section).label[language] : '';
}

function whatText(state: State, one: FeedLine): string {
  if (one.kind === 'entry') return entryWhat(state, one.entry);
  if (one.kind !== 'bundle') return '';
  const names = one.entries.map(({ change }) => changeName(state, change.section, change)).join(', ');
  return `${formatNumber(state.language, one.entries.length)}: ${names}`;
}

function feedBody(state: State, route: FeedRoute, width: number): Body {
  const answer = answerTo(state.cache, feedQuery(state, route.days));
  if (!answer?.value) return waitingBody(state, answer, width);
  const lines = linesFor(state, route);
  const { feed, noMatch } = textsOf(state);
  const cut = cutLines(state, route);
  if (lines.length === 0) {
    const { length } = answer.value.entries;
    return messageBody([line(length > 0 ? noMatch : feed.nothing(route.days), 'dim'), ...cut]);
  }
  const columns = fittedFor(state, route, width);
  return {
    keys: [...keysOf(lines), ...cut.map(() => undefined)],
    line: (index) => cut[index - lines.length] ?? lineOf(state, lines[index], columns),
  };
}

/** Why the list ends before the days that were asked for, and how to see them. */
function cutLines(state: State, route: FeedRoute): readonly Line[] {
  const since = cutAt(state, route);
  if (since === undefined) return [];
  return [line(textsOf(state).feed.cut(formatDay(state.language, isoOf(since))), 'warning')];
}

/** From when on all is told, where that is later than was asked for. */
function cutAt(state: State, { days }: FeedRoute): number | undefined {
  const query = feedQuery(state, days);
  const since = answerTo(state.cache, query)?.value?.since ?? query.since;
  return since > query.since ? since : undefined;
}

function isoOf(time: number): string {
  return new Date(time).toISOString();
}

function lineOf(state: State, one: FeedLine | undefined, columns: Parameters<typeof rowLine<FeedLine>>[0]): Line {
  if (!one) return EMPTY_LINE;
  if (one.kind !== 'day') return rowLine(columns, one);
  const counts = countWords(one.entries, state.language);
  return [span(formatDay(state.language, one.at), 'strong'), span(`  ${counts}`, 'dim')];
}

/** Every change on every machine. */
function feedTable(state: State, route: FeedRoute): Table {
  const { feed, columns: names } = textsOf(state);
  const rows = entriesFor(state, route).flatMap((entry) =>
    entry.occurrences.map(({ at, machine }) => [
      at,
      safeText(machine.name),
      signOf(entry.change.kind),
      describe(entry.change.section).label[state.language],
      entryWhat(state, entry),
    ]),
  );
  const at = feedLineAtCursor(state, route);
  return {
    name: 'changes',
    columns: [feed.when, names.name, '', feed.section, feed.what],
    rows,
    records: recordsOf(['at', 'machine', 'change', 'section', 'what'], rows),
    ...(at && { value: whatText(state, at) || machineText(state, at).trim() }),
  };
}

const NONE: readonly FeedEntry[] = [];
