import type { Report, ReportSection, ReportTable } from './report.ts';

/** The page as Markdown, CommonMark with tables. */
export function reportMarkdown({ title, facts, sections, signatures }: Report): string {
  return [
    `# ${escaped(title)}`,
    facts.map(([name, value]) => `- **${escaped(name)}**: ${escaped(value)}`).join('\n'),
    ...sections.flatMap(sectionBlocks),
    signatures.map((name) => `${escaped(name)}: ____________________`).join('  \n'),
  ]
    .join('\n\n')
    .concat('\n');
}

function sectionBlocks({ title, table, notes }: ReportSection): string[] {
  return [`## ${escaped(title)}`, ...(table ? [tableText(table)] : []), ...notes.map(escaped)];
}

function tableText({ headers, rows }: ReportTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(headers), `|${'---|'.repeat(headers.length)}`, ...rows.map(line)].join('\n');
}

/** What would mean something to Markdown or to the HTML in it. */
function escaped(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|#~&]/g, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2')
    .replace(/^[-+]/, '\\$&');
}
