import fc from 'fast-check';
import type { SectionName } from '../../src/model/catalogue.ts';
import { describe, sectionNames } from '../../src/model/catalogue.ts';
import type { AnyRow, Field, RawElement } from '../../src/model/descriptor.ts';

/** Any rows of any section: few values for each field, so that twins and near twins are frequent. */
export function anyRows(section: SectionName, maxLength = 6): fc.Arbitrary<readonly AnyRow[]> {
  const { fields, cardinality } = describe(section);
  const values = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, anyValue(field)]));
  const row = fc.record({ ...values, extras: anyExtras }, { requiredKeys: [] }).map(withoutEmpty);
  return fc.array(row, { maxLength: cardinality === 'one' ? 1 : maxLength });
}

export const anySection: fc.Arbitrary<SectionName> = fc.constantFrom(...sectionNames);

const words = ['A1', 'B2', 'C3', 'To be filled by O.E.M.'];
const anyExtras: fc.Arbitrary<readonly RawElement[]> = fc.array(
  fc.record({ name: fc.constantFrom('X', 'Y'), text: fc.constantFrom('1', '2') }),
  { maxLength: 2 },
);

function anyValue(field: Field): fc.Arbitrary<string | number | boolean | readonly string[]> {
  if (field.type === 'integer' || field.type === 'decimal') return fc.integer({ min: 0, max: 3 });
  if (field.type === 'yesNo') return fc.boolean();
  if (field.type === 'list') return fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 });
  return fc.constantFrom(...words);
}

function withoutEmpty(row: AnyRow): AnyRow {
  const { extras, ...rest } = row;
  return extras?.length ? row : rest;
}
