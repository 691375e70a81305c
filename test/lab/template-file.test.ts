import { describe, expect, it } from 'vitest';
import { machineSheet, machineSheetText } from '../../src/lab/machine-sheet.ts';
import { parseTemplate } from '../../src/lab/template-file.ts';

describe('the sheet of the course', () => {
  it('passes its own checks, and says what no agent can know', () => {
    const { fields } = machineSheet();
    expect(fields.filter(({ sources }) => sources.length === 0).map(({ id }) => id)).toEqual([
      'purchased',
      'room',
      'user',
      'condition',
    ]);
    expect(fields.find(({ id }) => id === 'memory')).toMatchObject({ type: 'number', unit: 'GiB', tolerance: 5 });
  });
});

describe('a mistake in a teacher’s sheet', () => {
  it.each([
    [
      'a member that is misspelt',
      '"tolerance": 5',
      '"tolerence": 5',
      /line \d+, field "memory": there is no "tolerence"/,
    ],
    ['a text that is missing', '"en": "Memory", ', '', /line \d+, field "memory", label, en: write a text/],
    [
      'a section nobody has',
      '"memories", "field": "capacity"',
      '"memory", "field": "capacity"',
      /field "modules", source 1, section: no inventory has a section "memory"/,
    ],
    [
      'a field the section has not',
      '"field": "mac"',
      '"field": "macaddress"',
      /field "mac", source 1, field: write one of description, mac, /,
    ],
    [
      'a type that is none',
      '"type": "date"',
      '"type": "day"',
      /field "purchased", type: write one of text, number, date, ip, mac/,
    ],
    [
      'a competence that is not listed',
      '"competence": "B1.4"',
      '"competence": "B9.9"',
      /field "software", competence: write one of B1.1, B1.4/,
    ],
    [
      'a tolerance of a text',
      '"id": "room",',
      '"id": "room", "tolerance": 2,',
      /field "room": only a number has a unit and a tolerance/,
    ],
    ['the same id twice', '"id": "model"', '"id": "serial"', /two fields have the id "serial"/],
    ['a weight below nothing', '"weight": 1', '"weight": -1', /field "name", weight: write a number of 0 or more/],
    ['no JSON', '"fields": [', '"fields": [,', /line \d+: not JSON/],
  ])('is told where it stands: %s', (_, before, after, message) => {
    const source = machineSheetText().replace(
      /\{\n\s+("(?:en|section)"[^}]*)\n\s+\}/g,
      (_, inner: string) => `{ ${inner.replace(/\n\s+/g, ' ')} }`,
    );
    expect(source).toContain(before);
    expect(() => parseTemplate(source.replace(before, after), 'sheet.json')).toThrow(message);
  });

  it('names the line of the field', () => {
    const broken = machineSheetText().replace('"unit": "GiB"', '"unit": "Go"');
    const line = broken.split('\n').findIndex((text) => text.includes('"id": "memory"')) + 1;
    expect(() => parseTemplate(broken, 's.json')).toThrow(`s.json, line ${line}, field "memory", unit: write one of`);
  });
});
