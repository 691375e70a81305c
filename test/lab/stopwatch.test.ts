import { expect, it } from 'vitest';
import { elapsed, explainPause, NEW_STOPWATCH, pause, resume, start, tick } from '../../src/lab/stopwatch.ts';

const minute = 60_000;

it('counts what it was seen to run', () => {
  const watch = tick(start(NEW_STOPWATCH, 0), 3 * minute);
  expect(elapsed(watch)).toBe(3 * minute);
});

it('leaves a pause out and keeps its reason', () => {
  const paused = pause(start(NEW_STOPWATCH, 0), 2 * minute);
  const watch = tick(resume(explainPause(tick(paused, 5 * minute), 'fire drill'), 10 * minute), 11 * minute);
  expect(elapsed(watch)).toBe(3 * minute);
  expect(watch.pauses).toEqual([
    { from: '1970-01-01T00:02:00.000Z', to: '1970-01-01T00:10:00.000Z', reason: 'fire drill' },
  ]);
});

it('does not count the time after a program was killed', () => {
  const killed = tick(start(NEW_STOPWATCH, 0), minute);
  expect(elapsed(tick(start(killed, 30 * minute), 31 * minute))).toBe(2 * minute);
});

it('never counts backwards when the clock is set back', () => {
  expect(elapsed(tick(start(NEW_STOPWATCH, minute), 0))).toBe(0);
});
