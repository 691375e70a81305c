import { flagsOf } from '../../fleet/flags.ts';
import type { MachineRow } from '../../fleet/fleet.ts';
import { formatNumber } from '../../i18n/format.ts';
import { type Body, waitingBody } from '../body.ts';
import { type Column, fitColumns, rowLine, titleLine } from '../columns.ts';
import { cursorIndex } from '../cursor.ts';
import { fleetMatcher, listQueries, machinesOf } from '../fleet-list.ts';
import { EMPTY_LINE, type Line, line } from '../line.ts';
import { answerTo, machinesQuery } from '../queries.ts';
import { remember } from '../remember.ts';
import type { GroupsRoute } from '../routes.ts';
import type { SavedQuery } from '../saved-queries.ts';
import { clockOf, type State, textsOf } from '../state.ts';
import { recordsOf, type Table } from '../taking/table.ts';
import type { Screen } from './screen.ts';

/** The filters that were given a name, and the rooms: how many machines, how many silent. */
export const groupsScreen: Screen<GroupsRoute> = {
  headHeight: 2,
  margin: 1,
  queries: (state) => [
    machinesQuery(state),
    ...state.memory.queries.flatMap(({ query }) => listQueries(state, { filter: query })),
  ],
  crumbs: (state) => [textsOf(state).title, textsOf(state).rollups.groups.title],
  status: (state) => {
    const { length } = machinesOf(state);
    return textsOf(state).machines(formatNumber(state.language, length), length === 1);
  },
  head: (state, _, width) => [
    line(state.memory.queries.length === 0 ? textsOf(state).rollups.groups.hint : '', 'dim'),
    titleLine(fitColumns(columnsFor(state), entriesFor(state), width)),
  ],
  body: groupsBody,
  table: groupsTable,
};

/** A filter and what it stands for; a room that has none is of machines without a room. */
export interface GroupEntry {
  readonly kind: 'saved' | 'room';
  readonly name: string;
  readonly filter?: string;
  readonly machines: readonly MachineRow[];
}

export function groupAtCursor(state: State, route: GroupsRoute): GroupEntry | undefined {
  const lines = linesFor(state);
  const at = lines[cursorIndex(route.cursor, keysOf(lines))];
  return at && 'entry' in at ? at.entry : undefined;
}

function entriesFor(state: State): readonly GroupEntry[] {
  return [...savedFor(state), ...roomsIn(machinesOf(state))];
}

function savedFor(state: State): readonly GroupEntry[] {
  const machines = machinesOf(state);
  return state.memory.queries.map(({ name, query }: SavedQuery) => {
    return { kind: 'saved', name, filter: query, machines: machines.filter(fleetMatcher(state, query)) };
  });
}

const roomsIn = remember((machines: readonly MachineRow[]): readonly GroupEntry[] => {
  const tags = [...new Set(machines.map(({ tag = '' }) => tag))].sort((a, b) => a.localeCompare(b));
  const named = [...tags.filter((tag) => tag !== ''), ...tags.filter((tag) => tag === '')];
  return named.map((name) => ({
    kind: 'room',
    name,
    ...(name !== '' && { filter: `tag="${name.replaceAll('"', '')}"` }),
    machines: machines.filter(({ tag = '' }) => tag === name),
  }));
});

type GroupLine = { readonly heading: 'saved' | 'rooms' } | { readonly entry: GroupEntry };

function linesFor(state: State): readonly GroupLine[] {
  const [saved, rooms] = [savedFor(state), roomsIn(machinesOf(state))];
  const block = (heading: 'saved' | 'rooms', entries: readonly GroupEntry[]): readonly GroupLine[] =>
    entries.length === 0 ? [] : [{ heading }, ...entries.map((entry) => ({ entry }))];
  return [...block('saved', saved), ...block('rooms', rooms)];
}

function keysOf(lines: readonly GroupLine[]) {
  return lines.map((one) => ('entry' in one ? `${one.entry.kind} ${one.entry.name}` : undefined));
}

function columnsFor(state: State): readonly Column<GroupEntry>[] {
  const { columns, rollups, values } = textsOf(state);
  const now = clockOf(state);
  const silent = (machines: readonly MachineRow[]) =>
    machines.filter((one) => flagsOf(one, now).includes('silent')).length;
  const number = (count: number) => formatNumber(state.language, count);
  return [
    { title: columns.name, priority: 1, text: ({ name }) => `  ${name || rollups.groups.noRoom}` },
    { title: values.machines, align: 'right', priority: 2, text: ({ machines }) => number(machines.length) },
    {
      title: rollups.groups.silent,
      align: 'right',
      priority: 3,
      text: ({ machines }) => number(silent(machines)),
      role: ({ machines }) => (silent(machines) > 0 ? 'warning' : undefined),
    },
    {
      title: rollups.groups.filter,
      priority: 4,
      least: 12,
      text: ({ kind, filter = '' }) => (kind === 'saved' ? filter : ''),
    },
  ];
}

function groupsBody(state: State, _: GroupsRoute, width: number): Body {
  const answer = answerTo(state.cache, machinesQuery(state));
  if (!answer?.value) return waitingBody(state, answer, width);
  const lines = linesFor(state);
  const columns = fitColumns(columnsFor(state), entriesFor(state), width);
  const { groups } = textsOf(state).rollups;
  const lineAt = (index: number): Line => {
    const one = lines[index];
    if (!one) return EMPTY_LINE;
    return 'entry' in one ? rowLine(columns, one.entry) : line(groups[one.heading], 'strong');
  };
  return { keys: keysOf(lines), line: lineAt };
}

function groupsTable(state: State, route: GroupsRoute): Table {
  const { columns, rollups, values } = textsOf(state);
  const entries = entriesFor(state);
  const rows = entries.map(({ name, filter = '', machines }) => [name, String(machines.length), filter]);
  const own = groupAtCursor(state, route);
  return {
    name: 'groups',
    columns: [columns.name, values.machines, rollups.groups.filter],
    rows,
    records: recordsOf(['name', 'machines', 'filter'], rows),
    ...(own && { at: entries.findIndex(({ kind, name }) => kind === own.kind && name === own.name), value: own.name }),
  };
}
