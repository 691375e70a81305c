import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { delayOf, everyText, nextTime, parseEvery } from '../../../src/agent/service/schedule.ts';

const intervals = ['15min', '30min', '1h', '2h', '3h', '4h', '6h', '8h', '12h', '24h', '7d'];

describe('how often', () => {
  it.each(intervals)('%s is read and written', (text) => {
    expect(everyText(parseEvery(text))).toBe(text);
  });

  it('may be said in another unit', () => {
    expect([parseEvery('1d'), parseEvery('1w'), parseEvery('60 min')]).toEqual([1440, 10_080, 60]);
  });

  it.each(['5h', '0h', '2d', 'daily', '24', ''])('%j is refused, with what may be said', (text) => {
    expect(() => parseEvery(text)).toThrowError(/15min, 30min, 1h.*24h, 7d/);
  });

  it('puts a run off by an hour at most, and by less than the interval', () => {
    expect([15, 60, 1440, 10_080].map((every) => delayOf({ every, at: 0 }))).toEqual([3, 15, 60, 60]);
  });
});

describe('the next time', () => {
  it('is today where that is to come, in local time', () => {
    const now = Date.parse('2026-11-24T02:00:00Z');
    // 04:30 in Paris is 03:30 in UTC.
    expect(new Date(nextTime({ every: 1440, at: 270 }, now, -60)).toISOString()).toBe('2026-11-24T03:30:00.000Z');
  });

  it('counts weeks from Monday', () => {
    const now = Date.parse('2026-11-24T02:00:00Z');
    expect(new Date(nextTime({ every: 10_080, at: 1450 }, now, 0)).toISOString()).toBe('2026-12-01T00:10:00.000Z');
  });

  it('lies after now and no further than an interval, at its minute', () => {
    const schedules = fc
      .constantFrom(...intervals.map(parseEvery))
      .chain((every) => fc.record({ every: fc.constant(every), at: fc.nat(every - 1) }));
    fc.assert(
      fc.property(
        schedules,
        fc.integer({ min: 0, max: 4e12 }),
        fc.integer({ min: -840, max: 720 }),
        (one, now, zone) => {
          const next = nextTime(one, now, zone);
          expect(next).toBeGreaterThan(now);
          expect(next - now).toBeLessThanOrEqual(one.every * 60_000);
          const sinceMonday = next / 60_000 - zone + 3 * 1440;
          expect(((sinceMonday % one.every) + one.every) % one.every).toBe(one.at);
        },
      ),
    );
  });
});
