import type { RowChange } from '../../delta/types.ts';
import { describe } from '../../model/catalogue.ts';
import { type AnyRow, fieldValue } from '../../model/descriptor.ts';
import { type Body, waitingBody } from '../body.ts';
import { changeRoles, changeSigns } from '../change-signs.ts';
import { changeName } from '../change-text.ts';
import { besides, differingCells, type Sides, sidesOf } from '../compare-lines.ts';
import { deltaOf } from '../comparison.ts';
import { EMPTY_LINE, type Line, line, type Span, span } from '../line.ts';
import { answerTo, deltaQueries, deltaQuery, machinesQuery, sideOf } from '../queries.ts';
import type { ChangeRoute } from '../routes.ts';
import type { State } from '../state.ts';
import { formatField } from '../value.ts';
import { fitText, wrap } from '../width.ts';
import { compareCrumbs, sideTitles } from './compare.ts';
import type { Screen } from './screen.ts';

/** One row that differs: all its fields on both sides, long values in full. */
export const changeScreen: Screen<ChangeRoute> = {
  headHeight: 2,
  margin: 0,
  queries: (state, { before, after }) => [...deltaQueries(state, before, after), machinesQuery(state)],
  crumbs: (state, route) => [...compareCrumbs(state, route).slice(1), describe(route.section).label[state.language]],
  status: () => '',
  head: (state, route, width) => [nameLine(state, route), sideTitles(state, route, width)],
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

function changeBody(state: State, route: ChangeRoute, width: number): Body {
  const change = changeOf(state, route);
  if (!change) {
    const query = deltaQuery(sideOf(state, route.before), sideOf(state, route.after));
    return waitingBody(state, query && answerTo(state.cache, query), width);
  }
  const lines = sideLines(state, route, change, width);
  return { keys: lines.map((_, index) => String(index)), line: (index) => lines[index] ?? EMPTY_LINE };
}

function sideLines(state: State, { section }: ChangeRoute, change: RowChange, width: number): readonly Line[] {
  const sides = sidesOf(width);
  return Object.entries(describe(section).fields).flatMap(([name, field]): readonly Line[] => {
    const text = (row: AnyRow | undefined) => formatField(state, field, row && sideValue(change, row, name));
    const [left, right] = [text(change.before), text(change.after)];
    if (left === '' && right === '') return [];
    const title = span(field.label[state.language], left === right ? 'dim' : 'changed');
    return sides.stacked ? stacked(title, left, right, sides) : sideBySide(title, left, right, sides);
  });
}

/** Rows of a delta may leave out what its field changes say. */
function sideValue({ fields, before }: RowChange, row: AnyRow, name: string) {
  const known = fieldValue(row, name);
  const change = fields.find(({ field }) => field === name);
  return known ?? (row === before ? change?.before : change?.after);
}

function sideBySide({ text, role }: Span, left: string, right: string, { label, value }: Sides): readonly Line[] {
  const title = line(fitText(text, label), role);
  const [before, after] = [wrap(left, value), wrap(right, value)];
  if (before.length === 1 && after.length === 1) return [besides(title, ...differingCells(left, right, value))];
  return Array.from({ length: Math.max(before.length, after.length) }, (_, index) =>
    besides(
      index === 0 ? title : line(' '.repeat(label)),
      line(fitText(before[index] ?? '', value)),
      line(fitText(after[index] ?? '', value)),
    ),
  );
}

/** One side under the other; a value that both share stands once. */
function stacked(title: Span, left: string, right: string, { value }: Sides): readonly Line[] {
  const side = (text: string, sign: Span) =>
    wrap(text, value).map((part, index) => [index === 0 ? sign : span('    '), span(part)]);
  if (left === right) return [[title], ...side(left, span('    '))];
  const before = left === '' ? [] : side(left, span('  - ', 'removed'));
  return [[title], ...before, ...(right === '' ? [] : side(right, span('  + ', 'added')))];
}
