import { csvCell, harmless } from '../../model/csv.ts';
import { escapeMarkup } from '../../model/markup.ts';
import { safeJson } from '../../model/safe-text.ts';
import type { Table } from './table.ts';

export function toCsv({ columns, rows }: Table): string {
  return linesOf([columns, ...rows].map((row) => row.map(csvCell).join(',')));
}

/** For pasting into a spreadsheet. */
export function toTabbed({ columns, rows }: Table): string {
  return linesOf([columns, ...rows].map(tabbedRow));
}

export function tabbedRow(row: readonly string[]): string {
  return row.map(harmless).join('\t');
}

export function toJson({ records }: Table): string {
  return `${safeJson(records, 2)}\n`;
}

/** A page of its own: nothing in it is run or fetched. */
export function toHtml({ name, columns, rows }: Table): string {
  const row = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeMarkup(cell)}</${tag}>`).join('')}</tr>`;
  return linesOf([
    '<!doctype html>',
    `<meta charset="utf-8"><title>${escapeMarkup(name)}</title>`,
    '<style>body{font:14px sans-serif}table{border-collapse:collapse}td,th{border:1px solid;padding:2px 6px}</style>',
    '<table>',
    row(columns, 'th'),
    ...rows.map((cells) => row(cells, 'td')),
    '</table>',
  ]);
}

export function linesOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
}
