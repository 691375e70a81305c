import { cursorIndex, windowTop } from './cursor.ts';
import { fleetColumnIds } from './fleet-columns.ts';
import { helpLines } from './help-lines.ts';
import { keyLabel } from './keymap.ts';
import { type Line, line, opposite, selectLine, span } from './line.ts';
import { paletteBindings } from './palette.ts';
import { routeOf, type Size, type State, textsOf } from './state.ts';
import { inputSpans } from './typing-line.ts';

/** What lies over the body; nothing where there is no overlay of its own lines. */
export function overlayLines(state: State, area: Size): readonly Line[] {
  switch (state.overlay?.kind) {
    case 'help':
      return helpWindow(state, state.overlay.top, area);
    case 'palette':
      return paletteLines(state, state.overlay, area);
    case 'sort':
      return sortLines(state, state.overlay.selected, area);
    default:
      return [];
  }
}

function helpWindow(state: State, top: number, { columns, rows }: Size): readonly Line[] {
  const lines = helpLines(state, columns, rows);
  return Array.from({ length: rows }, (_, y) => lines[top + y] ?? []);
}

type Palette = Extract<State['overlay'], { kind: 'palette' }>;

function paletteLines(state: State, { input, selected }: Palette, { columns, rows }: Size): readonly Line[] {
  const texts = textsOf(state);
  const found = paletteBindings(state, input.text);
  const prompt: Line = [span(` ${texts.overlay.palette} `, 'key'), ...inputSpans(input)];
  if (found.length === 0) return [prompt, line(`  ${texts.overlay.none}`, 'dim')];
  const choices = found.map(({ id, keys }): Line => {
    const pressed = keys.map((key) => keyLabel(texts, key)).join(' ');
    return opposite([span(`  ${texts.commands[id].long}`)], [span(`${pressed} `, 'dim')], columns);
  });
  return [prompt, ...menu(choices, selected, columns, Math.min(MENU_HEIGHT, rows - 2))];
}

function sortLines(state: State, selected: number, { columns, rows }: Size): readonly Line[] {
  const texts = textsOf(state);
  const current = routeOf(state, 'fleet')?.sort;
  const choices = fleetColumnIds.map((id) => line(`${id === current ? '*' : ' '} ${texts.columns[id]}`));
  return [line(` ${texts.overlay.sort}`, 'key'), ...menu(choices, selected, columns, Math.min(MENU_HEIGHT, rows - 2))];
}

function menu(choices: readonly Line[], selected: number, columns: number, height: number): readonly Line[] {
  const keys = choices.map((_, index) => String(index));
  const cursor = { key: String(selected), index: selected, top: 0 };
  const [top, at] = [windowTop(cursor, keys, { height, margin: 0 }), cursorIndex(cursor, keys)];
  return choices.slice(top, top + height).map((parts, y) => (top + y === at ? selectLine(parts, columns) : parts));
}

const MENU_HEIGHT = 10;
