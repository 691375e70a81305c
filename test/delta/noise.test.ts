import { expect, it } from 'vitest';
import { isNoise, noise } from '../../src/delta/noise.ts';
import { describe } from '../../src/model/catalogue.ts';

it('names only fields that exist and are not volatile anyway', () => {
  for (const { section, field } of noise) {
    expect(describe(section).fields[field], `${section}.${field}`).toBeDefined();
    expect(describe(section).fields[field]?.volatile, `${section}.${field}`).toBeUndefined();
  }
});

it.each([
  ['CET', 'CEST', true],
  ['CEST', 'CET', true],
  ['EST', 'EDT', true],
  ['WET', 'WEST', true],
  ['EET', 'EEST', true],
  ['GMT', 'BST', true],
  ['CET', 'EET', false],
  ['CET', 'EEST', false],
  ['Europe/Paris', 'Europe/Lisbon', false],
])('between the zones %s and %s, noise is %s', (before, after, expected) => {
  expect(isNoise('timezone', { field: 'name', before, after })).toBe(expected);
});

it('takes an hour of summer time for noise, and no more', () => {
  const offset = (before: string, after: string) => isNoise('timezone', { field: 'offset', before, after });
  expect(offset('+0100', '+0200')).toBe(true);
  expect(offset('-05:00', '-04:00')).toBe(true);
  expect(offset('+0100', '+0300')).toBe(false);
  expect(offset('+0100', 'unknown')).toBe(false);
});
