import { formatNumber } from '../i18n/format.ts';
import { contextsOf } from './contexts.ts';
import { cursorIndex, type LineKeys } from './cursor.ts';
import type { Notice } from './errands.ts';
import { helpLines } from './help-lines.ts';
import { keyBar } from './key-bar.ts';
import { bindingsIn } from './keymap.ts';
import { type Line, type Span, span } from './line.ts';
import { remember } from './remember.ts';
import { selectedIds } from './screens/fleet.ts';
import { currentRoute, routeOf, type State, textsOf } from './state.ts';
import { bodyOf, windowOf } from './viewport.ts';

/** The last row: where the cursor stands, or a notice, then the keys that matter here, as many as fit. */
export function footBar(state: State): Line {
  const left = state.notice ? [span(` ${noticeText(state, state.notice)}`, 'warning')] : positionSpans(state);
  const texts = textsOf(state);
  return keyBar(texts, texts.commands, left, bindingsIn(contextsOf(state)), state.size.columns);
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
