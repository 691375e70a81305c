import type { Language } from '../i18n/language.ts';
import { formatValue } from '../i18n/value.ts';
import { describe, type SectionName } from '../model/catalogue.ts';
import { type AnyRow, type Field, fieldValue, type Value } from '../model/descriptor.ts';
import { safeText } from '../model/safe-text.ts';

/** Who reads a value: in which language, and with sensitive values or without. */
export interface Reader {
  readonly language: Language;
  readonly reveal: boolean;
}

export const MASK = '********';

/** A value as a person reads it, safe for a terminal; empty where there is none. */
export function formatField({ language, reveal }: Reader, field: Field, value: Value | undefined): string {
  if (value === undefined) return '';
  return field.sensitive && !reveal ? MASK : safeText(formatValue(language, field, value));
}

/** A value as it travels. */
export function rawField({ reveal }: Reader, field: Field, value: Value | undefined): string {
  if (value === undefined) return '';
  return field.sensitive && !reveal ? MASK : safeText(rawValue(field, value));
}

/** A text made of values of a row, with what is sensitive in it hidden. */
export function maskText({ reveal }: Reader, section: SectionName, row: AnyRow | undefined, text: string): string {
  if (reveal || !row) return safeText(text);
  const hidden = Object.entries(describe(section).fields)
    .filter(([, field]) => field.sensitive)
    .flatMap(([name]) => fieldValue(row, name) ?? [])
    .map(String)
    .filter((value) => value !== '');
  return safeText(hidden.reduce((masked, value) => masked.replaceAll(value, MASK), text));
}

export function isNumeric(field: Field | undefined): boolean {
  return field?.type === 'integer' || field?.type === 'decimal';
}

function rawValue(field: Field, value: Value): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'object' ? value.join(field.type === 'list' ? field.separator : ',') : String(value);
}
