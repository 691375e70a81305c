import { cursorIndex, windowTop } from './cursor.ts';
import { type Line, selectLine } from './line.ts';
import type { Size } from './state.ts';

/** The choices of a menu around the one that is selected, as many as fit below its title. */
export function menuLines(choices: readonly Line[], selected: number, { columns, rows }: Size): readonly Line[] {
  const height = Math.min(MENU_HEIGHT, rows - 2);
  const keys = choices.map((_, index) => String(index));
  const cursor = { key: String(selected), index: selected, top: 0 };
  const [top, at] = [windowTop(cursor, keys, { height, margin: 0 }), cursorIndex(cursor, keys)];
  return choices.slice(top, top + height).map((parts, y) => (top + y === at ? selectLine(parts, columns) : parts));
}

/** Lines of a menu at most. */
export const MENU_HEIGHT = 10;
