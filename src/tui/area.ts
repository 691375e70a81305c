import type { State } from './state.ts';

/** Cells before each line, for the cursor and marks. */
export const GUTTER = 2;
/** The smallest terminal in which every screen works. */
export const MIN_SIZE = { columns: 60, rows: 16 };

/** Cells of a line of the body, where nothing stands beside it. */
export function areaWidth({ size }: State): number {
  return size.columns - GUTTER;
}

export function isTooSmall({ size }: State): boolean {
  return size.columns < MIN_SIZE.columns || size.rows < MIN_SIZE.rows;
}
