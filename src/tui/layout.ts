import { GUTTER } from './area.ts';
import type { Body } from './body.ts';
import { cursorIndex, windowTop } from './cursor.ts';
import { footBar } from './foot-bar.ts';
import { EMPTY_LINE, fitLine, type Line, line, opposite, type Span, selectLine, span } from './line.ts';
import { overlayLines } from './overlay-lines.ts';
import { screenOf } from './screens/screens.ts';
import { currentRoute, type State, textsOf } from './state.ts';
import { dateSpans } from './time-text.ts';
import { asideOf, bodyOf, bodyWidth, SEPARATOR, windowOf } from './viewport.ts';

/** The whole screen as lines, none wider than the terminal. */
export interface Layout {
  readonly title: Line;
  readonly head: readonly Line[];
  readonly body: readonly Line[];
  readonly foot: Line;
}

export function layoutOf(state: State): Layout {
  return {
    title: titleOf(state),
    head: headLines(state),
    body: withOverlay(state, bodyLines(state)),
    foot: footBar(state),
  };
}

function titleOf(state: State): Line {
  const route = currentRoute(state);
  const screen = screenOf(route);
  const help = state.overlay?.kind === 'help' ? [textsOf(state).overlay.help] : [];
  const crumbs = [...screen.crumbs(state, route), ...help].flatMap((crumb, index): readonly Span[] => {
    return [span(index === 0 ? ' ' : ' › ', 'dim'), span(crumb, 'title')];
  });
  const status = screen.status(state, route);
  const date = dateSpans(state);
  const between = status !== '' && date.length > 0 ? ' · ' : '';
  return opposite(crumbs, [span(`${status}${between}`, 'dim'), ...date, span(' ')], state.size.columns);
}

function headLines(state: State): readonly Line[] {
  const route = currentRoute(state);
  const head = screenOf(route).head(state, route, bodyWidth(state));
  if (state.overlay?.kind === 'help') return head.map(() => EMPTY_LINE);
  return head.map((parts) => fitLine([span(' '.repeat(GUTTER)), ...parts], state.size.columns));
}

function bodyLines(state: State): readonly Line[] {
  const [body, window, width] = [bodyOf(state), windowOf(state), bodyWidth(state)];
  const { cursor } = currentRoute(state);
  const [top, at] = [windowTop(cursor, body.keys, window), cursorIndex(cursor, body.keys)];
  const aside = asideOf(state);
  return Array.from({ length: window.height }, (_, y) => {
    const index = top + y;
    const own = index < body.keys.length ? bodyLine(body, index, index === at, width) : EMPTY_LINE;
    return aside ? beside(own, aside.lines[y] ?? EMPTY_LINE, width + GUTTER, aside.width) : own;
  });
}

function bodyLine(body: Body, index: number, isCursor: boolean, width: number): Line {
  const sign = body.sign?.(index);
  const parts = body.line(index);
  if (!isCursor && sign === undefined) return unmarkedLine(parts, width);
  if (!isCursor) return fitLine([span(`${sign} `), ...parts], width + GUTTER);
  return selectLine([span(`${sign ?? '▸'} `), ...parts], width + GUTTER);
}

/** Most lines of a frame are those of the frame before. */
function unmarkedLine(parts: Line, width: number): Line {
  const known = unmarked.get(parts);
  if (known?.width === width) return known.line;
  const fitted = fitLine([span('  '), ...parts], width + GUTTER);
  unmarked.set(parts, { width, line: fitted });
  return fitted;
}

const unmarked = new WeakMap<Line, { readonly width: number; readonly line: Line }>();

function beside(own: Line, other: Line, width: number, otherWidth: number): Line {
  return [...(own === EMPTY_LINE ? fitLine(own, width) : own), SEPARATING, ...fitLine(other, otherWidth)];
}

const SEPARATING = span(SEPARATOR, 'dim');

/** An overlay covers the lower end of the body, or all of it. */
function withOverlay(state: State, body: readonly Line[]): readonly Line[] {
  const { columns } = state.size;
  const lines = overlayLines(state, { columns, rows: body.length }).map((parts) => fitLine(parts, columns));
  if (lines.length === 0 || lines.length >= body.length) return lines.length === 0 ? body : lines;
  return [...body.slice(0, body.length - lines.length - 1), line('─'.repeat(columns), 'dim'), ...lines];
}
