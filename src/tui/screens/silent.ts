import { flagsOf } from '../../fleet/flags.ts';
import type { MachineRow } from '../../fleet/fleet.ts';
import { formatAge, formatNumber, formatTime } from '../../i18n/format.ts';
import { type Body, messageBody, waitingBody } from '../body.ts';
import { type Column, fitColumns, rowLine, titleLine } from '../columns.ts';
import { cursorIndex } from '../cursor.ts';
import { listedMachines, listQueries } from '../fleet-list.ts';
import { EMPTY_LINE, line } from '../line.ts';
import { answerTo, machinesQuery } from '../queries.ts';
import { remember } from '../remember.ts';
import type { SilentRoute } from '../routes.ts';
import { clockOf, type State, textsOf } from '../state.ts';
import { recordsOf, type Table } from '../taking/table.ts';
import type { Screen } from './screen.ts';

/** The machines of a list that have gone silent, the longest silent first. */
export const silentScreen: Screen<SilentRoute> = {
  headHeight: 2,
  margin: 0,
  queries: (state, { of }) => listQueries(state, of),
  crumbs: (state) => [textsOf(state).title, textsOf(state).rollups.silent.title],
  status: (state, route) => {
    const [silent, of] = [silentFor(state, route).length, listedMachines(state, route.of).length];
    const number = (count: number) => formatNumber(state.language, count);
    return textsOf(state).rollups.silent.count(number(silent), number(of));
  },
  head: (state, route, width) => [
    line(route.of.filter === '' ? '' : `/ ${route.of.filter}`, 'dim'),
    titleLine(fitColumns(columnsFor(state), silentFor(state, route), width)),
  ],
  body: silentBody,
  table: silentTable,
};

export function silentAtCursor(state: State, route: SilentRoute): MachineRow | undefined {
  const machines = silentFor(state, route);
  return machines[cursorIndex(route.cursor, keysOf(machines))];
}

function silentFor(state: State, { of }: SilentRoute): readonly MachineRow[] {
  return silentAmong(listedMachines(state, of), clockOf(state));
}

const silentAmong = remember((machines: readonly MachineRow[], now: number) =>
  machines
    .filter((machine) => flagsOf(machine, now).includes('silent'))
    .sort((a, b) => Date.parse(a.lastSeen) - Date.parse(b.lastSeen)),
);

const keysOf = remember((machines: readonly MachineRow[]) => machines.map(({ id }) => id));

function columnsFor(state: State): readonly Column<MachineRow>[] {
  const { columns, rollups } = textsOf(state);
  const [now, { language }] = [clockOf(state), state];
  return [
    { title: columns.name, priority: 1, text: ({ name }) => name },
    { title: rollups.silent.since, align: 'right', priority: 2, text: (one) => formatAge(language, one.lastSeen, now) },
    { title: rollups.silent.contact, priority: 3, whole: true, text: (one) => formatTime(language, one.lastSeen) },
    { title: columns.tag, priority: 4, extra: true, text: ({ tag = '' }) => tag },
    { title: columns.ip, priority: 6, text: ({ ip = '' }) => ip },
    { title: columns.os, priority: 5, least: 10, text: ({ os = '' }) => os },
    { title: columns.agent, priority: 7, extra: true, text: ({ agent }) => agent },
  ];
}

function silentBody(state: State, route: SilentRoute, width: number): Body {
  const answer = answerTo(state.cache, machinesQuery(state));
  if (!answer?.value) return waitingBody(state, answer, width);
  const machines = silentFor(state, route);
  if (machines.length === 0) return messageBody([line(textsOf(state).rollups.silent.nobody, 'dim')]);
  const columns = fitColumns(columnsFor(state), machines, width);
  return {
    keys: keysOf(machines),
    line: (index) => (machines[index] ? rowLine(columns, machines[index]) : EMPTY_LINE),
  };
}

function silentTable(state: State, route: SilentRoute): Table {
  const { columns, rollups } = textsOf(state);
  const machines = silentFor(state, route);
  const rows = machines.map(({ name, lastSeen, tag = '', ip = '', os = '' }) => [name, lastSeen, tag, ip, os]);
  const own = silentAtCursor(state, route);
  return {
    name: 'silent',
    columns: [columns.name, rollups.silent.contact, columns.tag, columns.ip, columns.os],
    rows,
    records: recordsOf(['machine', 'lastSeen', 'tag', 'ip', 'os'], rows),
    ...(own && { at: machines.indexOf(own), value: own.name, path: own.id }),
  };
}
