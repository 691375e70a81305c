import { isNarrow } from './width.ts';

/** What to send so that a terminal that shows one frame shows the next: rows by absolute address, scrolls by region. */
export function frameDiff(shown: readonly string[] | undefined, next: readonly string[]): string {
  if (shown?.length !== next.length) return next.map((text, y) => wholeRow(y, text)).join('');
  const scroll = findScroll(shown, next);
  const base = scroll ? scrolled(shown, scroll) : shown;
  const rows = next.map((text, y) => changedRow(y, base[y] ?? '', text)).join('');
  return scroll ? scrollRegion(scroll) + rows : rows;
}

/** Rows `top` to `bottom` move up by `by` rows (down where negative). */
interface Scroll {
  readonly top: number;
  readonly bottom: number;
  readonly by: number;
}

/** The move that saves most rows; undefined where none saves three. */
function findScroll(shown: readonly string[], next: readonly string[]): Scroll | undefined {
  let best: (Scroll & { gain: number }) | undefined;
  const reach = Math.min(shown.length >> 1, MAX_SCROLL);
  for (let by = -reach; by <= reach; by++) {
    const band = by === 0 ? undefined : longestBand(shown, next, by);
    if (band && band.gain > (best?.gain ?? MIN_GAIN - 1)) best = band;
  }
  return best;
}

/** The run of rows that a move by `by` puts in place, and how many of them would differ without it. */
function longestBand(shown: readonly string[], next: readonly string[], by: number) {
  let best: (Scroll & { gain: number }) | undefined;
  let [start, gain] = [0, 0];
  for (let y = 0; y <= next.length; y++) {
    if (y < next.length && next[y] !== '' && next[y] === shown[y + by]) {
      if (next[y] !== shown[y]) gain++;
      continue;
    }
    if (gain > (best?.gain ?? 0))
      best = { top: Math.min(start, start + by), bottom: Math.max(y, y + by) - 1, by, gain };
    [start, gain] = [y + 1, 0];
  }
  return best;
}

function scrolled(shown: readonly string[], { top, bottom, by }: Scroll): readonly string[] {
  return shown.map((text, y) => {
    if (y < top || y > bottom) return text;
    const from = y + by;
    return from < top || from > bottom ? '' : (shown[from] ?? '');
  });
}

function scrollRegion({ top, bottom, by }: Scroll): string {
  return `\x1b[${top + 1};${bottom + 1}r\x1b[${Math.abs(by)}${by > 0 ? 'S' : 'T'}\x1b[r`;
}

/**
 * Only what differs after the plain text both rows begin with. What takes the same cells and leaves the look as it was is
 * written over; anything else goes on to the end of the row, which is erased first: at the right margin an erase would
 * take the last cell.
 */
function changedRow(y: number, before: string, after: string): string {
  if (before === after) return '';
  let start = 0;
  while (start < before.length && before[start] === after[start] && isPrintable(after[start])) start++;
  if (start > 0 && !(endsCharacter(before[start]) && endsCharacter(after[start]))) start--;
  const at = `\x1b[${y + 1};${start + 1}H`;
  const end = commonEnd(before.slice(start), after.slice(start));
  const [old, changed] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  const isOverwritten = end > 0 && cellsOf(changed) === cellsOf(old) && isNeutral(changed) && isNeutral(old);
  return isOverwritten ? at + changed : `${at}\x1b[K${after.slice(start)}`;
}

/** Cells of a text of characters of one cell, looks left out; a number no text has where there are others. */
function cellsOf(text: string): number {
  const shown = text.replace(SGR, '');
  return isNarrow(shown) ? shown.length : Number.NaN;
}

/** Whatever look begins in it also ends in it, so that what follows looks the same. */
function isNeutral(text: string): boolean {
  const open = new Set<number>();
  for (const [, codes = ''] of text.matchAll(SGR)) {
    for (const code of codes.split(';').map(Number)) {
      const ended = ENDS[code];
      if (ended === undefined) open.add(code);
      else if (ended.every((one) => !open.delete(one))) return false;
    }
  }
  return open.size === 0;
}

/** What each code that ends a look ends: ECMA-48, section 8.3.117. */
const ENDS: Readonly<Record<number, readonly number[]>> = {
  22: [1, 2],
  24: [4],
  27: [7],
  39: [31, 32, 33, 36],
};
const SGR = /\x1b\[([\d;]*)m/g;
const UNFINISHED = /\x1b(?:\[[\d;]*)?$/;

/** Length of the end both texts share, whole characters and whole sequences only. */
function commonEnd(a: string, b: string): number {
  let end = 0;
  while (end < a.length && a.at(-1 - end) === b.at(-1 - end)) end++;
  while (end > 0 && !endsCharacter(a.at(-end))) end--;
  const isInside = [a, b].some((text) => UNFINISHED.test(text.slice(0, text.length - end)));
  return isInside ? end - 1 - a.slice(a.length - end).indexOf('m') : end;
}

function isPrintable(character: string | undefined): boolean {
  return character !== undefined && character >= ' ' && character <= '~';
}

/** Nothing that could be a mark on the character before it. */
function endsCharacter(character: string | undefined): boolean {
  return character === undefined || character === '\x1b' || isPrintable(character);
}

function wholeRow(y: number, text: string): string {
  return `\x1b[${y + 1};1H\x1b[K${text}`;
}

const MAX_SCROLL = 24;
const MIN_GAIN = 3;
