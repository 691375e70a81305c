import type { RowChange } from '../../delta/types.ts';
import type { MachineRow } from '../../fleet/fleet.ts';
import { formatTime } from '../../i18n/format.ts';
import { describe, type SectionName } from '../../model/catalogue.ts';
import { changeRoles, changeSigns } from '../change-signs.ts';
import { changeName, changeSummary } from '../change-text.ts';
import { EMPTY_LINE, fitLine, type Line, line, lineWidth, span } from '../line.ts';
import { answerTo, deltaQueries, deltaQuery, placeOf, type Query } from '../queries.ts';
import type { Spot } from '../routes.ts';
import { type State, textsOf } from '../state.ts';
import { snapshotAt } from './lookups.ts';
import type { Aside } from './screen.ts';

/** What the preview needs to know of the machine under the cursor. */
export function previewQueries(state: State, machine: MachineRow | undefined): readonly Query[] {
  return machine && hasPreview(state)
    ? deltaQueries(state.cache, { id: machine.id, seq: 'previous' }, newest(machine))
    : [];
}

/** What changed last on the machine under the cursor; undefined on a screen without room for it. */
export function preview(state: State, machine: MachineRow | undefined): Aside | undefined {
  if (!hasPreview(state)) return undefined;
  const width = Math.min(MAX_PREVIEW, Math.floor(state.size.columns * PREVIEW_SHARE));
  return { width, lines: machine ? previewLines(state, machine, width) : [] };
}

function previewLines(state: State, machine: MachineRow, width: number): readonly Line[] {
  const texts = textsOf(state);
  const { entry, timeline, previous } = snapshotAt(state, newest(machine));
  const title = line(machine.name, 'strong');
  if (!entry) return [title, line(timeline.length > 0 ? '' : texts.loading, 'dim')];
  const day = line(texts.preview.title(formatTime(state.language, entry.at)), 'dim');
  if (!previous) return [title, day, EMPTY_LINE, line(texts.preview.first, 'dim')];
  return [title, day, EMPTY_LINE, ...latestLines(state, machine, width)];
}

function latestLines(state: State, machine: MachineRow, width: number): readonly Line[] {
  const texts = textsOf(state);
  const [before, after] = [{ id: machine.id, seq: 'previous' } as const, newest(machine)];
  const query = deltaQuery(placeOf(state.cache, before), placeOf(state.cache, after));
  const answer = query && answerTo(state.cache, query);
  if (!answer?.value) return [line(answer?.error ? texts.failed(answer.error) : texts.loading, 'dim')];
  if (answer.value.sections.length === 0) return [line(texts.preview.same, 'dim')];
  return answer.value.sections.flatMap(({ name, changes }, index) => [
    ...(index > 0 ? [EMPTY_LINE] : []),
    line(describe(name).label[state.language]),
    ...changes.slice(0, MAX_PREVIEWED).flatMap((change) => changeLines(state, name, change, width)),
    ...(changes.length > MAX_PREVIEWED ? [line(`… ${changes.length - MAX_PREVIEWED}`, 'dim')] : []),
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

function hasPreview({ size }: State): boolean {
  return size.columns >= MIN_PREVIEW;
}

function newest({ id }: MachineRow): Spot {
  return { id, seq: 'newest' };
}

const MIN_PREVIEW = 120;
const PREVIEW_SHARE = 0.36;
const MAX_PREVIEW = 64;
const MAX_PREVIEWED = 12;
