import stringWidth from 'string-width';
import { safeText } from '../model/safe-text.ts';

export type Align = 'left' | 'right';

/** Cells a text takes in a terminal. */
export function widthOf(text: string): number {
  if (isNarrow(text)) return text.length;
  let width = measured.get(text);
  if (width === undefined) {
    if (measured.size >= MAX_MEASURED) measured.clear();
    width = stringWidth(text);
    measured.set(text, width);
  }
  return width;
}

/** Each character of the text is one unit and takes one cell. */
export function isNarrow(text: string): boolean {
  return NARROW.test(text);
}

/** A text in exactly that many cells, made safe for a terminal: padded, or cut with an ellipsis. */
export function fitText(text: string, width: number, align: Align = 'left'): string {
  const shown = cut(text, width);
  const blanks = ' '.repeat(Math.max(0, width - widthOf(shown)));
  return align === 'left' ? shown + blanks : blanks + shown;
}

/** A text in at most that many cells, made safe for a terminal. */
export function cut(text: string, width: number): string {
  const safe = safeText(text);
  if (widthOf(safe) <= width) return safe;
  return width < 1 ? '' : `${head(safe, width - 1)}${ELLIPSIS}`;
}

/** The end of a text, with an ellipsis for what comes before. */
export function cutStart(text: string, from: number): string {
  return from <= 0 ? text : ELLIPSIS + text.slice(from);
}

/** A text on as many lines as it needs, broken after a blank where there is one. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let rest = safeText(text);
  while (widthOf(rest) > width) {
    const full = head(rest, width) || [...rest].slice(0, 1).join('');
    const blank = full.lastIndexOf(' ');
    const line = blank > 0 ? full.slice(0, blank) : full;
    lines.push(line);
    rest = rest.slice(line.length).trimStart();
  }
  return [...lines, rest];
}

/** The graphemes that fit, whole. */
function head(text: string, width: number): string {
  if (PRINTABLE_ASCII.test(text)) return text.slice(0, width);
  let [end, used] = [0, 0];
  for (const { segment } of graphemes.segment(text)) {
    used += widthOf(segment);
    if (used > width) break;
    end += segment.length;
  }
  return text.slice(0, end);
}

/** One cell each, one unit each: ASCII, Latin letters, and the signs of the explorer itself. */
const NARROW = /^[\x20-\x7e\u00c0-\u017f…│─›▸·→↔’«»]*$/;
const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;
const ELLIPSIS = '…';
const MAX_MEASURED = 8192;
const measured = new Map<string, number>();
const graphemes = new Intl.Segmenter();
