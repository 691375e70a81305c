import { describe, expect, it } from 'vitest';
import { describe as describeSection, sectionNames } from '../../../src/model/catalogue.ts';
import { fieldKey, hasPlace, requiredFields, sectionKey } from '../../../src/wire/glpi/places.ts';
import { readSchema, samples } from './schema.ts';

describe.runIf(samples)('the tables of what GLPI has a place for', () => {
  const content = (samples ? readSchema().properties?.['content']?.properties : undefined) ?? {};
  const sections = sectionNames.flatMap((name) => {
    const key = sectionKey(name);
    const node = key === undefined ? undefined : content[key];
    return key === undefined ? [] : [{ name, key, node: node?.items ?? node }];
  });

  it('name every section of the published schema, and no other', () => {
    const ours = new Set(sections.map(({ key }) => key));
    expect(sections.filter(({ node }) => node === undefined)).toEqual([]);
    expect(Object.keys(content).filter((key) => !ours.has(key))).toEqual(['error', 'versionclient']);
  });

  it.each(sections)('say which fields $name has', ({ name, node }) => {
    const fields = Object.entries(describeSection(name).fields);
    const placed = fields.filter(([field]) => hasPlace(name, field)).map(([, field]) => fieldKey(field));
    const known = fields.map(([, field]) => fieldKey(field)).filter((key) => node?.properties?.[key] !== undefined);
    expect(placed.filter((key) => !OBJECTS.has(`${name}.${key}`))).toEqual(
      known.filter((key) => !OBJECTS.has(`${name}.${key}`)),
    );
  });

  it.each(sections)('say which fields $name must have', ({ name, node }) => {
    const { fields } = describeSection(name);
    const keys = requiredFields(name).flatMap((field) => (fields[field] ? [fieldKey(fields[field])] : []));
    expect([...keys].sort()).toEqual([...(node?.required ?? [])].sort());
  });
});

/** Where the catalogue has a text and GLPI an object. */
const OBJECTS = new Set(['virtualmachines.operatingsystem']);
