import { safeText } from '../model/safe-text.ts';
import { cut, widthOf } from './width.ts';

/** What a piece of a line means; `theme.ts` says how it looks. */
export type Role =
  | 'title'
  | 'strong'
  | 'dim'
  | 'head'
  | 'current'
  | 'key'
  | 'added'
  | 'removed'
  | 'changed'
  | 'warning'
  | 'emphasis'
  | 'selected';

export interface Span {
  readonly text: string;
  readonly role?: Role;
}

/** One line of the screen, laid out. */
export type Line = readonly Span[];

export const EMPTY_LINE: Line = [];

/** The only way to make a span: nothing unsafe for a terminal gets past it. */
export function span(text: string, role?: Role | undefined): Span {
  return role ? { text: safeText(text), role } : { text: safeText(text) };
}

export function line(text: string, role?: Role): Line {
  return [span(text, role)];
}

export function textOf(parts: Line): string {
  return parts.map(({ text }) => text).join('');
}

export function lineWidth(parts: Line): number {
  return parts.reduce((sum, { text }) => sum + widthOf(text), 0);
}

/** The line in exactly that many cells: padded, or cut with an ellipsis. */
export function fitLine(parts: Line, width: number): Line {
  const fitted: Span[] = [];
  let left = width;
  for (const part of parts) {
    if (left <= 0) break;
    const text = cut(part.text, left);
    fitted.push({ ...part, text });
    left -= text === part.text ? widthOf(text) : left;
  }
  const missing = width - lineWidth(fitted);
  return missing > 0 ? [...fitted, span(' '.repeat(missing))] : fitted;
}

/** Two lines on one: one at each edge. The right one is kept whole, the left one gives way. */
export function opposite(left: Line, right: Line, width: number): Line {
  const reserved = Math.min(width, lineWidth(right));
  const gap = reserved > 0 && reserved < width ? 1 : 0;
  return [...fitLine(left, width - reserved - gap), span(' '.repeat(gap)), ...fitLine(right, reserved)];
}

/** The line as the cursor marks it. */
export function selectLine(parts: Line, width: number): Line {
  return [span(textOf(fitLine(parts, width)), 'selected')];
}
