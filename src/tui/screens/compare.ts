import { countChanges } from '../../delta/summary.ts';
import { formatNumber, formatTime } from '../../i18n/format.ts';
import { describe } from '../../model/catalogue.ts';
import { type Body, messageBody, waitingBody } from '../body.ts';
import { changeSigns } from '../change-signs.ts';
import { type ChangeEntry, compareKeys, differenceStarts } from '../compare-entries.ts';
import { besides, changeCells, compareLine, countSpans, sidesOf } from '../compare-lines.ts';
import { compareQueries, comparison, deltaOf, movesQueries } from '../comparison.ts';
import { cursorIndex } from '../cursor.ts';
import { EMPTY_LINE, type Line, line, opposite, span } from '../line.ts';
import { answerTo, deltaQuery, placeOf, sideOf } from '../queries.ts';
import { remember } from '../remember.ts';
import type { CompareRoute, Side } from '../routes.ts';
import { type State, textsOf } from '../state.ts';
import { recordsOf, type Table } from '../taking/table.ts';
import { fitText, widthOf } from '../width.ts';
import { machineName, pathOf, snapshotAt, snapshotsOf } from './lookups.ts';
import type { Screen } from './screen.ts';

/** Two machines, or two snapshots of one, side by side: what differs, rows aligned by what they are. */
export const compareScreen: Screen<CompareRoute> = {
  headHeight: 2,
  margin: 2,
  queries: compareQueries,
  besideQueries: movesQueries,
  crumbs: compareCrumbs,
  status: compareStatus,
  head: (state, route, width) => [summaryLine(state, route, width), sideTitles(state, route, width)],
  body: compareBody,
  table: compareTable,
};

export function compareCrumbs(state: State, { before, after }: Pick<CompareRoute, 'before' | 'after'>) {
  const texts = textsOf(state);
  const names = [...new Set([sideName(state, before), sideName(state, after)])];
  return [texts.title, texts.compare.title, names.join(' ↔ ')];
}

/** A row for each field that differs. */
function compareTable(state: State, route: CompareRoute): Table {
  const { before, after } = route;
  const entries = comparison(state, route).entries;
  const at = cursorIndex(route.cursor, keysOf(entries));
  const differing = entries.filter((entry) => entry.kind === 'change' && !entry.side) as readonly ChangeEntry[];
  const texts = textsOf(state);
  const sides = [sidePath(state, before), sidePath(state, after)] as const;
  const columns = [texts.timeline.sections, '', texts.compare.field, ...sides];
  const rows = differing.map((entry) => [
    describe(entry.section).label[state.language],
    changeSigns[entry.change.kind],
    ...changeCells(entry, state),
  ]);
  const entry = entries[at];
  const own = entry?.kind === 'change' ? differing.findIndex((one) => sameLine(one, entry)) : -1;
  return {
    name: `delta-${sideName(state, before)}-${sideName(state, after)}`,
    columns,
    rows,
    records: recordsOf(['section', 'change', 'field', 'before', 'after'], rows),
    path: sides.join(' '),
    ...(own >= 0 && { at: own, value: rows[own]?.at(-1) ?? '' }),
  };
}

function sameLine(one: ChangeEntry, other: ChangeEntry): boolean {
  return one.section === other.section && one.index === other.index && one.part === other.part;
}

/** What people call a side. */
function sideName(state: State, side: Side): string {
  return 'group' in side ? textsOf(state).compare.most(side.name) : machineName(state, side.id);
}

function sidePath(state: State, side: Side): string {
  return 'group' in side ? sideName(state, side) : pathOf(state, side);
}

/** What stands over a side: as much of machine, snapshot and time as there is room for. */
function sideTitle(state: State, side: Side, other: Side, width: number): string {
  if ('group' in side) return sideName(state, side);
  const { entry } = snapshotAt(state, side);
  const isSame = 'id' in other && side.id === other.id && !side.baseline && !other.baseline;
  const name = [
    ...(side.baseline === undefined ? [] : [textsOf(state).compare.baseline(side.baseline)]),
    ...(isSame ? [] : [machineName(state, side.id)]),
  ];
  const seq = entry ? [`#${entry.seq}`] : [];
  const time = entry ? [formatTime(state.language, entry.at)] : [];
  const forms = [[...name, ...seq, ...time], [...name, ...seq], name.length > 0 ? name : seq].map((form) =>
    form.join(' '),
  );
  return forms.find((form) => widthOf(form) <= width) ?? forms.at(-1) ?? '';
}

function compareStatus(state: State, route: CompareRoute): string {
  const entries = comparison(state, route).entries;
  const starts = differenceStarts(entries);
  if (starts.length === 0) return '';
  const at = cursorIndex(route.cursor, keysOf(entries));
  const current = starts.filter((start) => start <= at).length;
  return `${formatNumber(state.language, current)}/${formatNumber(state.language, starts.length)}`;
}

function summaryLine(state: State, route: CompareRoute, width: number): Line {
  const { compare } = textsOf(state);
  const { changes, same } = comparison(state, route);
  const count = same === undefined ? [] : [compare.identical(formatNumber(state.language, same))];
  return opposite(
    [span([compare.filters[route.filter], ...count].join(' · '), 'dim')],
    countSpans(countChanges(changes), state.language),
    width,
  );
}

/** The titles of the two sides, over the columns of a comparison. */
export function sideTitles(
  state: State,
  { before, after, stacked }: Pick<CompareRoute, 'before' | 'after' | 'stacked'>,
  width: number,
): Line {
  const sides = sidesOf(width, stacked);
  const cells = sides.stacked ? Math.floor(width / 2) - STACKED_SIGNS : sides.value;
  const [left, right] = [sideTitle(state, before, after, cells), sideTitle(state, after, before, cells)];
  if (sides.stacked) return [span(`- ${left}  + ${right}`, 'head')];
  const cell = (text: string, cells: number) => [span(fitText(text, cells), 'head')];
  return besides(cell(textsOf(state).compare.field, sides.label), cell(left, sides.value), cell(right, sides.value));
}

function compareBody(state: State, route: CompareRoute, width: number): Body {
  const { compare } = textsOf(state);
  const waiting = missingAnswer(state, route, width);
  if (waiting) return waiting;
  const entries = comparison(state, route).entries;
  const isSame = comparison(state, route).changes.length === 0;
  if (!entries.some(({ kind }) => kind === 'change' || kind === 'same')) {
    const said = line(isSame ? compare.same : compare.noneOfFilter, 'strong');
    const notes = entries.map((entry) => compareLine(entry, state, sidesOf(width, route.stacked)));
    return messageBody([said, EMPTY_LINE, ...notes]);
  }
  return {
    keys: keysOf(entries),
    line: (index) => (entries[index] ? compareLine(entries[index], state, sidesOf(width, route.stacked)) : EMPTY_LINE),
  };
}

/** What to show as long as there are no two sides to compare. */
function missingAnswer(state: State, { before, after }: CompareRoute, width: number): Body | undefined {
  for (const spot of [before, after]) {
    if ('group' in spot || placeOf(state, spot)) continue;
    const answer = answerTo(state.cache, { kind: 'timeline', id: spot.id });
    if (snapshotsOf(state, spot.id).length === 0) return waitingBody(state, answer, width);
    return messageBody([line(textsOf(state).compare.onlySnapshot, 'dim')]);
  }
  if (deltaOf(state, { before, after })) return undefined;
  const query = deltaQuery(sideOf(state, before), sideOf(state, after));
  return waitingBody(state, query && answerTo(state.cache, query), width);
}

const keysOf = remember(compareKeys);
/** Cells of the signs and blanks around two titles on one line. */
const STACKED_SIGNS = 4;
