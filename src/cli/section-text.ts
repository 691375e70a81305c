import { formatQuantity } from '../i18n/format.ts';
import type { Language } from '../i18n/language.ts';
import { type AnyRow, type Field, fieldValue, type SectionDescriptor, type Value } from '../model/descriptor.ts';
import { safeText } from '../model/safe-text.ts';

/** Rows of an inventory as plain text. */

/** A row that exists once, a line a field; a row of a list, one line of its columns. */
export function rowLines(language: Language, descriptor: SectionDescriptor, row: AnyRow): string[] {
  const cells = descriptor.cardinality === 'one' ? Object.keys(descriptor.fields) : descriptor.columns;
  const present = cells.flatMap((name) => {
    const field = descriptor.fields[name];
    const value = fieldValue(row, name);
    return field && value !== undefined ? [{ field, text: valueText(language, field, value) }] : [];
  });
  if (descriptor.cardinality === 'one') return present.map(({ field, text }) => `${field.label[language]}: ${text}`);
  return [present.map(({ text }) => text).join('  ')];
}

/** A value as people read it, safe for a terminal. */
export function valueText(language: Language, field: Field | undefined, value: Value | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'number') {
    return formatQuantity(language, value, field && 'unit' in field ? field.unit : undefined);
  }
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  return safeText(typeof value === 'string' ? value : value.join(', '));
}
