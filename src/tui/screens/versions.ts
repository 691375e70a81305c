import type { VersionRollup } from '../../fleet/rollup.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import { type Body, waitingBody } from '../body.ts';
import { type Column, fitColumns, rowLine, titleLine } from '../columns.ts';
import { cursorIndex } from '../cursor.ts';
import { EMPTY_LINE, line } from '../line.ts';
import { machinesOfGroup, packageQueries, versionsOf } from '../package-group.ts';
import { answerTo, packagesQuery } from '../queries.ts';
import { remember } from '../remember.ts';
import type { VersionsRoute } from '../routes.ts';
import { shareColumns } from '../share-columns.ts';
import { type State, textsOf } from '../state.ts';
import { recordsOf, type Table } from '../taking/table.ts';
import { isoOf } from './packages.ts';
import type { Screen } from './screen.ts';

/** The versions of a package: on how many machines, first and last seen when; before them all versions as one. */
export const versionsScreen: Screen<VersionsRoute> = {
  headHeight: 2,
  margin: 0,
  queries: packageQueries,
  crumbs: (state, { name }) => [textsOf(state).title, textsOf(state).rollups.packages.title, name],
  status: presence,
  head: (state, route, width) => [
    line([route.of.filter, route.filter].filter((text) => text !== '').join(' · '), 'dim'),
    titleLine(fitColumns(columnsFor(state, route), rowsFor(state, route), width)),
  ],
  body: versionsBody,
  table: versionsTable,
};

/** A version, or all of them: `version` undefined. */
export interface VersionRow extends Omit<VersionRollup, 'version'> {
  readonly version?: string;
}

export function versionAtCursor(state: State, route: VersionsRoute): VersionRow | undefined {
  const rows = rowsFor(state, route);
  return rows[cursorIndex(route.cursor, keysOf(rows))];
}

/** `on 27 of 30, absent on 3`. */
export function presence(state: State, route: VersionsRoute): string {
  const [all] = rowsFor(state, route);
  const [present, of] = [all?.machines.length ?? 0, machinesOfGroup(state, route).length];
  const number = (count: number) => formatNumber(state.language, count);
  return textsOf(state).rollups.presence(number(present), number(of), number(of - present));
}

function rowsFor(state: State, route: VersionsRoute): readonly VersionRow[] {
  return withAll(versionsOf(state, route, route.name));
}

const withAll = remember((versions: readonly VersionRollup[]): readonly VersionRow[] => {
  if (versions.length === 0) return [];
  const machines = [...new Set(versions.flatMap((one) => one.machines))];
  const [first, last] = [versions.map((one) => one.first), versions.map((one) => one.last)];
  return [{ machines, first: Math.min(...first), last: Math.max(...last) }, ...versions];
});

const keysOf = remember((rows: readonly VersionRow[]) =>
  rows.map(({ version }) => (version === undefined ? ALL : `=${version}`)),
);
const ALL = 'all';

function columnsFor(state: State, route: VersionsRoute): readonly Column<VersionRow>[] {
  const { rollups } = textsOf(state);
  const of = machinesOfGroup(state, route).length;
  const day = (time: number) => formatDay(state.language, isoOf(time));
  return [
    {
      title: rollups.version,
      priority: 1,
      text: ({ version }) => (version === undefined ? rollups.allVersions : version || rollups.noVersion),
    },
    ...shareColumns<VersionRow>(state, ({ machines }) => ({ count: machines.length, of })),
    { title: rollups.first, priority: 4, whole: true, text: ({ first }) => day(first) },
    {
      title: rollups.last,
      priority: 5,
      whole: true,
      text: ({ machines, last }) => (machines.length > 0 ? rollups.still : day(last)),
    },
  ];
}

function versionsBody(state: State, route: VersionsRoute, width: number): Body {
  const rows = rowsFor(state, route);
  if (rows.length === 0) return waitingBody(state, answerTo(state.cache, packagesQuery(state)), width);
  const columns = fitColumns(columnsFor(state, route), rows, width);
  return { keys: keysOf(rows), line: (index) => (rows[index] ? rowLine(columns, rows[index]) : EMPTY_LINE) };
}

function versionsTable(state: State, route: VersionsRoute): Table {
  const { rollups, values } = textsOf(state);
  const rows = rowsFor(state, route);
  const cells = rows.map(({ version, machines, first, last }) => [
    version ?? rollups.allVersions,
    String(machines.length),
    isoOf(first),
    isoOf(last),
  ]);
  return {
    name: `versions-${route.name}`,
    columns: [rollups.version, values.machines, rollups.first, rollups.last],
    rows: cells,
    records: recordsOf(['version', 'machines', 'first', 'last'], cells),
    at: Math.max(0, cursorIndex(route.cursor, keysOf(rows))),
  };
}
