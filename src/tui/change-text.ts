import type { RowChange } from '../delta/types.ts';
import { messagesOf } from '../i18n/language.ts';
import { describe, type SectionName } from '../model/catalogue.ts';
import { type AnyRow, fieldValue, type Value } from '../model/descriptor.ts';
import { safeText } from '../model/safe-text.ts';
import { formatField, maskText, type Reader } from './value.ts';

/** What a person calls the row that changed. */
export function changeName(reader: Reader, section: SectionName, change: RowChange): string {
  const { cardinality, label } = describe(section);
  if (cardinality === 'one') return label[reader.language];
  return maskText(reader, section, change.before ?? change.after, change.key);
}

/** A row in a few words: the columns its section is known by, without those its name already says. */
export function rowSummary(reader: Reader, section: SectionName, row: AnyRow | undefined, name: string): string {
  if (!row) return '';
  const { columns, fields } = describe(section);
  return columns
    .map((id) => (fields[id] ? formatField(reader, fields[id], fieldValue(row, id)) : ''))
    .filter((text) => text !== '' && !name.includes(text))
    .join(' · ');
}

export function fieldLabel(reader: Reader, section: SectionName, name: string): string {
  return describe(section).fields[name]?.label[reader.language] ?? safeText(name);
}

export function changedValue(reader: Reader, section: SectionName, name: string, value: Value | undefined): string {
  const field = describe(section).fields[name];
  return field ? formatField(reader, field, value) : safeText(value === undefined ? '' : JSON.stringify(value));
}

/** What changed in a row, in one line: `131.0.3 → 132.0`, or what came or went. */
export function changeSummary(reader: Reader, section: SectionName, change: RowChange): string {
  const { kind, before, after, fields, key } = change;
  if (kind === 'moved') return messagesOf(reader.language).tui.compare.moved;
  if (kind !== 'changed') return rowSummary(reader, section, after ?? before, key);
  return fields
    .map(({ field, before: left, after: right }) => {
      const values = [left, right].map((value) => changedValue(reader, section, field, value) || '-');
      return `${fieldLabel(reader, section, field)} ${values.join(' → ')}`;
    })
    .join(', ');
}
