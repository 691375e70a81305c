/** Where the cursor stands in a list: on a line known by its key, so that it stays on it when the list changes. */
export interface Cursor {
  /** Undefined until the cursor is moved: the first line. */
  readonly key?: string;
  /** Its index when it was last moved, for when the line is gone. */
  readonly index: number;
  /** First line shown. */
  readonly top: number;
}

/** One key a line; undefined for a line on which the cursor never rests, such as a heading. */
export type LineKeys = readonly (string | undefined)[];

export const FIRST_LINE: Cursor = { index: 0, top: 0 };

/** A window on a list: its height and how many lines stay visible beyond the cursor. */
export interface Window {
  readonly height: number;
  readonly margin: number;
}

/** Index of the line the cursor is on; -1 where there is none to be on. */
export function cursorIndex(cursor: Cursor, keys: LineKeys): number {
  if (cursor.key !== undefined && keys[cursor.index] === cursor.key) return cursor.index;
  const found = cursor.key === undefined ? -1 : keys.indexOf(cursor.key);
  return found >= 0 ? found : nearest(keys, Math.min(cursor.index, keys.length - 1));
}

/** First line to show, so that the line under the cursor is seen. */
export function windowTop(cursor: Cursor, keys: LineKeys, { height, margin }: Window): number {
  const index = cursorIndex(cursor, keys);
  const last = Math.max(0, keys.length - height);
  if (index < 0) return Math.min(cursor.top, last);
  if (index <= firstKey(keys)) return Math.max(0, index - height + 1);
  if (index >= keys.findLastIndex(isKey)) return Math.min(last, index);
  const lowest = Math.max(0, index + margin - height + 1);
  const highest = Math.max(lowest, index - margin);
  return Math.min(last, Math.max(lowest, Math.min(cursor.top, highest)));
}

/** The cursor moved by so many lines it can rest on. */
export function moveCursor(cursor: Cursor, keys: LineKeys, by: number, window: Window): Cursor {
  let index = cursorIndex(cursor, keys);
  if (index < 0) return scroll(cursor, keys, by, window);
  const step = Math.sign(by);
  for (let left = Math.abs(by), next = index + step; left > 0 && next in keys; next += step) {
    if (keys[next] === undefined) continue;
    index = next;
    left--;
  }
  return placeCursor(cursor, keys, index, window);
}

/** The cursor on the line at that index, or the nearest it can rest on. */
export function placeCursor(cursor: Cursor, keys: LineKeys, index: number, window: Window): Cursor {
  const at = nearest(keys, Math.max(0, Math.min(index, keys.length - 1)));
  const key = keys[at];
  const moved: Cursor = key === undefined ? { index: 0, top: cursor.top } : { key, index: at, top: cursor.top };
  return { ...moved, top: windowTop(moved, keys, window) };
}

/** A text without lines to rest on scrolls. */
function scroll(cursor: Cursor, keys: LineKeys, by: number, { height }: Window): Cursor {
  return { ...cursor, top: Math.max(0, Math.min(cursor.top + by, keys.length - height)) };
}

function nearest(keys: LineKeys, index: number): number {
  for (let distance = 0; distance < keys.length; distance++) {
    if (keys[index + distance] !== undefined) return index + distance;
    if (keys[index - distance] !== undefined) return index - distance;
  }
  return -1;
}

function firstKey(keys: LineKeys): number {
  return keys.findIndex(isKey);
}

function isKey(key: string | undefined): boolean {
  return key !== undefined;
}
