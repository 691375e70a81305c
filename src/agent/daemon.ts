import { explain, ParcoursError } from '../model/errors.ts';
import type { Log } from '../model/log.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../model/time.ts';
import type { AgentOptions, AgentOutcome } from './options.ts';

/** The world of an agent that stays. */
export interface DaemonDeps {
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1, as Math.random. */
  readonly random: () => number;
  /** Ends early, as `woken`, when a run is wanted at once; and when `stop` fires. */
  readonly sleep: (milliseconds: number) => Promise<'slept' | 'woken'>;
  readonly stop: AbortSignal;
}

/**
 * Runs again and again until `stop` fires: when the servers asked for it, sooner after a failure. The first run is as it
 * was typed. Fails with what no later run can mend: `usage`, `configuration`, and what is unexpected.
 */
export async function stay(
  run: (changes: Partial<AgentOptions>) => Promise<AgentOutcome>,
  deps: DaemonDeps,
): Promise<void> {
  let changes: Partial<AgentOptions> = {};
  let failures = 0;
  let keptAt = deps.now();
  while (!deps.stop.aborted) {
    const { failed, untilNext } = await attempt(() => run(changes), deps);
    failures = failed ? failures + 1 : 0;
    if (!changes.retry) keptAt = deps.now();
    const milliseconds = failed ? Math.min(untilNext, backOff(failures, deps.random)) : untilNext;
    deps.log.info('waiting', { until: new Date(deps.now() + milliseconds).toISOString(), failures });
    const ended = await pause(milliseconds, deps);
    changes = { force: 0, lazy: ended === 'slept', retry: failures > 0 && deps.now() - keptAt < DAY };
  }
}

/** Time to wait after so many failures in a row: any below a ceiling that doubles, so that a fleet does not come back at once. */
export function backOff(failures: number, random: () => number): number {
  const ceiling = Math.min(LONGEST_BACK_OFF, SHORTEST_BACK_OFF * 2 ** (failures - 1));
  return Math.max(SECOND, random() * ceiling);
}

/** Waits in slices: a machine that slept, or whose clock was set, is late by one slice at most. */
export async function pause(
  milliseconds: number,
  { now, sleep, stop }: Pick<DaemonDeps, 'now' | 'sleep' | 'stop'>,
): Promise<'slept' | 'woken'> {
  const until = now() + milliseconds;
  for (let left = milliseconds; left > 0 && now() < until && !stop.aborted; left -= SLICE) {
    if ((await sleep(Math.min(left, SLICE))) === 'woken') return 'woken';
  }
  return 'slept';
}

const SLICE = 10 * MINUTE;
const SHORTEST_BACK_OFF = MINUTE;
const LONGEST_BACK_OFF = HOUR;

async function attempt(run: () => Promise<AgentOutcome>, { log, now }: DaemonDeps) {
  try {
    const { deliveries } = await run();
    const times = deliveries.flatMap((delivery) => {
      if (delivery.result === 'failed') return [];
      // A server that does not say when is asked every day.
      return [delivery.nextRunAt === undefined ? DAY : Date.parse(delivery.nextRunAt) - now()];
    });
    const failed = deliveries.some(({ result }) => result === 'failed');
    return { failed, untilNext: Math.max(SECOND, Math.min(DAY, ...times)) };
  } catch (error) {
    if (!(error instanceof ParcoursError) || FATAL.has(error.code)) throw error;
    log.warn('run failed', { code: error.code, message: explain(error) });
    return { failed: true, untilNext: DAY };
  }
}

const FATAL = new Set<ParcoursError['code']>(['usage', 'configuration']);
