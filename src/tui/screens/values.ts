import type { MachineRow } from '../../fleet/fleet.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { type Body, messageBody } from '../body.ts';
import { type Column, fitColumns, rowLine, titleLine } from '../columns.ts';
import { cursorIndex } from '../cursor.ts';
import { type FleetColumnId, fullText, type ListReader } from '../fleet-columns.ts';
import { listedMachines, listQueries, listReader } from '../fleet-list.ts';
import { EMPTY_LINE, type Line, line } from '../line.ts';
import { remember } from '../remember.ts';
import type { FleetRoute, ValuesRoute } from '../routes.ts';
import { shareColumns } from '../share-columns.ts';
import { sightingsOf, sightingsQueries } from '../sightings.ts';
import { type State, textsOf } from '../state.ts';
import { recordsOf, type Table } from '../taking/table.ts';
import type { Screen } from './screen.ts';

/** How often each value of a column stands in a list: the most common first. */
export const valuesScreen: Screen<ValuesRoute> = {
  headHeight: 2,
  margin: 0,
  queries: (state, { of }) => listQueries(state, of),
  crumbs: (state, { column }) => [textsOf(state).title, textsOf(state).columns[column]],
  status: (state, route) => {
    const [values, machines] = [countsOf(state, route).length, listedMachines(state, route.of).length];
    const texts = textsOf(state);
    const number = (count: number) => formatNumber(state.language, count);
    return `${texts.values.count(number(values), values === 1)} · ${texts.machines(number(machines), machines === 1)}`;
  },
  head: (state, route, width) => [
    line(route.of.filter === '' ? '' : `/ ${route.of.filter}`, 'dim'),
    titleLine(tableFor(state, route, width)),
  ],
  besideQueries: sightingsQueries,
  body: valuesBody,
  table: valuesTable,
};

/** One value and the machines that have it. */
export interface ValueCount {
  readonly value: string;
  readonly machines: readonly MachineRow[];
  readonly share: number;
}

export function valueAtCursor(state: State, route: ValuesRoute): ValueCount | undefined {
  const counts = countsOf(state, route);
  return counts[cursorIndex(route.cursor, keysOf(counts))];
}

function countsOf(state: State, { of, column }: { readonly of: FleetRoute; readonly column: FleetColumnId }) {
  return counted(listedMachines(state, of), column, listReader(state));
}

const counted = remember((machines: readonly MachineRow[], column: FleetColumnId, reader: ListReader) => {
  const groups = new Map<string, MachineRow[]>();
  for (const machine of machines) {
    const value = fullText(column, machine, reader);
    const group = groups.get(value);
    if (group) group.push(machine);
    else groups.set(value, [machine]);
  }
  return [...groups]
    .map(([value, members]): ValueCount => ({ value, machines: members, share: members.length / machines.length }))
    .sort((a, b) => b.machines.length - a.machines.length || a.value.localeCompare(b.value));
});

const keysOf = remember((counts: readonly ValueCount[]) => counts.map(({ value }) => value));

function tableFor(state: State, route: ValuesRoute, width: number) {
  return fitColumns(columnsOf(state, route), countsOf(state, route), width);
}

function columnsOf(state: State, route: ValuesRoute): readonly Column<ValueCount>[] {
  const texts = textsOf(state);
  return [
    { title: texts.columns[route.column], priority: 1, text: ({ value }) => value || texts.values.none },
    ...shareColumns<ValueCount>(state, ({ machines, share }) => ({
      count: machines.length,
      of: machines.length / share,
    })),
    ...sightingColumns(state, route),
  ];
}

/** Once they are known. */
function sightingColumns(state: State, route: ValuesRoute): readonly Column<ValueCount>[] {
  const { rollups } = textsOf(state);
  const sightings = sightingsOf(state, route.column, listedMachines(state, route.of));
  if (!sightings) return [];
  const day = (iso: string | undefined) => (iso === undefined ? '' : formatDay(state.language, iso));
  return [
    { title: rollups.first, priority: 4, whole: true, text: ({ value }) => day(sightings.get(value)?.first) },
    { title: rollups.last, priority: 5, whole: true, text: ({ value }) => day(sightings.get(value)?.last) },
  ];
}

function valuesBody(state: State, route: ValuesRoute, width: number): Body {
  const counts = countsOf(state, route);
  if (counts.length === 0) return messageBody([line(textsOf(state).noMatch, 'dim')]);
  const columns = tableFor(state, route, width);
  const lineAt = (index: number): Line => (counts[index] ? rowLine(columns, counts[index]) : EMPTY_LINE);
  return { keys: keysOf(counts), line: lineAt };
}

function valuesTable(state: State, route: ValuesRoute): Table {
  const counts = countsOf(state, route);
  const texts = textsOf(state);
  const columns = [texts.columns[route.column], texts.values.machines];
  const rows = counts.map(({ value, machines }) => [value, String(machines.length)]);
  const at = cursorIndex(route.cursor, keysOf(counts));
  return { name: `values-${route.column}`, columns, rows, records: recordsOf(columns, rows), ...(at >= 0 && { at }) };
}
