import type { PackageRollup } from '../../fleet/rollup.ts';
import { formatDay, formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { type Body, messageBody, waitingBody } from '../body.ts';
import { type Column, fitColumns, rowLine, titleLine } from '../columns.ts';
import { cursorIndex } from '../cursor.ts';
import { readFilter } from '../fleet-filter.ts';
import { EMPTY_LINE, type Line, line, opposite, span } from '../line.ts';
import { machinesOfGroup, packageQueries, packagesOf } from '../package-group.ts';
import { answerTo, packagesQuery } from '../queries.ts';
import { remember } from '../remember.ts';
import type { PackagesRoute } from '../routes.ts';
import { shareColumns } from '../share-columns.ts';
import { type State, textsOf } from '../state.ts';
import { recordsOf, type Table } from '../taking/table.ts';
import { typingLine } from '../typing-line.ts';
import { widthOf } from '../width.ts';
import type { Screen } from './screen.ts';

/** The packages of a list of machines: how many versions, on how many machines, first seen when. */
export const packagesScreen: Screen<PackagesRoute> = {
  headHeight: 2,
  margin: 0,
  queries: packageQueries,
  crumbs: (state) => [textsOf(state).title, textsOf(state).rollups.packages.title],
  status: (state, route) => {
    const [packages, machines] = [packagesOf(state, route).length, machinesOfGroup(state, route).length];
    const texts = textsOf(state);
    const number = (count: number) => formatNumber(state.language, count);
    return `${texts.rollups.packages.count(number(packages), packages === 1)} · ${texts.machines(number(machines), machines === 1)}`;
  },
  head: (state, route, width) => [filterLine(state, route, width), titleLine(fittedFor(state, route, width))],
  body: packagesBody,
  table: packagesTable,
};

export function packageAtCursor(state: State, route: PackagesRoute): PackageRollup | undefined {
  const packages = packagesOf(state, route);
  return packages[cursorIndex(route.cursor, keysOf(packages))];
}

const keysOf = remember((packages: readonly PackageRollup[]) => packages.map(({ name }) => name));

/** The filter here, and at the right the list it is of and the order. */
function filterLine(state: State, route: PackagesRoute, width: number): Line {
  const { error } = readFilter(route.filter);
  if (error !== undefined) return [...typingLine(state, route.filter, width), span(`  ${error}`, 'warning')];
  const { orders } = textsOf(state).rollups.packages;
  const list = route.of.filter === '' ? '' : `${route.of.filter} · `;
  const right = `${list}${textsOf(state).sortedBy(orders[route.order])}`;
  return opposite(typingLine(state, route.filter, width - widthOf(right) - 1), line(right, 'dim'), width);
}

function fittedFor(state: State, route: PackagesRoute, width: number) {
  return fitted(columnsFor(state.language, machinesOfGroup(state, route).length), packagesOf(state, route), width);
}

const fitted = remember(fitColumns<PackageRollup>);

const columnsFor = remember((language: Language, of: number): readonly Column<PackageRollup>[] => {
  const { rollups } = textsOf({ language });
  return [
    { title: rollups.packages.name, priority: 1, text: ({ name }) => name },
    {
      title: rollups.packages.versions,
      align: 'right',
      priority: 4,
      text: ({ versions }) => formatNumber(language, versions),
    },
    ...shareColumns<PackageRollup>({ language }, ({ machines }) => ({ count: machines, of })),
    {
      title: rollups.absent,
      align: 'right',
      priority: 5,
      text: ({ machines }) => formatNumber(language, of - machines),
    },
    { title: rollups.first, priority: 7, whole: true, text: ({ first }) => formatDay(language, isoOf(first)) },
  ];
});

function packagesBody(state: State, route: PackagesRoute, width: number): Body {
  const answer = answerTo(state.cache, packagesQuery(state));
  if (!answer?.value) return waitingBody(state, answer, width);
  const packages = packagesOf(state, route);
  const { rollups, noMatch } = textsOf(state);
  if (packages.length === 0) {
    return messageBody([line(route.filter === '' ? rollups.packages.nothing : noMatch, 'dim')]);
  }
  const columns = fittedFor(state, route, width);
  return {
    keys: keysOf(packages),
    line: (index) => (packages[index] ? rowLine(columns, packages[index]) : EMPTY_LINE),
  };
}

function packagesTable(state: State, route: PackagesRoute): Table {
  const packages = packagesOf(state, route);
  const { rollups, values } = textsOf(state);
  const rows = packages.map(({ name, versions, machines, first }) => [
    name,
    String(versions),
    String(machines),
    isoOf(first),
  ]);
  const at = cursorIndex(route.cursor, keysOf(packages));
  return {
    name: 'software',
    columns: [rollups.packages.name, rollups.packages.versions, values.machines, rollups.first],
    rows,
    records: recordsOf(['name', 'versions', 'machines', 'first'], rows),
    ...(at >= 0 && { at, value: packages[at]?.name ?? '' }),
  };
}

/** Of a time that is not known, nothing. */
export function isoOf(time: number): string {
  return Number.isFinite(time) && time > 0 ? new Date(time).toISOString() : '';
}
