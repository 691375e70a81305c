import type { Language } from '../i18n/language.ts';
import { formatValue } from '../i18n/value.ts';
import { type AnyRow, type Field, fieldValue, type SectionDescriptor, type Value } from '../model/descriptor.ts';
import { safeText } from '../model/safe-text.ts';

/** A row as plain text: one that exists once, a line a field; one of a list, one line of its columns. */
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

/** A value as people read it, safe for a terminal; empty where there is none. */
export function valueText(language: Language, field: Field | undefined, value: Value | undefined): string {
  return value === undefined ? '' : safeText(formatValue(language, field, value));
}
