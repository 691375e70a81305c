import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOutlier, median, quantile } from '../../src/lab/statistics.ts';

it('finds the middle', () => {
  expect([median([3]), median([9, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([3, 2, 2.5, undefined]);
  expect(quantile([1, 2, 3, 4, 5], 0.25)).toBe(2);
});

it('has as many numbers on either side of the middle', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
      const middle = median(numbers) ?? Number.NaN;
      expect(numbers.filter((number) => number < middle).length).toBeLessThanOrEqual(numbers.length / 2);
      expect(numbers.filter((number) => number > middle).length).toBeLessThanOrEqual(numbers.length / 2);
    }),
  );
});

it('tells who is far from the others, and nobody of a few', () => {
  const minutes = [38, 40, 41, 42, 44, 120];
  expect(minutes.filter((number) => isOutlier(number, minutes))).toEqual([120]);
  expect(isOutlier(120, [38, 40, 120])).toBe(false);
  expect(isOutlier(7, [7, 7, 7, 7, 7])).toBe(false);
});
