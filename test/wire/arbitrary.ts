import fc from 'fast-check';
import { describe, type SectionName, sectionNames } from '../../src/model/catalogue.ts';
import type { AnyRow, Field, Value } from '../../src/model/descriptor.ts';

/** How many inventories a codec has to stand: 10,000 before a release. */
export const numRuns = Number(process.env['PARCOURS_RUNS'] ?? 300);

/** Text as an agent could find it: anything printable, with markup in it, no blanks at its ends. */
export const plainText: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom('a', ' ', '<', '>', '&', '"', "'", ']', '\r', '\n', '\t', '&amp;', '&#1;', 'é'),
    }),
  )
  .map((text) => text.trim().toWellFormed())
  .filter((text) => text !== '');

const date = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((day) => day.toISOString());

/** Rows of a section, every field present or not. */
export function rowsOf(section: SectionName): fc.Arbitrary<readonly AnyRow[]> {
  const { fields, cardinality } = describe(section);
  const values = Object.entries(fields).map(([name, field]) => [name, valueFor(field)] as const);
  const row = fc
    .record(Object.fromEntries(values), { requiredKeys: [] })
    .filter((candidate) => Object.keys(candidate).length > 0);
  return fc.array(row, cardinality === 'one' ? { minLength: 1, maxLength: 1 } : { minLength: 1, maxLength: 3 });
}

export const anySections = fc
  .uniqueArray(fc.constantFrom(...sectionNames), { maxLength: 4 })
  .chain((names) => fc.record(Object.fromEntries(names.map((name) => [name, rowsOf(name)]))));

function valueFor(field: Field): fc.Arbitrary<Value> {
  switch (field.type) {
    case 'text':
      return plainText;
    case 'integer':
      return fc.integer({ min: -(2 ** 40), max: 2 ** 40 });
    case 'decimal':
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    case 'yesNo':
      return fc.boolean();
    case 'date':
      return fc.oneof(
        date.map((iso) => iso.slice(0, 10)),
        date.map((iso) => iso.slice(0, 19)),
      );
    case 'list':
      return fc.array(partOf(field.separator), { minLength: 1, maxLength: 3 });
  }
}

function partOf(separator: string): fc.Arbitrary<string> {
  return plainText.map((text) => text.replaceAll(separator, '').trim()).filter((text) => text !== '');
}
