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
 * Only what differs after the plain text both rows begin with. Plain text of the same length is written over; anything
 * else goes on to the end of the row, which is erased first: at the right margin an erase would take the last cell.
 */
function changedRow(y: number, before: string, after: string): string {
  if (before === after) return '';
  let start = 0;
  while (start < before.length && before[start] === after[start] && isPrintable(after[start])) start++;
  if (start > 0 && !(endsCharacter(before[start]) && endsCharacter(after[start]))) start--;
  const at = `\x1b[${y + 1};${start + 1}H`;
  const end = before.length === after.length ? commonEnd(before, after) : 0;
  const changed = after.slice(start, after.length - end);
  const isOverwritten = end > 0 && isPlain(changed) && isPlain(before.slice(start, before.length - end));
  return isOverwritten ? at + changed : `${at}\x1b[K${after.slice(start)}`;
}

/** Length of the end both texts share, whole characters only. */
function commonEnd(a: string, b: string): number {
  let end = 0;
  while (end < a.length && a.at(-1 - end) === b.at(-1 - end)) end++;
  while (end > 0 && !endsCharacter(a.at(-end))) end--;
  return end;
}

function isPlain(text: string): boolean {
  return [...text].every(isPrintable);
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
