/** What a document from the network may cost. Past a limit it is refused, or cut where the limit says so. */
export interface InflateLimits {
  readonly inflatedBytes: number;
  /** Bytes out for one byte in, once the first MiB is out. */
  readonly ratio: number;
}

export interface XmlLimits {
  readonly depth: number;
  readonly elements: number;
  readonly attributes: number;
  /** Letters of an element's or attribute's name. */
  readonly name: number;
  /** Characters of one text; what follows is cut and counted. */
  readonly text: number;
}

export const inflateLimits: InflateLimits = { inflatedBytes: 64 * 2 ** 20, ratio: 100 };
export const xmlLimits: XmlLimits = { depth: 32, elements: 500_000, attributes: 64, name: 256, text: 64 * 2 ** 10 };
export const maxRows = 100_000;

/** The most bytes a body of this size may inflate to. */
export function mostInflated(bodyBytes: number, limits: InflateLimits): number {
  return Math.min(limits.inflatedBytes, Math.max(2 ** 20, bodyBytes * limits.ratio));
}
