import { NEW_STOPWATCH, type Stopwatch } from './stopwatch.ts';

/** What stands in a field; a field without one is blank. */
export type Entry = { readonly kind: 'value'; readonly text: string } | { readonly kind: 'unknown' };

/** One stay in a field. */
export interface Visit {
  readonly field: string;
  /** When it was entered and left, ISO 8601; a field that was never left was left when the program ended. */
  readonly entered: string;
  readonly left: string;
  /** Time of the stopwatch spent there, in milliseconds: pauses do not count. */
  readonly spent: number;
}

/** A change that can be undone. */
export interface Edit {
  readonly field: string;
  readonly before?: Entry;
}

/** A sheet filled by hand, and how long that took: `manual.json` of an exercise. */
export interface ManualSheet {
  readonly entries: Readonly<Record<string, Entry>>;
  readonly watch: Stopwatch;
  readonly visits: readonly Visit[];
  /** Oldest first. */
  readonly edits: readonly Edit[];
  /** When the person said that it is finished, ISO 8601. */
  readonly finishedAt?: string;
}

export const EMPTY_SHEET: ManualSheet = { entries: {}, watch: NEW_STOPWATCH, visits: [], edits: [] };

/** Time spent on a field, over all visits, in milliseconds. */
export function spentOn({ visits }: ManualSheet, field: string): number {
  return visits.reduce((sum, visit) => sum + (visit.field === field ? visit.spent : 0), 0);
}
