import type { FieldValue } from '../../fleet/field-values.ts';
import type { MachineRow } from '../../fleet/fleet.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { describe } from '../../model/catalogue.ts';
import { type Body, messageBody, waitingBody } from '../body.ts';
import { fieldLabel } from '../change-text.ts';
import { type Column, fitColumns, rowLine, titleLine } from '../columns.ts';
import { cursorIndex } from '../cursor.ts';
import { readFilter } from '../fleet-filter.ts';
import { listedMachines, listQueries } from '../fleet-list.ts';
import { EMPTY_LINE, line } from '../line.ts';
import { answerTo, fieldValuesQuery } from '../queries.ts';
import { remember } from '../remember.ts';
import type { FieldValuesRoute } from '../routes.ts';
import { shareColumns } from '../share-columns.ts';
import { type State, textsOf } from '../state.ts';
import { recordsOf, type Table } from '../taking/table.ts';
import { formatField } from '../value.ts';
import type { Screen } from './screen.ts';

/** The values of a field of any section over a list of machines: on how many, first and last seen when. */
export const fieldValuesScreen: Screen<FieldValuesRoute> = {
  headHeight: 2,
  margin: 0,
  queries: (state, route) => [...listQueries(state, route.of), queryFor(state, route)],
  crumbs: (state, { section, field }) => [
    textsOf(state).title,
    describe(section).label[state.language],
    fieldLabel(state, section, field),
  ],
  status: (state, route) => {
    const [values, machines] = [countsFor(state, route).length, listedMachines(state, route.of).length];
    const texts = textsOf(state);
    const number = (count: number) => formatNumber(state.language, count);
    return `${texts.values.count(number(values), values === 1)} · ${texts.machines(number(machines), machines === 1)}`;
  },
  head: (state, route, width) => [
    line(route.of.filter === '' ? '' : `/ ${route.of.filter}`, 'dim'),
    titleLine(fitColumns(columnsFor(state, route), countsFor(state, route), width)),
  ],
  body: fieldValuesBody,
  table: fieldValuesTable,
};

/** A value and the machines of the list that have it; without a value, those where it is not known. */
export interface FieldCount {
  readonly key: string;
  readonly found?: FieldValue;
  readonly machines: readonly string[];
}

export function fieldValueAtCursor(state: State, route: FieldValuesRoute): FieldCount | undefined {
  const counts = countsFor(state, route);
  return counts[cursorIndex(route.cursor, keysOf(counts))];
}

/** The value in words. */
export function fieldCountText(state: State, { section, field }: FieldValuesRoute, { found }: FieldCount): string {
  const described = describe(section).fields[field];
  return found && described ? formatField(state, described, found.value) : textsOf(state).values.none;
}

function queryFor(state: State, { of, section, field }: FieldValuesRoute) {
  return fieldValuesQuery(state, { section, field }, readFilter(of.filter).query);
}

function countsFor(state: State, route: FieldValuesRoute): readonly FieldCount[] {
  const values = answerTo(state.cache, queryFor(state, route))?.value;
  return values ? counted(values, listedMachines(state, route.of)) : NONE;
}

const counted = remember((values: readonly FieldValue[], machines: readonly MachineRow[]): readonly FieldCount[] => {
  const ids = new Set(machines.map(({ id }) => id));
  const counts = values.map((found): FieldCount => {
    return { key: JSON.stringify(found.value), found, machines: found.machines.filter((id) => ids.has(id)) };
  });
  const known = new Set(counts.flatMap((one) => one.machines));
  const unknown = [...ids].filter((id) => !known.has(id));
  const none: readonly FieldCount[] = unknown.length > 0 ? [{ key: '', machines: unknown }] : [];
  return [...counts, ...none].sort((a, b) => b.machines.length - a.machines.length);
});

const keysOf = remember((counts: readonly FieldCount[]) => counts.map(({ key }) => key));

function columnsFor(state: State, route: FieldValuesRoute): readonly Column<FieldCount>[] {
  const { rollups } = textsOf(state);
  const of = listedMachines(state, route.of).length;
  const day = (iso: string | undefined) => (iso === undefined ? '' : formatDay(state.language, iso));
  return [
    {
      title: fieldLabel(state, route.section, route.field),
      priority: 1,
      text: (one) => fieldCountText(state, route, one),
    },
    ...shareColumns<FieldCount>(state, ({ machines }) => ({ count: machines.length, of })),
    { title: rollups.first, priority: 4, whole: true, text: ({ found }) => day(found?.first) },
    {
      title: rollups.last,
      priority: 5,
      whole: true,
      text: ({ found, machines }) => (found && machines.length > 0 ? rollups.still : day(found?.last)),
    },
  ];
}

function fieldValuesBody(state: State, route: FieldValuesRoute, width: number): Body {
  const answer = answerTo(state.cache, queryFor(state, route));
  if (!answer?.value) return waitingBody(state, answer, width);
  const counts = countsFor(state, route);
  if (counts.length === 0) return messageBody([line(textsOf(state).noMatch, 'dim')]);
  const columns = fitColumns(columnsFor(state, route), counts, width);
  return {
    keys: keysOf(counts),
    line: (index) => (counts[index] ? rowLine(columns, counts[index]) : EMPTY_LINE),
  };
}

function fieldValuesTable(state: State, route: FieldValuesRoute): Table {
  const { rollups, values } = textsOf(state);
  const counts = countsFor(state, route);
  const rows = counts.map((one) => [
    fieldCountText(state, route, one),
    String(one.machines.length),
    one.found?.first ?? '',
    one.found?.last ?? '',
  ]);
  const at = cursorIndex(route.cursor, keysOf(counts));
  return {
    name: `values-${route.section}-${route.field}`,
    columns: [fieldLabel(state, route.section, route.field), values.machines, rollups.first, rollups.last],
    rows,
    records: recordsOf(['value', 'machines', 'first', 'last'], rows),
    ...(at >= 0 && { at }),
  };
}

const NONE: readonly FieldCount[] = [];
