import type { RowChange } from '../../delta/types.ts';
import { describe } from '../../model/catalogue.ts';
import { type AnyRow, fieldValue } from '../../model/descriptor.ts';
import { type Body, waitingBody } from '../body.ts';
import { changeRoles, changeSigns } from '../change-signs.ts';
import { changeName } from '../change-text.ts';
import { besides, differingCells, sidesOf } from '../compare-lines.ts';
import { EMPTY_LINE, type Line, line, span } from '../line.ts';
import { answerTo, deltaQueries, deltaQuery, placeOf } from '../queries.ts';
import type { ChangeRoute } from '../routes.ts';
import { type State, textsOf } from '../state.ts';
import { formatField } from '../value.ts';
import { fitText, wrap } from '../width.ts';
import { compareCrumbs, deltaOf, sideTitle } from './compare.ts';
import type { Screen } from './screen.ts';

/** One row that differs: all its fields on both sides, long values in full. */
export const changeScreen: Screen<ChangeRoute> = {
  headHeight: 2,
  margin: 0,
  queries: (state, { before, after }) => deltaQueries(state.cache, before, after),
  crumbs: (state, route) => [...compareCrumbs(state, route).slice(1), describe(route.section).label[state.language]],
  status: () => '',
  head: (state, route, width) => [nameLine(state, route), titles(state, route, width)],
  body: changeBody,
};

function changeOf(state: State, route: ChangeRoute): RowChange | undefined {
  return deltaOf(state, route)?.sections.find(({ name }) => name === route.section)?.changes[route.change];
}

function nameLine(state: State, route: ChangeRoute): Line {
  const change = changeOf(state, route);
  if (!change) return EMPTY_LINE;
  return [
    span(`${changeSigns[change.kind]} `, changeRoles[change.kind]),
    span(changeName(state, route.section, change), 'strong'),
  ];
}

function titles(state: State, { before, after }: ChangeRoute, width: number): Line {
  const { label, value } = sidesOf(width);
  const cell = (text: string, cells: number) => [span(fitText(text, cells), 'head')];
  const [left, right] = [sideTitle(state, before, after, value), sideTitle(state, after, before, value)];
  return besides(cell(textsOf(state).compare.field, label), cell(left, value), cell(right, value));
}

function changeBody(state: State, route: ChangeRoute, width: number): Body {
  const change = changeOf(state, route);
  if (!change) {
    const query = deltaQuery(placeOf(state.cache, route.before), placeOf(state.cache, route.after));
    return waitingBody(state, query && answerTo(state.cache, query), width);
  }
  const lines = sideLines(state, route, change, width);
  return { keys: lines.map((_, index) => String(index)), line: (index) => lines[index] ?? EMPTY_LINE };
}

function sideLines(state: State, { section }: ChangeRoute, change: RowChange, width: number): readonly Line[] {
  const { label, value: cells } = sidesOf(width);
  return Object.entries(describe(section).fields).flatMap(([name, field]): readonly Line[] => {
    const text = (row: AnyRow | undefined) => formatField(state, field, row && sideValue(change, row, name));
    const [left, right] = [text(change.before), text(change.after)];
    if (left === '' && right === '') return [];
    const title = line(fitText(field.label[state.language], label), left === right ? 'dim' : 'changed');
    return sideBySide(title, left, right, label, cells);
  });
}

/** Rows of a delta may leave out what its field changes say. */
function sideValue({ fields, before }: RowChange, row: AnyRow, name: string) {
  const known = fieldValue(row, name);
  const change = fields.find(({ field }) => field === name);
  return known ?? (row === before ? change?.before : change?.after);
}

function sideBySide(title: Line, left: string, right: string, label: number, cells: number): readonly Line[] {
  const [before, after] = [wrap(left, cells), wrap(right, cells)];
  if (before.length === 1 && after.length === 1) return [besides(title, ...differingCells(left, right, cells))];
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) =>
    besides(
      index === 0 ? title : line(' '.repeat(label)),
      line(fitText(before[index] ?? '', cells)),
      line(fitText(after[index] ?? '', cells)),
    ),
  );
}
