/** Between two moments, ISO 8601; `to` moves on while the stopwatch runs, and stands where the program was killed. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface Pause extends Span {
  readonly reason: string;
}

/** A stopwatch that outlives the program: what was not seen to run does not count. */
export interface Stopwatch {
  readonly runs: readonly Span[];
  readonly pauses: readonly Pause[];
}

export const NEW_STOPWATCH: Stopwatch = { runs: [], pauses: [] };

/** Begins to count, from now on. */
export function start(watch: Stopwatch, now: number): Stopwatch {
  const at = new Date(now).toISOString();
  return { ...watch, runs: [...watch.runs, { from: at, to: at }] };
}

/** Counts up to now. */
export function tick(watch: Stopwatch, now: number): Stopwatch {
  return { ...watch, runs: untilNow(watch.runs, now) };
}

/** Begins a pause, with the reason a person gave; the last run ends. */
export function pause(watch: Stopwatch, reason: string, now: number): Stopwatch {
  const at = new Date(now).toISOString();
  return { runs: untilNow(watch.runs, now), pauses: [...watch.pauses, { from: at, to: at, reason }] };
}

/** Ends the pause. */
export function resume(watch: Stopwatch, now: number): Stopwatch {
  return start({ ...watch, pauses: untilNow(watch.pauses, now) }, now);
}

/** What counts, in milliseconds. */
export function elapsed({ runs }: Stopwatch): number {
  return runs.reduce((sum, { from, to }) => sum + Math.max(0, Date.parse(to) - Date.parse(from)), 0);
}

function untilNow<S extends Span>(spans: readonly S[], now: number): readonly S[] {
  return spans.map((span, index) =>
    index === spans.length - 1 ? { ...span, to: new Date(Math.max(now, Date.parse(span.from))).toISOString() } : span,
  );
}
