/** Between two moments, ISO 8601; `to` moves on with the time, and stands where the program was killed. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

export interface Pause extends Span {
  /** What a person gave as its reason; undefined where the program was killed before they said. */
  readonly reason?: string;
}

/** A stopwatch that outlives the program: what was not seen to run does not count. */
export interface Stopwatch {
  readonly runs: readonly Span[];
  readonly pauses: readonly Pause[];
  readonly isPaused: boolean;
}

export const NEW_STOPWATCH: Stopwatch = { runs: [], pauses: [], isPaused: false };

/** Begins to count, from now on. */
export function start(watch: Stopwatch, now: number): Stopwatch {
  return { ...watch, runs: [...watch.runs, spanAt(now)], isPaused: false };
}

/** Time has passed: it counts, or it is a pause. */
export function tick(watch: Stopwatch, now: number): Stopwatch {
  if (watch.isPaused) return { ...watch, pauses: untilNow(watch.pauses, now) };
  return { ...watch, runs: untilNow(watch.runs, now) };
}

export function pause(watch: Stopwatch, now: number): Stopwatch {
  return { ...tick(watch, now), pauses: [...watch.pauses, spanAt(now)], isPaused: true };
}

/** Says why the pause that is under way was made. */
export function explainPause(watch: Stopwatch, reason: string): Stopwatch {
  return { ...watch, pauses: withLast(watch.pauses, (last) => ({ ...last, reason })) };
}

/** Ends the pause and begins to count. */
export function resume(watch: Stopwatch, now: number): Stopwatch {
  return start(tick(watch, now), now);
}

/** What counts, in milliseconds. */
export function elapsed({ runs }: Stopwatch): number {
  return runs.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
}

function spanAt(now: number): Span {
  const at = new Date(now).toISOString();
  return { from: at, to: at };
}

/** A clock that was set back takes nothing away. */
function untilNow<S extends Span>(spans: readonly S[], now: number): readonly S[] {
  return withLast(spans, (last) => ({ ...last, to: new Date(Math.max(now, Date.parse(last.to))).toISOString() }));
}

function withLast<S>(spans: readonly S[], change: (last: S) => S): readonly S[] {
  return spans.map((span, index) => (index < spans.length - 1 ? span : change(span)));
}
