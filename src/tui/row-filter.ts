import { foldText } from '../fleet/language/fold.ts';
import { isOrdered } from '../fleet/language/match.ts';
import { parseQuery, QueryError, type Term } from '../fleet/language/parse.ts';
import { compareToTyped } from '../fleet/language/versions.ts';
import type { Language } from '../i18n/language.ts';
import { describe, type SectionName } from '../model/catalogue.ts';
import { type AnyRow, fieldValue } from '../model/descriptor.ts';
import { remember } from './remember.ts';
import type { RowFilter } from './section-entries.ts';
import { formatField } from './value.ts';

/** Rows of any section that a filter lets through; undefined where it says nothing. Columns go by field name or title. */
export function rowFilter(filter: string, language: Language): RowFilter | undefined {
  if (filter.trim() === '') return undefined;
  const termsOf = new Map<SectionName, readonly Term[]>();
  return (section, row) => {
    const terms = termsOf.get(section) ?? termsIn(filter, fieldNames(section, language));
    termsOf.set(section, terms);
    return terms.every((term) => holds(term, section, row, language) !== term.negated);
  };
}

/** A filter that means nothing yet hides nothing. */
function termsIn(filter: string, fields: ReadonlyMap<string, string>): readonly Term[] {
  try {
    return parseQuery(filter, fields);
  } catch (error) {
    if (error instanceof QueryError) return [];
    throw error;
  }
}

/** Numbers compare as numbers, anything else as versions do. */
function holds({ column, operator, text, pattern }: Term, section: SectionName, row: AnyRow, language: Language) {
  const texts = textsOf(section, row, language, column);
  if (pattern) return texts.some((one) => pattern.test(one));
  if (operator === ':') return texts.some((one) => foldText(one).includes(text));
  if (operator === '=') return texts.some((one) => foldText(one) === text);
  const value = column && fieldValue(row, fieldNames(section, language).get(column) ?? '');
  if (value === undefined || value === '') return false;
  const typed = Number(text.replace(',', '.'));
  if (typeof value === 'number') return !Number.isNaN(typed) && isOrdered(operator, value - typed);
  return isOrdered(operator, compareToTyped(foldText(String(value)), text));
}

/** What is sensitive is never looked into by a word alone. */
function textsOf(section: SectionName, row: AnyRow, language: Language, column: string | undefined): readonly string[] {
  const { fields } = describe(section);
  const named = column === undefined ? undefined : fieldNames(section, language).get(column);
  if (named !== undefined) return [String(fieldValue(row, named) ?? '')];
  return Object.entries(fields)
    .filter(([, field]) => !field.sensitive)
    .map(([id, field]) => formatField({ language, reveal: false }, field, fieldValue(row, id)));
}

/** The field of each name that may be typed. */
const fieldNames = remember((section: SectionName, language: Language): ReadonlyMap<string, string> => {
  const fields = Object.entries(describe(section).fields);
  return new Map([
    ...fields.map(([id, { label }]) => [foldText(label[language]), id] as const),
    ...fields.map(([id]) => [foldText(id), id] as const),
  ]);
});
