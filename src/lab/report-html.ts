import { escapeMarkup } from '../model/markup.ts';
import type { Report, ReportSection, ReportTable } from './report.ts';

/** The page as HTML for one sheet of A4: nothing in it is run or fetched. */
export function reportHtml({ language, title, facts, sections, signatures }: Report): string {
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escapeMarkup(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${escapeMarkup(title)}</h1>`,
    `<dl>${facts.map(([name, value]) => `<div><dt>${escapeMarkup(name)}</dt><dd>${escapeMarkup(value)}</dd></div>`).join('')}</dl>`,
    ...sections.flatMap(sectionLines),
    `<footer>${signatures.map((name) => `<p>${escapeMarkup(name)}</p>`).join('')}</footer>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function sectionLines({ title, table, notes }: ReportSection): string[] {
  return [
    `<h2>${escapeMarkup(title)}</h2>`,
    ...(table ? tablesOf(table).map(tableMarkup) : []),
    ...(table?.halves ? ['<div class="end"></div>'] : []),
    ...notes.map((note) => `<p>${escapeMarkup(note)}</p>`),
  ];
}

function tablesOf({ headers, rows, halves }: ReportTable): readonly ReportTable[] {
  if (!halves) return [{ headers, rows }];
  const middle = Math.ceil(rows.length / 2);
  const parts = [rows.slice(0, middle), rows.slice(middle)].filter((part) => part.length > 0);
  return parts.map((part) => ({ headers, rows: part, halves }));
}

function tableMarkup({ headers, rows, halves }: ReportTable): string {
  const row = (cells: readonly string[], tag: 'td' | 'th') =>
    `<tr>${cells.map((cell) => `<${tag}>${escapeMarkup(cell)}</${tag}>`).join('')}</tr>`;
  const body = rows.map((cells) => row(cells, 'td')).join('\n');
  return `<table${halves ? ' class="half"' : ''}>\n<thead>${row(headers, 'th')}</thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

/** Black on white; a row is one line, whatever stands in it, so that the page stays one. */
const STYLE = `
@page { size: A4; margin: 12mm 14mm }
body { font: 9pt/1.3 "DejaVu Sans", Verdana, Arial, sans-serif; color: #000; background: #fff; max-width: 182mm; margin: 0 auto }
h1, dt, dd, th, td { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
h1 { font-size: 13pt; margin: 0 0 2mm; border-bottom: 0.5mm solid }
h2 { font-size: 10.5pt; margin: 3mm 0 1mm }
p { margin: 1mm 0; overflow-wrap: anywhere }
dl { margin: 0 }
dl div { display: flex; gap: 2mm }
dt { font-weight: bold; flex: 0 0 34mm }
dd { margin: 0 }
table { width: 100%; border-collapse: collapse; table-layout: fixed }
th, td { border: 0.2mm solid #888; padding: 0.2mm 1.2mm; text-align: left }
th { background: #eee; font-size: 8pt }
.half { width: 49%; float: left; font-size: 8pt; margin-right: 2% }
.half + .half { margin-right: 0 }
.half :is(th, td):first-child { width: 47% }
.half :is(th, td):last-child { width: 18% }
.end { clear: both }
footer { display: flex; gap: 10mm; margin-top: 3mm }
footer p { flex: 1; height: 12mm; border-top: 0.2mm solid }
@media screen { body { padding: 8mm } }
`;
