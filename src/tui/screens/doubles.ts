import { doublePairs, type PossibleDouble } from '../../fleet/doubles.ts';
import { formatAge, formatNumber } from '../../i18n/format.ts';
import { type Body, messageBody, waitingBody } from '../body.ts';
import { type Column, fitColumns, rowLine, titleLine } from '../columns.ts';
import { cursorIndex } from '../cursor.ts';
import { machinesOf } from '../fleet-list.ts';
import { EMPTY_LINE, type Line, line } from '../line.ts';
import { answerTo, machinesQuery } from '../queries.ts';
import { remember } from '../remember.ts';
import type { DoublesRoute } from '../routes.ts';
import { clockOf, type State, textsOf } from '../state.ts';
import { recordsOf, type Table } from '../taking/table.ts';
import { wrap } from '../width.ts';
import type { Screen } from './screen.ts';

/** Device ids that may be one machine, what they have in common, and what to do about it. */
export const doublesScreen: Screen<DoublesRoute> = {
  headHeight: 4,
  margin: 0,
  queries: (state) => [machinesQuery(state)],
  crumbs: (state) => [textsOf(state).title, textsOf(state).common.doubles.title],
  status: (state) => formatNumber(state.language, pairsOf(state).length),
  head: (state, route, width) => [...adviceLines(state, route, width), titlesOf(state, width)],
  body: doublesBody,
  table: doublesTable,
};

export function pairAtCursor(state: State, route: DoublesRoute): PossibleDouble | undefined {
  const pairs = pairsOf(state);
  return pairs[cursorIndex(route.cursor, keysOf(pairs))];
}

function pairsOf(state: State): readonly PossibleDouble[] {
  return pairsIn(machinesOf(state));
}

const pairsIn = remember(doublePairs);
const keysOf = remember((pairs: readonly PossibleDouble[]) =>
  pairs.map(({ older, newer }) => `${older.id} ${newer.id}`),
);

/** What to do about the pair under the cursor. */
function adviceLines(state: State, route: DoublesRoute, width: number): readonly Line[] {
  const pair = pairAtCursor(state, route);
  const advice = pair ? wrap(textsOf(state).common.doubles.advice[pair.cause], width) : [];
  return Array.from({ length: ADVICE }, (_, index) => line(advice[index] ?? '', 'dim'));
}

function titlesOf(state: State, width: number): Line {
  const pairs = pairsOf(state);
  return pairs.length === 0 ? EMPTY_LINE : titleLine(fitColumns(columnsOf(state), pairs, width));
}

function columnsOf(state: State): readonly Column<PossibleDouble>[] {
  const { doubles: texts } = textsOf(state).common;
  const seen = (iso: string) => formatAge(state.language, iso, clockOf(state));
  const title = textsOf(state).columns.seen;
  return [
    { title: texts.older, priority: 1, text: ({ older }) => older.name },
    { title, align: 'right', priority: 4, text: ({ older }) => seen(older.lastSeen) },
    { title: texts.newer, priority: 2, text: ({ newer }) => newer.name },
    { title, align: 'right', priority: 5, text: ({ newer }) => seen(newer.lastSeen) },
    { title: texts.shares, priority: 3, text: ({ shares }) => shares.map((mark) => texts.marks[mark]).join(', ') },
    { title: texts.cause, priority: 6, text: ({ cause }) => texts.causes[cause] },
  ];
}

function doublesBody(state: State, _: DoublesRoute, width: number): Body {
  const answer = answerTo(state.cache, machinesQuery(state));
  if (!answer?.value) return waitingBody(state, answer, width);
  const pairs = pairsOf(state);
  if (pairs.length === 0) return messageBody([line(textsOf(state).common.doubles.none, 'strong')]);
  const columns = fitColumns(columnsOf(state), pairs, width);
  return { keys: keysOf(pairs), line: (index) => (pairs[index] ? rowLine(columns, pairs[index]) : EMPTY_LINE) };
}

function doublesTable(state: State, route: DoublesRoute): Table {
  const pairs = pairsOf(state);
  const columns = columnsOf(state);
  const titles = columns.map(({ title }) => title);
  const rows = pairs.map((pair) => columns.map(({ text }) => text(pair)));
  const at = cursorIndex(route.cursor, keysOf(pairs));
  return { name: 'doubles', columns: titles, rows, records: recordsOf(titles, rows), ...(at >= 0 && { at }) };
}

/** Lines for the longest advice at 80 columns. */
const ADVICE = 3;
