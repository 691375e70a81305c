import type { Language } from '../i18n/language.ts';
import { describe, type SectionName } from '../model/catalogue.ts';
import { type AnyRow, fieldValue } from '../model/descriptor.ts';
import { safeText } from '../model/safe-text.ts';
import { foldText, matches, parseFilter } from './filter.ts';
import type { RowFilter } from './section-entries.ts';
import { formatField } from './value.ts';

/** Rows of any section that a filter lets through; undefined where it says nothing. Columns go by field name or title. */
export function rowFilter(filter: string, language: Language): RowFilter | undefined {
  if (filter.trim() === '') return undefined;
  const termsOf = new Map<SectionName, ReturnType<typeof parseFilter>>();
  return (section, row) => {
    const terms =
      termsOf.get(section) ?? parseFilter(filter, (name) => fieldCalled(section, name, language) !== undefined);
    termsOf.set(section, terms);
    return matches(terms, filterable(section, row, language));
  };
}

function filterable(section: SectionName, row: AnyRow, language: Language) {
  const { fields } = describe(section);
  const text = (id: string) => foldText(safeText(String(fieldValue(row, id) ?? '')));
  return {
    all: Object.entries(fields)
      .filter(([, field]) => !field.sensitive)
      .map(([id, field]) => foldText(formatField({ language, reveal: false }, field, fieldValue(row, id))))
      .join('\n'),
    text: (name: string) => text(fieldCalled(section, name, language) ?? ''),
    number: (name: string) => {
      const value = fieldValue(row, fieldCalled(section, name, language) ?? '');
      return typeof value === 'number' ? value : undefined;
    },
  };
}

function fieldCalled(section: SectionName, name: string, language: Language): string | undefined {
  const found = Object.entries(describe(section).fields).find(
    ([id, { label }]) => foldText(id) === name || foldText(label[language]) === name,
  );
  return found?.[0];
}
