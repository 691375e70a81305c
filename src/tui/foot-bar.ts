import { formatNumber } from '../i18n/format.ts';
import { contextsOf } from './contexts.ts';
import { cursorIndex, type LineKeys } from './cursor.ts';
import type { Notice } from './errands.ts';
import { helpLines } from './help-lines.ts';
import { type Binding, bindingsIn, keyLabel } from './keymap.ts';
import { fitLine, type Line, lineWidth, type Span, span } from './line.ts';
import { remember } from './remember.ts';
import { selectedIds } from './screens/fleet.ts';
import { currentRoute, routeOf, type State, textsOf } from './state.ts';
import { bodyOf, windowOf } from './viewport.ts';

/** The last row: where the cursor stands, or a notice, then the keys that matter here, as many as fit. */
export function footBar(state: State): Line {
  const width = state.size.columns;
  const left = state.notice ? [span(` ${noticeText(state, state.notice)}`, 'warning')] : positionSpans(state);
  const shown = bindingsIn(contextsOf(state)).filter(({ foot }) => foot !== undefined);
  const wanted = shown.toSorted((a, b) => (a.foot ?? 0) - (b.foot ?? 0));
  const help = wanted.find(({ id }) => id === 'help');
  let free = width - lineWidth(left) - 1 - (help ? lineWidth(keySpans(state, help)) : 0);
  const kept = wanted.filter((binding) => {
    if (binding === help) return true;
    const cells = lineWidth(keySpans(state, binding));
    if (cells <= free) free -= cells;
    else return false;
    return true;
  });
  return fitLine([...left, ...kept.flatMap((binding) => keySpans(state, binding))], width);
}

function keySpans(state: State, { id, keys }: Binding): readonly Span[] {
  const texts = textsOf(state);
  return [span('  '), span(keyLabel(texts, keys[0] ?? ''), 'key'), span(` ${texts.commands[id].short}`)];
}

/** Which line of how many; nothing while keys go elsewhere. */
function positionSpans(state: State): readonly Span[] {
  if (state.overlay?.kind === 'help') return helpPosition(state, state.overlay.top);
  if (state.overlay && state.overlay.kind !== 'filter') return [];
  const { keys } = bodyOf(state);
  const { ordinals, total } = countStops(keys);
  if (total === 0) return [];
  const at = ordinals[cursorIndex(currentRoute(state).cursor, keys)] ?? 0;
  const position = span(` ${formatNumber(state.language, at)}/${formatNumber(state.language, total)}`);
  const fleet = routeOf(state, 'fleet');
  const count = fleet ? selectedIds(state, fleet).size : 0;
  if (count === 0) return [position];
  return [position, span(`  ${textsOf(state).selected(formatNumber(state.language, count), count === 1)}`, 'warning')];
}

function noticeText(state: State, { id, detail }: Notice): string {
  const text = textsOf(state).notices[id];
  return detail ? `${text} ${detail}` : text;
}

/** How many lines the cursor can rest on, up to each line and in all. */
const countStops = remember((keys: LineKeys) => {
  let total = 0;
  const ordinals = keys.map((key) => (key === undefined ? total : ++total));
  return { ordinals, total };
});

/** The last line of help in sight, of how many; nothing where all are. */
function helpPosition(state: State, top: number): readonly Span[] {
  const { height } = windowOf(state);
  const { length } = helpLines(state, state.size.columns, height);
  return length > height ? [span(` ${Math.min(length, top + height)}/${length}`, 'dim')] : [];
}
