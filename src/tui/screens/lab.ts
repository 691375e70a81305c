import { messagesOf } from '../../i18n/language.ts';
import type { Results } from '../../lab/results.ts';
import { type Body, messageBody, waitingBody } from '../body.ts';
import { timingColumns, timingLines, timingRows } from '../lab-timings.ts';
import { EMPTY_LINE } from '../line.ts';
import { answerTo } from '../queries.ts';
import type { LabRoute } from '../routes.ts';
import { type State, textsOf } from '../state.ts';
import { recordsOf, type Table } from '../taking/table.ts';
import type { Screen } from './screen.ts';

/** The stopwatch of the classroom: an inventory by hand and by the agent, beside the figures of the course. */
export const labScreen: Screen<LabRoute> = {
  headHeight: 1,
  margin: 0,
  queries: () => [EXERCISE],
  crumbs: (state) => [textsOf(state).title, messagesOf(state.language).lab.screen.title],
  status: (state) => exerciseOf(state)?.exercise.student ?? '',
  head: () => [EMPTY_LINE],
  body: labBody,
  table: labTable,
};

export const EXERCISE = { kind: 'exercise' } as const;

export function exerciseOf(state: State): Results | undefined {
  return answerTo(state.cache, EXERCISE)?.value;
}

function labBody(state: State, { parallel }: LabRoute, width: number): Body {
  const results = exerciseOf(state);
  if (!results) return waitingBody(state, answerTo(state.cache, EXERCISE), width);
  const lines = timingLines(state.language, results, parallel, width);
  return messageBody(lines);
}

function labTable(state: State, { parallel }: LabRoute): Table | undefined {
  const results = exerciseOf(state);
  if (!results) return undefined;
  const columns = timingColumns(state.language);
  const titles = columns.map(({ title }) => title);
  const rows = timingRows(results, parallel).map((row) => columns.map(({ text }) => text(row)));
  return { name: 'lab', columns: titles, rows, records: recordsOf(titles, rows) };
}
