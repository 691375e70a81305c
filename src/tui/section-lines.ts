import type { SectionView } from '../fleet/fleet.ts';
import { formatTime } from '../i18n/format.ts';
import { findingText, type Language, messagesOf, reasonText } from '../i18n/language.ts';
import { describe, type SectionName } from '../model/catalogue.ts';
import { type AnyRow, fieldValue } from '../model/descriptor.ts';
import type { Finding } from '../model/finding.ts';
import { type Column, type FittedColumn, fitColumns, rowLine, titleLine } from './columns.ts';
import { type Line, opposite, span } from './line.ts';
import { remember } from './remember.ts';
import type { Entry } from './section-entries.ts';
import { formatField, isNumeric, type Reader } from './value.ts';
import { fitText, widthOf } from './width.ts';

/** How the lines of a tab look: for whom, how wide, and which sections changed since the snapshot before. */
export interface TabStyle {
  readonly reader: Reader;
  readonly width: number;
  readonly changed: readonly SectionName[];
}

export function entryLine(entry: Entry, style: TabStyle): Line {
  switch (entry.kind) {
    case 'heading':
      return headingLine(entry.section, style);
    case 'titles':
      return [span('  '), ...titleLine(tableOf(entry.section, style))];
    case 'row':
      return [span('  '), ...rowLine(tableOf(entry.section, style), entry.row)];
    case 'field':
      return fieldLine(entry.section.name, entry.row, entry.field, style.reader);
    case 'nothing':
      return nothingLine(entry.section, style.reader);
    case 'findings':
      return findingsLine(entry.count, style.reader);
    case 'finding':
      return findingLine(entry.finding, style.reader);
    case 'blank':
      return [];
  }
}

/** Label and value of one field of a section. */
function fieldLine(section: SectionName, row: AnyRow, name: string, reader: Reader): Line {
  const field = describe(section).fields[name];
  if (!field) return [];
  const width = labelWidth(section, reader.language);
  return [
    span(`  ${fitText(field.label[reader.language], width)}  `, 'dim'),
    span(formatField(reader, field, fieldValue(row, name))),
  ];
}

function headingLine({ name, rows, completeness, reason, collectedAt }: SectionView, style: TabStyle): Line {
  const { reader, changed, width } = style;
  const { label, cardinality } = describe(name);
  const count = cardinality === 'many' && rows.length > 0 ? ` (${rows.length})` : '';
  const title = [span(label[reader.language], 'strong'), span(count, 'dim')];
  const left = changed.includes(name) ? [...title, span(' ~', 'changed')] : title;
  if (completeness === 'complete') return left;
  const messages = messagesOf(reader.language);
  const why = reason === undefined ? '' : ` · ${reasonText(messages, reason)}`;
  const since =
    rows.length > 0 && collectedAt ? ` · ${messages.tui.collectedAt(formatTime(reader.language, collectedAt))}` : '';
  const known = span(`${messages.tui.completeness[completeness]}${why}${since}`, 'warning');
  return widthOf(known.text) < width / 2 ? opposite(left, [known], width) : [...left, span('  '), known];
}

function nothingLine({ name }: SectionView, { language }: Reader): Line {
  return [span(describe(name).label[language]), span(`  ${messagesOf(language).tui.nothingFound}`, 'dim')];
}

function findingsLine(count: number, { language }: Reader): Line {
  const { toCorrect, nothingWrong } = messagesOf(language).tui;
  return count === 0 ? [span(nothingWrong)] : [span(toCorrect, 'strong'), span(` (${count})`, 'dim')];
}

function findingLine(finding: Finding, { language }: Reader): Line {
  const text = findingText(messagesOf(language), finding);
  return finding.level === 'wrong' ? [span(`  ! ${text}`, 'warning')] : [span(`  · ${text}`)];
}

function tableOf(section: SectionView, { reader, width }: TabStyle): readonly FittedColumn<AnyRow>[] {
  let table = tables.get(section);
  if (!table) {
    table = remember((language: Language, reveal: boolean, cells: number) =>
      fitColumns(sectionColumns(section, { language, reveal }), section.rows, cells),
    );
    tables.set(section, table);
  }
  return table(reader.language, reader.reveal, width - 2);
}

/** Columns that no row fills are left out. */
function sectionColumns({ name, rows }: SectionView, reader: Reader): readonly Column<AnyRow>[] {
  const { columns, fields } = describe(name);
  return columns.flatMap((id, index) => {
    const field = fields[id];
    if (!field || rows.every((row) => fieldValue(row, id) === undefined)) return [];
    const text = (row: AnyRow) => formatField(reader, field, fieldValue(row, id));
    const align = isNumeric(field) ? 'right' : 'left';
    return [{ title: field.label[reader.language], text, align, priority: index } as const];
  });
}

function labelWidth(section: SectionName, language: Language): number {
  const labels = Object.values(describe(section).fields).map(({ label }) => widthOf(label[language]));
  return Math.min(MAX_LABEL, Math.max(...labels));
}

type Table = (language: Language, reveal: boolean, cells: number) => readonly FittedColumn<AnyRow>[];
const tables = new WeakMap<SectionView, Table>();
const MAX_LABEL = 30;
