import type { RowChange, SectionDelta } from '../../delta/types.ts';
import { formatTime } from '../../i18n/format.ts';
import { describe, type SectionName } from '../../model/catalogue.ts';
import { changeRoles, changeSigns } from '../change-signs.ts';
import { changeName, changeSummary } from '../change-text.ts';
import { EMPTY_LINE, fitLine, type Line, line, lineWidth, span } from '../line.ts';
import { answerTo, deltaQuery, type Query } from '../queries.ts';
import type { Spot } from '../routes.ts';
import { type State, textsOf } from '../state.ts';
import { machineName, snapshotAt } from './lookups.ts';
import type { Aside } from './screen.ts';

/** What a snapshot changed, beside the screen that shows it; undefined on a screen without room for it. */
export function changesAside(state: State, spot: Spot | undefined): Aside | undefined {
  if (!hasAside(state)) return undefined;
  const width = Math.min(MAX_WIDTH, Math.floor(state.size.columns * SHARE));
  return { width, lines: spot ? asideLines(state, spot, width) : [] };
}

/** What has to be asked for it. */
export function changesQueries(state: State, spot: Spot | undefined): readonly Query[] {
  if (!spot || !hasAside(state)) return [];
  const delta = changesQuery(state, spot);
  return [{ kind: 'timeline', id: spot.id }, ...(delta ? [delta] : [])];
}

export function changesQuery(state: State, spot: Spot) {
  const { entry, previous } = snapshotAt(state, spot);
  const { id } = spot;
  return deltaQuery(previous && { id, seq: previous.seq }, entry && { id, seq: entry.seq });
}

function asideLines(state: State, spot: Spot, width: number): readonly Line[] {
  const texts = textsOf(state);
  const { entry, previous } = snapshotAt(state, spot);
  const name = fitLine(line(machineName(state, spot.id), 'strong'), width);
  if (!entry) return [name];
  const title = [name, line(texts.changes.title(formatTime(state.language, entry.at)), 'dim'), EMPTY_LINE];
  if (!previous) return [...title, line(texts.changes.first, 'dim')];
  const query = changesQuery(state, spot);
  const answer = query && answerTo(state.cache, query);
  if (answer?.value) return [...title, ...deltaLines(state, answer.value.sections, width)];
  return [...title, line(answer?.error === undefined ? texts.loading : texts.failed(answer.error), 'dim')];
}

export function deltaLines(state: State, sections: readonly SectionDelta[], width: number): readonly Line[] {
  if (sections.length === 0) return [line(textsOf(state).changes.none, 'dim')];
  return sections.flatMap(({ name, changes }, index) => [
    ...(index > 0 ? [EMPTY_LINE] : []),
    line(describe(name).label[state.language]),
    ...changes.slice(0, MAX_CHANGES).flatMap((change) => changeLines(state, name, change, width)),
    ...(changes.length > MAX_CHANGES ? [line(`… ${changes.length - MAX_CHANGES}`, 'dim')] : []),
  ]);
}

/** On one line where that fits, else what changed goes below the name. */
function changeLines(state: State, section: SectionName, change: RowChange, width: number): readonly Line[] {
  const sign = span(`${changeSigns[change.kind]} `, changeRoles[change.kind]);
  const what = span(changeSummary(state, section, change), 'dim');
  if (describe(section).cardinality === 'one') return [fitLine([sign, what], width)];
  const name = span(changeName(state, section, change));
  const whole = [sign, name, span('  '), what];
  return lineWidth(whole) <= width ? [whole] : [fitLine([sign, name], width), fitLine([span('    '), what], width)];
}

export function hasAside({ size, zoomed }: State): boolean {
  return size.columns >= MIN_COLUMNS && !zoomed;
}

const MIN_COLUMNS = 120;
const SHARE = 0.36;
const MAX_WIDTH = 64;
const MAX_CHANGES = 12;
