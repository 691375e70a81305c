/** The middle of the numbers; of an even count, half way between the two in the middle. */
export function median(numbers: readonly number[]): number | undefined {
  return quantile(numbers, 0.5);
}

/** The value below which that share of the numbers lies, interpolated; undefined of none. */
export function quantile(numbers: readonly number[], share: number): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return undefined;
  return below + (above - below) * (place - Math.floor(place));
}

/** Tukey's fences: what lies further out than one and a half times the middle half is wide. */
export function isOutlier(number: number, numbers: readonly number[]): boolean {
  const [low, high] = [quantile(numbers, 0.25), quantile(numbers, 0.75)];
  if (low === undefined || high === undefined || numbers.length < FEW) return false;
  const reach = 1.5 * (high - low);
  return number < low - reach || number > high + reach;
}

/** Of fewer, nothing is usual. */
const FEW = 5;
