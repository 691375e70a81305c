import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDebianVersions } from '../../../src/collect/sources/debian-version.ts';

const part = fc.string({ unit: fc.constantFrom('0', '1', '2', '9', 'a', 'B', 'z', '.', '+', '~'), maxLength: 6 });
const version = fc
  .tuple(fc.option(fc.nat(2)), fc.nat(9), part, fc.option(part.map((text) => `1${text}`)))
  .map(([epoch, first, rest, revision]) =>
    [...(epoch === null ? [] : [`${epoch}:`]), `${first}${rest}`, ...(revision === null ? [] : [`-${revision}`])].join(
      '',
    ),
  );

describe('the order of Debian versions', () => {
  it.each([
    ['1.0', '1.0.1'],
    ['1.9', '1.10'],
    ['1.0~rc1', '1.0'],
    ['1.0~~', '1.0~~a'],
    ['1.0~~a', '1.0~'],
    ['1.0~', '1.0'],
    ['1.0', '1.0a'],
    ['1.0a', '1.0+'],
    ['1.0a', '1.0b'],
    ['1.0-1', '1.0-1+deb12u1'],
    ['1.0-1~bpo12+1', '1.0-1'],
    ['1:0.9', '2:0.1'],
    ['9', '1:0'],
    ['2.36-9+deb12u9', '2.36-9+deb12u10'],
    ['1.2-3-1', '1.2-3-2'],
    ['99999999999999999998', '99999999999999999999'],
  ])('has %s before %s', (older, newer) => {
    expect(compareDebianVersions(older, newer)).toBeLessThan(0);
    expect(compareDebianVersions(newer, older)).toBeGreaterThan(0);
  });

  it.each([
    ['1.0', '1.0'],
    ['0:1.0', '1.0'],
    ['1.0', '1.0-0'],
    ['1.01', '1.1'],
    ['1.0-', '1.0-0'],
  ])('has %s equal to %s', (one, other) => {
    expect(compareDebianVersions(one, other)).toBe(0);
  });

  it('is an order', () => {
    fc.assert(
      fc.property(version, version, version, (a, b, c) => {
        expect(Math.sign(compareDebianVersions(a, b))).toBe(0 - Math.sign(compareDebianVersions(b, a)));
        const [first, second, third] = [a, b, c].sort(compareDebianVersions);
        expect(compareDebianVersions(first ?? '', second ?? '')).toBeLessThanOrEqual(0);
        expect(compareDebianVersions(second ?? '', third ?? '')).toBeLessThanOrEqual(0);
        expect(compareDebianVersions(first ?? '', third ?? '')).toBeLessThanOrEqual(0);
      }),
    );
  });

  it('has what a tilde follows before what it follows', () => {
    fc.assert(
      fc.property(version, (text) => {
        expect(compareDebianVersions(`${text}~x`, text)).toBeLessThan(0);
      }),
    );
  });
});
