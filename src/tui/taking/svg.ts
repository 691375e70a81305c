import { escapeMarkup } from '../../model/markup.ts';
import type { Line, Role } from '../line.ts';
import type { Size } from '../state.ts';
import { widthOf } from '../width.ts';
import { linesOf } from './formats.ts';

/** A picture of the screen: each piece of text at its cell, so that it looks the same in any font of one width. */
export function toSvg(lines: readonly Line[], { columns, rows }: Size): string {
  const [width, height] = [columns * CELL.width + 2 * MARGIN, rows * CELL.height + 2 * MARGIN];
  return linesOf([
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<rect width="100%" height="100%" rx="6" fill="${INK.paper}"/>`,
    `<g font-family="monospace" font-size="14" fill="${INK.text}" xml:space="preserve">`,
    ...lines.flatMap(lineOf),
    '</g>',
    '</svg>',
  ]);
}

function lineOf(line: Line, row: number): readonly string[] {
  let column = 0;
  return line.flatMap(({ text, role }) => {
    const cells = widthOf(text);
    const [x, y] = [MARGIN + column * CELL.width, MARGIN + row * CELL.height];
    column += cells;
    if (text.trim() === '' && role !== 'selected' && role !== 'head') return [];
    const width = cells * CELL.width;
    const back =
      role === 'selected'
        ? [`<rect x="${x}" y="${y}" width="${width}" height="${CELL.height}" fill="${INK.text}"/>`]
        : [];
    const style = role ? ` ${STYLES[role]}` : '';
    const shown = `<text x="${x}" y="${y + BASELINE}" textLength="${width}"${style}>${escapeMarkup(text)}</text>`;
    return [...back, shown];
  });
}

const CELL = { width: 8.4, height: 18 };
const [MARGIN, BASELINE] = [8, 13];
const INK = { paper: '#14171c', text: '#d5d9e0' };
const BOLD = 'font-weight="bold"';

/** As `theme.ts` paints them, in the colours of a dark terminal. */
const STYLES: Readonly<Record<Role, string>> = {
  title: BOLD,
  strong: BOLD,
  dim: 'fill="#8a919d"',
  head: 'text-decoration="underline"',
  current: `${BOLD} text-decoration="underline" fill="#56b6c2"`,
  key: `${BOLD} fill="#56b6c2"`,
  added: 'fill="#98c379"',
  removed: 'fill="#e06c75"',
  changed: 'fill="#e5c07b"',
  warning: `${BOLD} fill="#e5c07b"`,
  emphasis: `${BOLD} text-decoration="underline"`,
  selected: `fill="${INK.paper}"`,
};
