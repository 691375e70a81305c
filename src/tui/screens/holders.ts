import type { ConsensusItem } from '../../fleet/consensus.ts';
import { formatNumber } from '../../i18n/format.ts';
import { describe } from '../../model/catalogue.ts';
import type { AnyRow } from '../../model/descriptor.ts';
import { type Body, waitingBody } from '../body.ts';
import { type Column, fitColumns, rowLine, titleLine } from '../columns.ts';
import { cursorIndex } from '../cursor.ts';
import { EMPTY_LINE, type Role, span } from '../line.ts';
import { answerTo, consensusQuery, machinesQuery } from '../queries.ts';
import type { HoldersRoute } from '../routes.ts';
import { type State, textsOf } from '../state.ts';
import { consensusFor, itemName, itemValue } from './consensus.ts';
import { machineName } from './lookups.ts';
import type { Screen } from './screen.ts';

/** One thing of a group: the machines that have it otherwise or not at all, then those that have it as most do. */
export const holdersScreen: Screen<HoldersRoute> = {
  headHeight: 2,
  margin: 0,
  queries: (state, { of }) => [consensusQuery(state, of), machinesQuery(state)],
  crumbs: (state, route) => {
    const item = itemOf(state, route);
    const { title, common } = textsOf(state);
    const section = item ? [describe(item.section).label[state.language], itemName(state, item)] : [];
    return [title, common.consensus.title, ...section];
  },
  status: (_, { of }) => of.name,
  head: (state, route, width) => {
    const item = itemOf(state, route);
    if (!item) return [EMPTY_LINE, EMPTY_LINE];
    return [
      [span(`${itemValue(state, item)}  `, 'strong'), span(countText(state, item), 'dim')],
      titlesOf(state, item, width),
    ];
  },
  body: holdersBody,
};

/** The machine under the cursor. */
export function holderAtCursor(state: State, route: HoldersRoute): string | undefined {
  const item = itemOf(state, route);
  const rows = item ? holdersOf(item) : [];
  return rows[
    cursorIndex(
      route.cursor,
      rows.map(({ id }) => id),
    )
  ]?.id;
}

interface Holding {
  readonly id: string;
  readonly kind: 'same' | 'different' | 'missing' | 'rare';
  readonly row?: AnyRow;
}

function itemOf(state: State, route: HoldersRoute): ConsensusItem | undefined {
  return consensusFor(state, route)?.items[route.item];
}

function holdersOf({ isCommon, same, different, missing, row }: ConsensusItem): readonly Holding[] {
  const otherwise = different.map((holder) => ({ ...holder, kind: 'different' }) as const);
  if (!isCommon) return [...same.map((id) => ({ id, kind: 'rare', row }) as const), ...otherwise];
  return [
    ...missing.map((id) => ({ id, kind: 'missing' }) as const),
    ...otherwise,
    ...same.map((id) => ({ id, kind: 'same', row }) as const),
  ];
}

function countText(state: State, { same, different, missing, of }: ConsensusItem): string {
  const number = (count: number) => formatNumber(state.language, count);
  const counts = [same.length, of, different.length, missing.length].map(number);
  const [have = '', all = '', otherwise = '', absent = ''] = counts;
  return textsOf(state).common.consensus.itemLine(have, all, otherwise, absent);
}

function columnsOf(state: State, item: ConsensusItem): readonly Column<Holding>[] {
  const { consensus: texts } = textsOf(state).common;
  const roles: Readonly<Record<Holding['kind'], Role | undefined>> = {
    same: undefined,
    different: 'changed',
    missing: 'removed',
    rare: 'added',
  };
  return [
    { title: texts.machine, priority: 1, text: ({ id }) => machineName(state, id) },
    { title: texts.have, priority: 2, text: ({ kind }) => texts.states[kind], role: ({ kind }) => roles[kind] },
    { title: texts.value, priority: 3, text: ({ row }) => (row ? itemValue(state, item, row) : '') },
  ];
}

function titlesOf(state: State, item: ConsensusItem, width: number) {
  return titleLine(fitColumns(columnsOf(state, item), holdersOf(item), width));
}

function holdersBody(state: State, route: HoldersRoute, width: number): Body {
  const item = itemOf(state, route);
  if (!item) return waitingBody(state, answerTo(state.cache, consensusQuery(state, route.of)), width);
  const rows = holdersOf(item);
  const columns = fitColumns(columnsOf(state, item), rows, width);
  return {
    keys: rows.map(({ id }) => id),
    line: (index) => (rows[index] ? rowLine(columns, rows[index]) : EMPTY_LINE),
  };
}
