import type { Consensus, ConsensusItem, Outlier } from '../../fleet/consensus.ts';
import { formatNumber } from '../../i18n/format.ts';
import { describe } from '../../model/catalogue.ts';
import { fieldValue } from '../../model/descriptor.ts';
import { type Body, messageBody, waitingBody } from '../body.ts';
import { fieldLabel, rowSummary } from '../change-text.ts';
import { type Column, fitColumns, rowLine, titleLine } from '../columns.ts';
import { cursorIndex } from '../cursor.ts';
import { EMPTY_LINE, type Line, line, span } from '../line.ts';
import { answerTo, consensusQuery, machinesQuery } from '../queries.ts';
import { remember } from '../remember.ts';
import { type ConsensusRoute, consensusPanes } from '../routes.ts';
import { type State, textsOf } from '../state.ts';
import { recordsOf, type Table } from '../taking/table.ts';
import { formatField, maskText } from '../value.ts';
import { machineName } from './lookups.ts';
import type { Screen } from './screen.ts';

/** What most machines of a group have: who differs, what is common, what is rare. */
export const consensusScreen: Screen<ConsensusRoute> = {
  headHeight: 2,
  margin: 0,
  queries: (state, { of }) => [consensusQuery(state, of), machinesQuery(state)],
  crumbs: (state) => [textsOf(state).title, textsOf(state).common.consensus.title],
  status: (state, route) => {
    const size = consensusFor(state, route)?.size;
    const texts = textsOf(state);
    const machines = size === undefined ? '' : texts.machines(formatNumber(state.language, size), size === 1);
    return texts.common.consensus.size(route.of.name, machines);
  },
  head: (state, route, width) => [paneBar(state, route), paneTitles(state, route, width)],
  body: consensusBody,
  table: consensusTable,
};

export function consensusFor(state: State, { of }: Pick<ConsensusRoute, 'of'>): Consensus | undefined {
  return answerTo(state.cache, consensusQuery(state, of))?.value;
}

/** The machine the cursor is on, where the pane lists machines. */
export function outlierAtCursor(state: State, route: ConsensusRoute): Outlier | undefined {
  const outliers = consensusFor(state, route)?.outliers ?? [];
  return outliers[cursorIndex(route.cursor, outlierKeys(outliers))];
}

/** The thing the cursor is on, by its index in the consensus. */
export function itemAtCursor(state: State, route: ConsensusRoute): number | undefined {
  const consensus = consensusFor(state, route);
  const items = consensus ? itemsIn(consensus, route.pane) : [];
  const item = items[cursorIndex(route.cursor, itemKeys(items))];
  return item && consensus?.items.indexOf(item);
}

/** What a person calls a thing: a row, or a field where the section exists once. */
export function itemName(state: State, { section, key, field, row }: ConsensusItem): string {
  return field === undefined ? maskText(state, section, row, key) : fieldLabel(state, section, field);
}

export function itemValue(state: State, item: ConsensusItem, row = item.row): string {
  const { section, field } = item;
  if (field === undefined) return rowSummary(state, section, row, item.key);
  const described = describe(section).fields[field];
  return described ? formatField(state, described, fieldValue(row, field)) : '';
}

/** What few are without comes first, what all have last: that is no news. */
const itemsIn = remember((consensus: Consensus, pane: ConsensusRoute['pane']): readonly ConsensusItem[] => {
  const items = consensus.items.filter(({ isCommon }) => isCommon === (pane === 'common'));
  const isEverywhere = ({ same, of }: ConsensusItem) => same.length === of;
  const share = ({ same, of }: ConsensusItem) => same.length / of;
  const lacking = items.filter((item) => !isEverywhere(item)).sort((a, b) => share(b) - share(a));
  return [...lacking, ...items.filter(isEverywhere)];
});

const itemKeys = remember((items: readonly ConsensusItem[]) => {
  const seen = new Map<string, number>();
  return items.map(({ section, key, field = '' }) => {
    const name = [section, field, key].join('/');
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return `${name}#${nth}`;
  });
});

const outlierKeys = remember((outliers: readonly Outlier[]) => outliers.map(({ id }) => id));

function paneBar(state: State, route: ConsensusRoute): Line {
  const { panes } = textsOf(state).common.consensus;
  const consensus = consensusFor(state, route);
  const counts = consensus && {
    outliers: consensus.outliers.length,
    common: itemsIn(consensus, 'common').length,
    rare: itemsIn(consensus, 'rare').length,
  };
  return consensusPanes.flatMap((pane, index) => {
    const count = counts ? ` ${formatNumber(state.language, counts[pane])}` : '';
    const title = span(panes[pane] + count, pane === route.pane ? 'selected' : undefined);
    return index === 0 ? [title] : [span('   '), title];
  });
}

function paneTitles(state: State, route: ConsensusRoute, width: number): Line {
  const consensus = consensusFor(state, route);
  if (!consensus) return EMPTY_LINE;
  if (route.pane === 'outliers') {
    return consensus.outliers.length === 0 ? EMPTY_LINE : titleLine(outlierTable(state, consensus.outliers, width));
  }
  const items = itemsIn(consensus, route.pane);
  return items.length === 0 ? EMPTY_LINE : titleLine(itemTable(state, items, width));
}

function consensusBody(state: State, route: ConsensusRoute, width: number): Body {
  const { consensus: texts } = textsOf(state).common;
  const answer = answerTo(state.cache, consensusQuery(state, route.of));
  if (!answer?.value) return waitingBody(state, answer, width);
  if (route.pane === 'outliers') {
    const { outliers } = answer.value;
    if (outliers.length === 0) return messageBody([line(texts.nobodyDiffers, 'strong')]);
    const columns = outlierTable(state, outliers, width);
    return bodyFor(outlierKeys(outliers), outliers, (outlier) => rowLine(columns, outlier));
  }
  const items = itemsIn(answer.value, route.pane);
  if (items.length === 0) return messageBody([line(texts.nothing, 'dim')]);
  const columns = itemTable(state, items, width);
  return bodyFor(itemKeys(items), items, (item) => rowLine(columns, item));
}

function bodyFor<T>(keys: readonly string[], rows: readonly T[], lineOf: (row: T) => Line): Body {
  return {
    keys,
    line: (index) => {
      const row = rows[index];
      return row === undefined ? EMPTY_LINE : lineOf(row);
    },
  };
}

function outlierTable(state: State, outliers: readonly Outlier[], width: number) {
  return fitColumns(outlierColumns(state), outliers, width);
}

function outlierColumns(state: State): readonly Column<Outlier>[] {
  const { consensus: texts } = textsOf(state).common;
  const count = (title: string, priority: number, of: (outlier: Outlier) => number): Column<Outlier> => ({
    title,
    align: 'right',
    priority,
    text: (outlier) => (of(outlier) === 0 ? '·' : formatNumber(state.language, of(outlier))),
  });
  return [
    { title: texts.machine, priority: 1, text: ({ id }) => machineName(state, id) },
    count(texts.differences, 2, ({ missing, different, extra }) => missing + different + extra),
    count(texts.missing, 3, ({ missing }) => missing),
    count(texts.different, 4, ({ different }) => different),
    count(texts.extra, 5, ({ extra }) => extra),
  ];
}

function itemTable(state: State, items: readonly ConsensusItem[], width: number) {
  return fitColumns(itemColumns(state), items, width);
}

function itemColumns(state: State): readonly Column<ConsensusItem>[] {
  const { consensus: texts } = textsOf(state).common;
  const number = (count: number) => formatNumber(state.language, count);
  const some = (count: number) => (count === 0 ? '·' : number(count));
  return [
    { title: texts.what, priority: 1, text: (item) => itemName(state, item) },
    { title: texts.value, priority: 4, least: 10, text: (item) => itemValue(state, item) },
    {
      title: texts.have,
      align: 'right',
      priority: 2,
      text: ({ same, of }) => texts.of(number(same.length), number(of)),
    },
    { title: texts.different, align: 'right', priority: 5, text: ({ different }) => some(different.length) },
    { title: texts.absent, align: 'right', priority: 6, text: ({ missing }) => some(missing.length) },
    { title: texts.section, priority: 7, text: ({ section }) => describe(section).label[state.language] },
  ];
}

function consensusTable(state: State, route: ConsensusRoute): Table | undefined {
  const consensus = consensusFor(state, route);
  if (!consensus) return undefined;
  if (route.pane === 'outliers') {
    const { outliers } = consensus;
    return dataOf(`outliers-${route.of.name}`, outlierColumns(state), outliers, route, outlierKeys(outliers));
  }
  const items = itemsIn(consensus, route.pane);
  return dataOf(`${route.pane}-${route.of.name}`, itemColumns(state), items, route, itemKeys(items));
}

function dataOf<T>(
  name: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
  { cursor }: ConsensusRoute,
  keys: readonly string[],
): Table {
  const titles = columns.map(({ title }) => title);
  const cells = rows.map((row) => columns.map(({ text }) => text(row)));
  const at = cursorIndex(cursor, keys);
  return { name, columns: titles, rows: cells, records: recordsOf(titles, cells), ...(at >= 0 && { at }) };
}
