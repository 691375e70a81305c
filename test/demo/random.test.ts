import { expect, it } from 'vitest';
import { createRandom } from '../../src/demo/random.ts';

it('draws the same numbers for the same seed, for ever', () => {
  const random = createRandom('school 1');
  expect(Array.from({ length: 6 }, () => random.between(0, 99))).toEqual([9, 63, 21, 78, 82, 22]);
});

it('draws every number of a range, ends included', () => {
  const random = createRandom('range');
  const drawn = new Set(Array.from({ length: 500 }, () => random.between(3, 7)));
  expect([...drawn].sort()).toEqual([3, 4, 5, 6, 7]);
});

it('fills the signs of a pattern and keeps the rest', () => {
  expect(createRandom('pattern').fill('S/N #@% end')).toMatch(/^S\/N \d[\dB-Z][\da-f] end$/);
});

it('forks streams that do not disturb each other', () => {
  const one = createRandom('seed');
  one.between(0, 9);
  expect(one.fork('a').between(0, 1_000_000)).toBe(createRandom('seed').fork('a').between(0, 1_000_000));
  expect(one.fork('a').between(0, 1_000_000)).not.toBe(one.fork('b').between(0, 1_000_000));
});
