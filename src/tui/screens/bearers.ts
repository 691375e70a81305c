import type { MachineRow } from '../../fleet/fleet.ts';
import type { VersionRollup } from '../../fleet/rollup.ts';
import { formatAge, formatNumber } from '../../i18n/format.ts';
import { type Body, waitingBody } from '../body.ts';
import { type Column, fitColumns, rowLine, titleLine } from '../columns.ts';
import { cursorIndex } from '../cursor.ts';
import { EMPTY_LINE, line, span } from '../line.ts';
import { machinesOfGroup, packageQueries, packagesIn, versionsOf } from '../package-group.ts';
import { answerTo, packagesQuery } from '../queries.ts';
import { remember } from '../remember.ts';
import type { BearersRoute } from '../routes.ts';
import { clockOf, type State, textsOf } from '../state.ts';
import { recordsOf, type Table } from '../taking/table.ts';
import type { Screen } from './screen.ts';

/** The machines that have a package, or one version of it, and those that have not. */
export const bearersScreen: Screen<BearersRoute> = {
  headHeight: 2,
  margin: 1,
  queries: packageQueries,
  crumbs: (state, { name, version }) => {
    const { title, rollups } = textsOf(state);
    return [title, rollups.packages.title, name, ...(version === undefined ? [] : [version || rollups.noVersion])];
  },
  status: (state, route) => {
    const rows = rowsFor(state, route);
    const present = rows.filter(({ has }) => has).length;
    const number = (count: number) => formatNumber(state.language, count);
    return textsOf(state).rollups.presence(number(present), number(rows.length), number(rows.length - present));
  },
  head: (state, route, width) => [
    line([route.of.filter, route.filter].filter((text) => text !== '').join(' · '), 'dim'),
    titleLine(fitColumns(columnsFor(state), rowsFor(state, route), width)),
  ],
  body: bearersBody,
  table: bearersTable,
};

/** A machine of the group, and the versions it has. */
export interface Bearer {
  readonly machine: MachineRow;
  readonly versions: readonly string[];
  /** It has what is asked for. */
  readonly has: boolean;
}

export function bearerAtCursor(state: State, route: BearersRoute): Bearer | undefined {
  const lines = linesFor(state, route);
  const at = lines[cursorIndex(route.cursor, keysOf(lines))];
  return at?.kind === 'bearer' ? at.bearer : undefined;
}

function rowsFor(state: State, route: BearersRoute): readonly Bearer[] {
  if (!packagesIn(state)) return NONE;
  return bearersIn(machinesOfGroup(state, route), versionsOf(state, route, route.name), route.version);
}

const bearersIn = remember(
  (
    machines: readonly MachineRow[],
    versions: readonly VersionRollup[],
    wanted: string | undefined,
  ): readonly Bearer[] => {
    const held = new Map<string, string[]>();
    for (const { version, machines: ids } of versions) {
      for (const id of ids) held.set(id, [...(held.get(id) ?? []), version]);
    }
    return machines.map((machine) => {
      const own = held.get(machine.id) ?? [];
      return { machine, versions: own, has: wanted === undefined ? own.length > 0 : own.includes(wanted) };
    });
  },
);

type BearerLine =
  | { readonly kind: 'heading'; readonly has: boolean; readonly count: number }
  | { readonly kind: 'bearer'; readonly bearer: Bearer };

function linesFor(state: State, route: BearersRoute): readonly BearerLine[] {
  return linesOf(rowsFor(state, route));
}

/** Both halves, each under its count; one that is empty says so. */
const linesOf = remember((rows: readonly Bearer[]): readonly BearerLine[] =>
  [true, false].flatMap((has) => {
    const half = rows.filter((row) => row.has === has);
    return [
      { kind: 'heading', has, count: half.length } as const,
      ...half.map((bearer) => ({ kind: 'bearer', bearer }) as const),
    ];
  }),
);

const keysOf = remember((lines: readonly BearerLine[]) =>
  lines.map((one) => (one.kind === 'bearer' ? one.bearer.machine.id : undefined)),
);

function columnsFor(state: State): readonly Column<Bearer>[] {
  const { columns, rollups } = textsOf(state);
  const now = clockOf(state);
  return [
    { title: columns.name, priority: 1, text: ({ machine }) => `  ${machine.name}` },
    { title: rollups.version, priority: 2, text: ({ versions }) => versions.join(', ') },
    { title: columns.tag, priority: 5, extra: true, text: ({ machine }) => machine.tag ?? '' },
    { title: columns.os, priority: 4, least: 10, text: ({ machine }) => machine.os ?? '' },
    {
      title: columns.seen,
      align: 'right',
      priority: 3,
      text: ({ machine }) => formatAge(state.language, machine.lastSeen, now),
    },
  ];
}

function bearersBody(state: State, route: BearersRoute, width: number): Body {
  if (!packagesIn(state)) return waitingBody(state, answerTo(state.cache, packagesQuery(state)), width);
  const lines = linesFor(state, route);
  const columns = fitColumns(columnsFor(state), rowsFor(state, route), width);
  return {
    keys: keysOf(lines),
    line: (index) => {
      const one = lines[index];
      if (!one) return EMPTY_LINE;
      return one.kind === 'bearer'
        ? rowLine(columns, one.bearer)
        : headingLine(state, one, rowsFor(state, route).length);
    },
  };
}

function headingLine(state: State, { has, count }: { readonly has: boolean; readonly count: number }, of: number) {
  const { rollups } = textsOf(state);
  const say = has ? rollups.present : rollups.missing;
  const role = has ? 'added' : 'removed';
  const number = (one: number) => formatNumber(state.language, one);
  return [span(has ? '+ ' : '- ', role), span(say(number(count), number(of)), 'strong')];
}

function bearersTable(state: State, route: BearersRoute): Table {
  const { columns, rollups, yes, no } = textsOf(state);
  const rows = rowsFor(state, route);
  const cells = rows.map(({ machine, versions, has }) => [machine.name, has ? yes : no, versions.join(', ')]);
  const own = bearerAtCursor(state, route);
  return {
    name: `machines-${route.name}`,
    columns: [columns.name, rollups.has, rollups.version],
    rows: cells,
    records: recordsOf(['machine', 'has', 'version'], cells),
    ...(own && { at: rows.indexOf(own), value: own.machine.name, path: own.machine.id }),
  };
}

const NONE: readonly Bearer[] = [];
