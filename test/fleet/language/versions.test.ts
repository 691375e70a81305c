import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compareToTyped, compareVersions } from '../../../src/fleet/language/versions.ts';

/** In the order of `dpkg --compare-versions`. */
const ordered = [
  '1.0~rc1',
  '1.0',
  '1.0-1~deb12u1',
  '1.0-1',
  '1.0-1+b1',
  '1.0a',
  '1.0+git20260101',
  '1.9',
  '1.10',
  '130.0.1',
  '1:0.9',
  '2:0.1',
];

it('orders versions as Debian does', () => {
  expect([...ordered].reverse().sort(compareVersions)).toEqual(ordered);
});

it('takes an epoch that nobody typed for none, and 130 for 130.0', () => {
  expect(compareToTyped('1:153.0esr-1~deb12u1', '154')).toBeLessThan(0);
  expect(compareToTyped('1:153.0esr-1', '1:152')).toBeGreaterThan(0);
  expect(compareToTyped('130.0', '130')).toBe(0);
  expect(compareToTyped('130.0.1', '130')).toBeGreaterThan(0);
  expect(compareToTyped('129.0.9', '130')).toBeLessThan(0);
});

const version = fc.oneof(fc.string(), fc.stringMatching(/^(\d:)?\d{1,3}([.~+a-]\d{0,2}){0,3}$/));

it('is a total order over any texts', () => {
  fc.assert(
    fc.property(version, version, version, (a, b, c) => {
      expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
      expect(compareVersions(a, b) === 0).toBe(a === b);
      if (compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0) {
        expect(compareVersions(a, c)).toBeLessThanOrEqual(0);
      }
    }),
  );
});
