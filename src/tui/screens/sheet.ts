import { messagesOf } from '../../i18n/language.ts';
import { percentWords } from '../../lab/words.ts';
import { type Body, messageBody, waitingBody } from '../body.ts';
import { comparisonColumns, comparisonLines } from '../lab-comparison.ts';
import { EMPTY_LINE, type Line, line } from '../line.ts';
import { answerTo } from '../queries.ts';
import type { SheetRoute } from '../routes.ts';
import { type State, textsOf } from '../state.ts';
import { recordsOf, type Table } from '../taking/table.ts';
import { wrap } from '../width.ts';
import { EXERCISE, exerciseOf } from './lab.ts';
import type { Screen } from './screen.ts';

/** The sheet filled by hand beside the agent's answers: what was forgotten, what is wrong, what no agent can know. */
export const sheetScreen: Screen<SheetRoute> = {
  headHeight: 2,
  margin: 0,
  queries: () => [EXERCISE],
  crumbs: (state) => {
    const { screen } = messagesOf(state.language).lab;
    return [textsOf(state).title, screen.title, screen.sheet];
  },
  status: (state) => percentWords(state.language, exerciseOf(state)?.comparison?.manual.accuracy),
  head: (state, _, width) => [EMPTY_LINE, linesOf(state, width)[0] ?? EMPTY_LINE],
  body: sheetBody,
  table: sheetTable,
};

function sheetBody(state: State, _: SheetRoute, width: number): Body {
  const results = exerciseOf(state);
  if (!results) return waitingBody(state, answerTo(state.cache, EXERCISE), width);
  const { comparison } = results;
  const { early } = messagesOf(state.language).lab.screen;
  if (!comparison) return messageBody(wrap(early, width).map((text) => line(text)));
  const lines = linesOf(state, width).slice(1);
  return { keys: lines.map((_line, index) => String(index)), line: (index) => lines[index] ?? EMPTY_LINE };
}

/** The titles of the columns, and what stands below. */
function linesOf(state: State, width: number): readonly Line[] {
  const comparison = exerciseOf(state)?.comparison;
  return comparison ? comparisonLines(state.language, comparison, width) : [];
}

function sheetTable(state: State): Table | undefined {
  const comparison = exerciseOf(state)?.comparison;
  if (!comparison) return undefined;
  const columns = comparisonColumns(state.language);
  const titles = columns.map(({ title }) => title);
  const rows = comparison.fields.map((field) => columns.map(({ text }) => text(field)));
  return { name: 'sheet', columns: titles, rows, records: recordsOf(titles, rows) };
}
