import { flagsOf, type MachineFlag } from '../../fleet/flags.ts';
import type { MachineRow } from '../../fleet/fleet.ts';
import { lastSeenBy } from '../../fleet/seen.ts';
import { formatNumber } from '../../i18n/format.ts';
import { messagesOf } from '../../i18n/language.ts';
import { problemText } from '../../i18n/problem.ts';
import { type Body, messageBody, waitingBody } from '../body.ts';
import { type FittedColumn, fitColumns, rowLine, titleLine } from '../columns.ts';
import { cursorIndex } from '../cursor.ts';
import { chosenColumns, type FleetColumnId, fleetTable, fleetText, type ListReader } from '../fleet-columns.ts';
import { readFilter } from '../fleet-filter.ts';
import { listedMachines, listQueries, listReader, machinesOf, queriesAhead } from '../fleet-list.ts';
import { EMPTY_LINE, type Line, line, opposite, span } from '../line.ts';
import type { Memory } from '../memory.ts';
import { answerTo, machinesQuery } from '../queries.ts';
import { remember } from '../remember.ts';
import type { FleetRoute, Spot } from '../routes.ts';
import { sortWords } from '../sort-words.ts';
import { clockOf, type State, textsOf } from '../state.ts';
import type { Table } from '../taking/table.ts';
import { typingLine } from '../typing-line.ts';
import { MASK } from '../value.ts';
import { widthOf } from '../width.ts';
import { changesAside, changesQueries } from './changes-aside.ts';
import type { Screen } from './screen.ts';

/** The list of all machines, and what changed last on the one under the cursor. */
export const fleetScreen: Screen<FleetRoute> = {
  headHeight: 2,
  margin: 0,
  queries: listQueries,
  besideQueries: (state, route) => [
    ...queriesAhead(state, route),
    ...changesQueries(state, spotAtCursor(state, route)),
  ],
  crumbs: (state, { only }) => [textsOf(state).title, ...(only ? [only.name] : [])],
  status: fleetStatus,
  head: (state, route, width) => [filterLine(state, route, width), titles(state, route, width)],
  body: fleetBody,
  table: fleetData,
  aside: (state, route) => changesAside(state, spotAtCursor(state, route)),
};

/** The machine under the cursor. */
export function machineAtCursor(state: State, route: FleetRoute): MachineRow | undefined {
  const machines = listedMachines(state, route);
  return machines[cursorIndex(route.cursor, idsOf(machines))];
}

function spotAtCursor(state: State, route: FleetRoute): Spot | undefined {
  const machine = machineAtCursor(state, route);
  return machine && { id: machine.id, seq: 'newest' };
}

function fleetStatus(state: State): string {
  const machines = machinesOf(state);
  const texts = textsOf(state);
  const counts = flagCounts(machines, clockOf(state));
  const flagged = (count: number, say: (count: string, one: boolean) => string) =>
    count > 0 ? [say(formatNumber(state.language, count), count === 1)] : [];
  const total = texts.machines(formatNumber(state.language, machines.length), machines.length === 1);
  return [total, ...flagged(counts.silent, texts.silent), ...flagged(counts.double, texts.doubles)].join(' · ');
}

const flagCounts = remember((machines: readonly MachineRow[], now: number) => {
  const flags = machines.flatMap((machine) => flagsOf(machine, now));
  const count = (wanted: MachineFlag) => flags.filter((flag) => flag === wanted).length;
  return { silent: count('silent'), double: count('double') };
});

function filterLine(state: State, route: FleetRoute, width: number): Line {
  const texts = textsOf(state);
  if (machinesOf(state).length === 0) return EMPTY_LINE;
  const sorted = sortWords(state, route.sort);
  if (state.overlay?.kind !== 'filter' && route.filter === '') return opposite(EMPTY_LINE, line(sorted, 'dim'), width);
  const [shown, all] = [listedMachines(state, route).length, machinesOf(state).length];
  const count = texts.shown(formatNumber(state.language, shown), formatNumber(state.language, all));
  const right = state.overlay?.kind === 'filter' ? count : `${count} · ${sorted}`;
  const { error } = readFilter(route.filter);
  if (error) {
    const why = problemText(messagesOf(state.language), error);
    return [...typingLine(state, route.filter, width), span(`  ${why}`, 'warning')];
  }
  return opposite(typingLine(state, route.filter, width - widthOf(right) - 1), line(right, 'dim'), width);
}

function titles(state: State, route: FleetRoute, width: number): Line {
  return machinesOf(state).length > 0 ? titleLine(tableFor(state, route, width)) : EMPTY_LINE;
}

function tableFor(state: State, { column }: FleetRoute, width: number) {
  return table(machinesOf(state), listReader(state), state.memory, column, width);
}

/** Widths come from the whole fleet, so that columns stay where they are while a filter is typed. */
const table = remember(
  (machines: readonly MachineRow[], reader: ListReader, memory: Memory, column: FleetColumnId, width: number) =>
    fitColumns(fleetTable(reader, memory, column), machines, width),
);

/** A row is laid out once for the columns it stands in. */
function keptLine(columns: readonly FittedColumn<MachineRow>[], machine: MachineRow): Line {
  const lines = linesOf.get(columns) ?? new WeakMap<MachineRow, Line>();
  const known = lines.get(machine) ?? rowLine(columns, machine);
  linesOf.set(columns, lines);
  lines.set(machine, known);
  return known;
}

const linesOf = new WeakMap<readonly FittedColumn<MachineRow>[], WeakMap<MachineRow, Line>>();

/** The machines that are chosen, with those of a range that is being chosen. */
export function selectedIds(state: State, route: FleetRoute): ReadonlySet<string> {
  const { selected, anchor, cursor } = route;
  if (anchor === undefined) return selected;
  const ids = shownIds(state, route);
  const [from, to] = [ids.indexOf(anchor), cursorIndex(cursor, ids)];
  return new Set([...selected, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]);
}

export function shownIds(state: State, route: FleetRoute): readonly string[] {
  return idsOf(listedMachines(state, route));
}

/** Cells of a column as the list shows it. */
export function shownWidth(state: State, id: FleetColumnId): number {
  const [title, machines] = [textsOf(state).columns[id], machinesOf(state)];
  const reader = listReader(state);
  return machines.reduce((widest, row) => Math.max(widest, widthOf(fleetText(id, row, reader))), widthOf(title));
}

/** The machines that are chosen, else all that are shown. */
function fleetData(state: State, route: FleetRoute): Table {
  const selected = selectedIds(state, route);
  const shown = listedMachines(state, route);
  const machines = selected.size > 0 ? shown.filter(({ id }) => selected.has(id)) : shown;
  const [ids, reader] = [chosenColumns(state.memory), listReader(state)];
  const machine = machineAtCursor(state, route);
  return {
    name: 'fleet',
    columns: ids.map((id) => reader.texts.columns[id]),
    rows: machines.map((row) => ids.map((id) => fleetText(id, row, reader).trim())),
    records: machines.map((row) => recordOf(state, row)),
    ...(machine && {
      at: machines.indexOf(machine),
      value: fleetText(route.column, machine, reader).trim(),
      path: machine.id,
    }),
  };
}

function recordOf(state: State, row: MachineRow): MachineRow {
  const seen = state.at === undefined ? row : { ...row, lastSeen: lastSeenBy(row, state.at) };
  return state.reveal ? seen : { ...seen, serial: MASK, uuid: MASK };
}

const idsOf = remember((machines: readonly MachineRow[]) => machines.map(({ id }) => id));

function fleetBody(state: State, route: FleetRoute, width: number): Body {
  const answer = answerTo(state.cache, machinesQuery(state));
  const texts = textsOf(state);
  if (!answer?.value) return waitingBody(state, answer, width);
  if (answer.value.length === 0) return emptyBody(state);
  const machines = listedMachines(state, route);
  if (machines.length === 0) return messageBody([line(texts.noMatch, 'dim')]);
  const columns = tableFor(state, route, width);
  const selected = selectedIds(state, route);
  return {
    keys: idsOf(machines),
    line: (index) => (machines[index] ? keptLine(columns, machines[index]) : EMPTY_LINE),
    sign: (index) => (selected.has(machines[index]?.id ?? '') ? '*' : undefined),
  };
}

/** Nothing yet, or nothing at that time. */
function emptyBody(state: State): Body {
  const texts = textsOf(state);
  return messageBody(state.at === undefined ? texts.empty.map((text) => line(text)) : [line(texts.time.nobody, 'dim')]);
}
