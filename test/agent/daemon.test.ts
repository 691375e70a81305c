import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backOff, pause, stay } from '../../src/agent/daemon.ts';
import type { AgentOptions, AgentOutcome, Delivery } from '../../src/agent/options.ts';
import { ParcoursError } from '../../src/model/errors.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../src/model/time.ts';
import { recordedLog } from './recorded-log.ts';

const start = Date.UTC(2026, 10, 23);
const address = 'http://server/ocsinventory';
const down = new ParcoursError('unreachable', 'connection refused');

type Run = (now: number) => readonly Delivery[];
const accepted =
  (after: number): Run =>
  (now) => [{ address, result: 'accepted', nextRunAt: new Date(now + after).toISOString() }];
const failing: Run = () => {
  throw down;
};

/** A day in a moment: sleeping moves the clock. `signals` come at their times. */
async function daemon(runs: readonly Run[], given: { readonly wakeAt?: number; readonly random?: number } = {}) {
  let now = start;
  let wakeAt = given.wakeAt === undefined ? Number.POSITIVE_INFINITY : start + given.wakeAt;
  const controller = new AbortController();
  const seen: { readonly at: number; readonly changes: Partial<AgentOptions> }[] = [];
  const log = recordedLog();
  const staying = stay(
    async (changes) => {
      const run = runs[seen.length];
      seen.push({ at: now - start, changes });
      if (seen.length >= runs.length) controller.abort('SIGTERM');
      return { deviceId: 'id', deliveries: run?.(now) ?? [], collectors: [], milliseconds: 0 } satisfies AgentOutcome;
    },
    {
      log,
      now: () => now,
      random: () => given.random ?? 1,
      stop: controller.signal,
      sleep: async (milliseconds) => {
        const woken = now + milliseconds > wakeAt;
        now = woken ? wakeAt : now + milliseconds;
        if (woken) wakeAt = Number.POSITIVE_INFINITY;
        return woken ? 'woken' : 'slept';
      },
    },
  );
  await staying;
  return { times: seen.map(({ at }) => at), changes: seen.map(({ changes }) => changes), log };
}

describe('a daemon', () => {
  it('comes back when the server asked for it, and ends when it is told to', async () => {
    const { times } = await daemon([accepted(5 * HOUR), accepted(HOUR), accepted(HOUR)]);
    expect(times).toEqual([0, 5 * HOUR, 6 * HOUR]);
  });

  it('runs first as it was typed, then only for the servers whose time has come', async () => {
    const { changes } = await daemon([accepted(HOUR), accepted(HOUR)]);
    expect(changes).toEqual([{}, { force: 0, lazy: true, retry: false }]);
  });

  it('comes back every day where the server does not say when', async () => {
    const { times } = await daemon([() => [{ address, result: 'declined' }], accepted(HOUR)]);
    expect(times).toEqual([0, DAY]);
  });

  it('comes back sooner and sooner less after failures, and as usual after a success', async () => {
    const { times, log } = await daemon([...Array(9).fill(failing), accepted(2 * HOUR), failing, accepted(HOUR)]);
    const waits = times.slice(1).map((time, i) => (time - (times[i] ?? 0)) / MINUTE);
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 120, 1]);
    expect(log.lines).toContainEqual(
      expect.objectContaining({ level: 'warn', fields: { code: 'unreachable', message: 'connection refused' } }),
    );
  });

  it('is not kept from the others by one server that fails', async () => {
    const partly: Run = (now) => [{ address, result: 'failed', error: down }, ...accepted(20 * SECOND)(now)];
    expect((await daemon([partly, accepted(HOUR)])).times).toEqual([0, 20 * SECOND]);
  });

  it('keeps one inventory a day while the server is down', async () => {
    const { times, changes } = await daemon(Array(33).fill(failing));
    const kept = times.filter((_, i) => !changes[i]?.retry).map((time) => Math.floor(time / DAY));
    expect(kept).toEqual([0, 1]);
  });

  it('runs at once when it is woken, whatever the server asked for', async () => {
    const { times, changes } = await daemon([accepted(5 * HOUR), accepted(HOUR)], { wakeAt: 7 * MINUTE });
    expect(times).toEqual([0, 7 * MINUTE]);
    expect(changes[1]).toMatchObject({ lazy: false });
  });

  it.each(['usage', 'configuration'] as const)('ends with what no later run can mend: %s', async (code) => {
    const hopeless: Run = () => {
      throw new ParcoursError(code, 'no');
    };
    await expect(daemon([hopeless, accepted(HOUR)])).rejects.toMatchObject({ code });
  });
});

describe('the back-off', () => {
  it('is any time up to a ceiling that doubles from a minute to an hour', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }), (failures, share) => {
        const milliseconds = backOff(failures, () => share);
        expect(milliseconds).toBeGreaterThanOrEqual(SECOND);
        expect(milliseconds).toBeLessThanOrEqual(Math.min(HOUR, MINUTE * 2 ** (failures - 1)));
      }),
    );
  });

  it('spreads 1,000 agents that come back after an outage: no ten minutes see twice the mean', () => {
    const random = seeded(7);
    const outage = 6 * HOUR;
    const returns = Array.from({ length: 1000 }, () => {
      let now = random() * MINUTE;
      for (let failures = 1; now < outage; failures++) now += backOff(failures, random);
      return now - outage;
    });
    const tens = Array.from(
      { length: 6 },
      (_, i) => returns.filter((time) => Math.floor(time / MINUTE / 10) === i).length,
    );
    expect(tens.reduce((sum, count) => sum + count)).toBe(1000);
    expect(Math.max(...tens)).toBeLessThanOrEqual((2 * 1000) / 6);
  });
});

describe('a pause', () => {
  const slept = async (move: (milliseconds: number) => number) => {
    let now = start;
    let slices = 0;
    const sleep = async (milliseconds: number) => {
      now += move(milliseconds);
      slices += 1;
      return 'slept' as const;
    };
    await pause(5 * HOUR, { now: () => now, sleep, stop: new AbortController().signal });
    return slices;
  };

  it('ends soon after a machine that slept wakes up', async () => {
    expect(await slept((milliseconds) => milliseconds + 4 * HOUR)).toBe(2);
  });

  it('ends although the clock is set back', async () => {
    expect(await slept(() => -HOUR)).toBe(30);
  });
});

/** Numbers from 0 to 1 that are the same at every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
