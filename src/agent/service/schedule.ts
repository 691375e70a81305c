import { ParcoursError } from '../../model/errors.ts';
import { MINUTE } from '../../model/time.ts';

/** Knows how to have the agent run by itself: systemd, cron, launchd, the Windows task scheduler. */

/** When the agent runs: `every` minutes, the first `at` so many minutes after midnight, of Monday for a week. */
export interface Schedule {
  readonly every: number;
  /** Less than `every`; of each machine its own, so that a fleet does not come all at once. */
  readonly at: number;
}

export const DAY_MINUTES = 24 * 60;
export const WEEK_MINUTES = 7 * DAY_MINUTES;

/** What every scheduler can do, and what divides a day or is one: 30min, 6h, 24h, 7d. Fails with `usage`. */
export function parseEvery(text: string): number {
  const [, count, unit = ''] = /^(\d+)\s*(min|h|d|w)$/.exec(text) ?? [];
  const minutes = Number(count) * (UNITS[unit] ?? 0);
  if (INTERVALS.includes(minutes)) return minutes;
  throw new ParcoursError('usage', `--every=${text}: write ${INTERVALS.map(everyText).join(', ')}`);
}

/** As `parseEvery` reads it. */
export function everyText(minutes: number): string {
  if (minutes > DAY_MINUTES) return `${minutes / DAY_MINUTES}d`;
  return minutes < 60 ? `${minutes}min` : `${minutes / 60}h`;
}

/** How many minutes a run may be put off at random. */
export function delayOf({ every }: Schedule): number {
  return Math.min(60, Math.floor(every / 4));
}

/** When it is time again; milliseconds since 1970. `offset` as Date#getTimezoneOffset. */
export function nextTime({ every, at }: Schedule, now: number, offset: number): number {
  // 1970 began on a Thursday.
  const origin = -3 * DAY_MINUTES + at + offset;
  const passed = Math.floor((now / MINUTE - origin) / every) + 1;
  return (origin + passed * every) * MINUTE;
}

const UNITS: Readonly<Record<string, number>> = { min: 1, h: 60, d: DAY_MINUTES, w: WEEK_MINUTES };
const INTERVALS = [15, 30, 60, 120, 180, 240, 360, 480, 720, DAY_MINUTES, WEEK_MINUTES];
