import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue, isSectionName } from '../src/model/catalogue.ts';
import type { Field, SectionDescriptor } from '../src/model/descriptor.ts';

interface FrozenSection {
  readonly tag: string;
  readonly cardinality: string;
  readonly bit?: number;
  readonly aliases?: readonly string[];
  readonly volatile?: true;
  readonly fields: Readonly<Record<string, string>>;
}

const frozen: Readonly<Record<string, FrozenSection>> = JSON.parse(
  readFileSync(new URL('fixtures/contract.json', import.meta.url), 'utf8'),
);
const sections: readonly (readonly [string, SectionDescriptor])[] = Object.entries(catalogue);

/** The same word in both languages; anything else that is equal was forgotten. */
const sameInBothLanguages = new Set([
  'Antivirus',
  'Architecture',
  'Arguments',
  'Batteries',
  'Bus',
  'Cache',
  'Charge',
  'Cycles',
  'Date',
  'Description',
  'Duplex',
  'Flash',
  'Format',
  'Hyper-threading',
  'Image',
  'Interface',
  'Java',
  'Licences',
  'Machine',
  'Modems',
  'Orientation',
  'Port',
  'Ports',
  'Segments',
  'Service pack',
  'Signatures',
  'Source',
  'Terminal',
  'Type',
  'Type (MIB)',
  'Version',
  'Virtualisation',
  'Volumes',
]);

describe('the contract of stored fleets', () => {
  it.each(Object.entries(frozen))('keeps the names of %s', (name, expected) => {
    expect(isSectionName(name), `${name} is gone: stored fleets have rows under this name`).toBe(true);
    const now = sections.find(([section]) => section === name)?.[1];
    expect(
      now && freeze(now),
      `${name} changed: a rename loses what is stored; what is new goes into test/fixtures/contract.json`,
    ).toEqual(expected);
  });

  it('has no section that is not frozen', () => {
    expect(sections.map(([name]) => name).filter((name) => !(name in frozen))).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('gives every section its own tag, aliases included', () => {
    expect(repeated(sections.flatMap(([, section]) => [section.tag, ...(section.aliases ?? [])]))).toEqual([]);
  });

  it('names each section as its element, in lower case without underscores', () => {
    expect(sections.map(([name]) => name)).toEqual(
      sections.map(([, section]) => section.tag.toLowerCase().replaceAll('_', '')),
    );
  });

  it('gives each section with a bit one bit of its own', () => {
    const bits = sections.flatMap(([, section]) => section.bit ?? []);
    expect(repeated(bits)).toEqual([]);
    expect(bits.filter((bit) => !Number.isInteger(Math.log2(bit)))).toEqual([]);
  });

  it('holds nothing but plain JSON', () => {
    expect(JSON.parse(JSON.stringify(catalogue))).toStrictEqual(catalogue);
  });
});

describe.each(sections)('%s', (_, section) => {
  const fields: readonly (readonly [string, Field])[] = Object.entries(section.fields);

  it('shows and recognises its rows by fields it has', () => {
    const used = [...section.columns, ...(section.cardinality === 'many' ? section.identity.flat() : [])];
    expect(used.filter((name) => !Object.hasOwn(section.fields, name))).toEqual([]);
    expect(section.columns.length).toBeGreaterThan(0);
  });

  it('recognises its rows by what does not change at every run', () => {
    const keys = section.cardinality === 'many' ? section.identity.flat() : [];
    expect(keys.filter((name) => section.fields[name]?.volatile)).toEqual([]);
  });

  it('has no field called extras', () => {
    expect(Object.hasOwn(section.fields, 'extras')).toBe(false);
  });

  it('lets no two fields share an element name', () => {
    expect(repeated(fields.flatMap(([, field]) => [field.tag, ...(field.fusion ? [field.fusion] : [])]))).toEqual([]);
  });

  it('has labels in both languages', () => {
    const labels = [section.label, ...fields.map(([, field]) => field.label)];
    expect(labels.filter(({ en, fr }) => en.trim() === '' || fr.trim() === '')).toEqual([]);
    expect(labels.filter(({ en, fr }) => en === fr && !isAcronym(en) && !sameInBothLanguages.has(en))).toEqual([]);
  });
});

function freeze(section: SectionDescriptor): FrozenSection {
  const { tag, cardinality, bit, aliases, volatile } = section;
  const fields = Object.fromEntries(Object.entries(section.fields).map(([name, field]) => [name, spell(field)]));
  return JSON.parse(JSON.stringify({ tag, cardinality, bit, aliases, volatile, fields }));
}

/** Element name, type, and what keeps the field out of history or sight. */
function spell({ tag, type, fusion, sensitive, volatile }: Field): string {
  return [tag, fusion && `or ${fusion}`, type, sensitive && 'sensitive', volatile && 'volatile']
    .filter(Boolean)
    .join(' ');
}

function repeated<T>(values: readonly T[]): readonly T[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function isAcronym(label: string): boolean {
  return /^[A-Z]{2,5}( \([\w-]+\))?$/.test(label);
}
