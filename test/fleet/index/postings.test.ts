import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPosting, encodePosting, isFull, membersOf, positionsOf } from '../../../src/fleet/index/postings.ts';

const sets = fc.integer({ min: 1, max: 400 }).chain((machines) =>
  fc.record({
    machines: fc.constant(machines),
    flags: fc.array(fc.boolean(), { minLength: machines, maxLength: machines }),
  }),
);

test('tells the machines it was made of, however they are kept', () => {
  fc.assert(
    fc.property(sets, ({ machines, flags }) => {
      const positions = flags.flatMap((isIn, at) => (isIn ? [at] : []));
      expect(positionsOf(encodePosting(positions, machines), machines)).toEqual(positions);
    }),
  );
});

test('adds machines to those that are there, and knows when there are no others', () => {
  fc.assert(
    fc.property(sets, ({ machines, flags }) => {
      const [some, others] = [true, false].map((wanted) => flags.flatMap((isIn, at) => (isIn === wanted ? [at] : [])));
      const set = new Uint8Array(Math.ceil(machines / 8));
      addPosting(set, encodePosting(some ?? [], machines), machines);
      expect(membersOf(set)).toEqual(some);
      expect(isFull(set, machines)).toBe(others?.length === 0);
      addPosting(set, encodePosting(others ?? [], machines), machines);
      expect(isFull(set, machines)).toBe(true);
    }),
  );
});
