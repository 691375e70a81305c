/** What something costs in units of something else that was measured beside it, and what it may cost at most. */
export interface Ratio {
  readonly what: string;
  readonly over: string;
  readonly value: number;
  readonly bound: number;
}

/** The middle one, which a busy moment of the machine does not move. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('no numbers');
  return middle;
}

/** The ratio of two series that were measured in turns. */
export function ratio(
  [what, over]: readonly [string, string],
  numbers: readonly number[],
  base: readonly number[],
  bound: number,
): Ratio {
  const values = numbers.map((number, round) => number / (base[round] ?? Number.NaN));
  return { what, over, value: median(values), bound };
}

/** Measures all in turns, so that a slow minute of the machine falls on each of them; a series for each name. */
export async function inTurns<M extends Readonly<Record<string, () => Promise<unknown>>>>(
  rounds: number,
  measures: M,
): Promise<{ readonly [N in keyof M]: readonly Awaited<ReturnType<M[N]>>[] }> {
  const series = Object.fromEntries(Object.keys(measures).map((name) => [name, [] as unknown[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, measure] of Object.entries(measures)) series[name]?.push(await measure());
  }
  return series as { [N in keyof M]: Awaited<ReturnType<M[N]>>[] };
}
