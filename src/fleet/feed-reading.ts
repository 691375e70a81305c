import { DAY } from '../model/time.ts';
import type { Change } from './fleet.ts';
import type { FleetIndex } from './index/fleet-index.ts';

/** Times in milliseconds since 1970, both included. */
interface Times {
  readonly since: number;
  readonly until: number;
}

/**
 * Hands over the changes of a range, the newest days first, and stops before the day with which they would be more than
 * `most`, though never before the first. Tells from when on all were handed over.
 */
export async function newestChanges(
  index: Pick<FleetIndex, 'eachChange'>,
  { since, until }: Times,
  most: number,
  take: (change: Change) => void,
): Promise<number> {
  let [from, count, days] = [until + 1, 0, 0];
  for (let width = 1; from > since && width >= 1; width = widthAfter(days, count, most)) {
    const start = Math.max(since, daysBefore(from, width));
    await index.eachChange(start, from - 1, (change) => {
      count++;
      take(change);
    });
    from = start;
    days += width;
  }
  return from;
}

/** More days at once as it turns out how little they have; none where there is no room for one more. */
function widthAfter(days: number, count: number, most: number): number {
  return Math.min(days * GROWTH, Math.floor((days * (most - count)) / Math.max(1, count)));
}

/** The begin of a day, in local time: so many days and what is left of one before a time. */
function daysBefore(time: number, days: number): number {
  return new Date(time - 1 - (days - 1) * DAY).setHours(0, 0, 0, 0);
}

const GROWTH = 4;
