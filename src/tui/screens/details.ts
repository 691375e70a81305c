import { formatTime } from '../../i18n/format.ts';
import { describe } from '../../model/catalogue.ts';
import { type AnyRow, fieldValue } from '../../model/descriptor.ts';
import { areaWidth } from '../area.ts';
import { type Body, waitingBody } from '../body.ts';
import { cursorIndex } from '../cursor.ts';
import { EMPTY_LINE, type Line, line, span } from '../line.ts';
import { answerTo, machinesQuery, placeOf, viewQueries } from '../queries.ts';
import { elementEntries, rawLine } from '../raw-lines.ts';
import type { DetailsRoute } from '../routes.ts';
import { rowKeys } from '../row-key.ts';
import { type State, textsOf } from '../state.ts';
import { formatField } from '../value.ts';
import { fitText, widthOf, wrap } from '../width.ts';
import { machineName, snapshotAt, viewOf } from './lookups.ts';
import type { Screen } from './screen.ts';

/** All fields of one row, long values in full. */
export const detailsScreen: Screen<DetailsRoute> = {
  headHeight: 1,
  margin: 0,
  queries: (state, { spot }) => [...viewQueries(state, spot), machinesQuery(state)],
  crumbs: (state, { spot, section }) => [
    textsOf(state).title,
    machineName(state, spot.id),
    describe(section).label[state.language],
  ],
  status: (state, { spot }) => {
    const { entry } = snapshotAt(state, spot);
    return entry ? formatTime(state.language, entry.at) : '';
  },
  head: () => [EMPTY_LINE],
  body: detailsBody,
};

function detailsBody(state: State, route: DetailsRoute, width: number): Body {
  const row = rowOf(state, route);
  if (!row) {
    const place = placeOf(state, route.spot);
    return waitingBody(state, place && answerTo(state.cache, { kind: 'view', place }), width);
  }
  const lines = fieldLines(state, route, row, width);
  return { keys: lines.map((_, index) => String(index)), line: (index) => lines[index]?.line ?? EMPTY_LINE };
}

/** The field that the cursor is on. */
export function detailsFieldAt(state: State, route: DetailsRoute): string | undefined {
  const row = rowOf(state, route);
  const lines = row ? fieldLines(state, route, row, areaWidth(state)) : [];
  return lines[
    cursorIndex(
      route.cursor,
      lines.map((_, index) => String(index)),
    )
  ]?.field;
}

/** A line, and the field it tells of. */
interface FieldLine {
  readonly line: Line;
  readonly field?: string;
}

function rowOf(state: State, route: DetailsRoute): AnyRow | undefined {
  const section = viewOf(state, route.spot)?.sections.find(({ name }) => name === route.section);
  return section?.rows[rowKeys(section.name, section.rows).indexOf(route.row)];
}

function fieldLines(state: State, { section }: DetailsRoute, row: AnyRow, width: number): readonly FieldLine[] {
  const fields = Object.entries(describe(section).fields).filter(([name]) => fieldValue(row, name) !== undefined);
  const labels = fields.map(([, { label }]) => label[state.language]);
  const label = Math.min(Math.floor(width / 2), Math.max(0, ...labels.map(widthOf)));
  const known = fields.flatMap(([name, field]) => {
    const value = formatField(state, field, fieldValue(row, name));
    const title = span(`${fitText(field.label[state.language], label)}  `, 'dim');
    return wrap(value, Math.max(1, width - label - 2)).map((text, index): FieldLine => {
      return { line: index === 0 ? [title, span(text)] : line(`${' '.repeat(label + 2)}${text}`), field: name };
    });
  });
  const elements = (row.extras ?? []).flatMap((element) => elementEntries(element, 0, state));
  const unknown = elements.map((element): FieldLine => ({ line: rawLine(element) }));
  return unknown.length > 0 ? [...known, { line: EMPTY_LINE }, ...unknown] : known;
}
