import type { Digest } from './canonical.ts';
import type { SectionName, Sections } from './catalogue.ts';
import type { RawElement } from './descriptor.ts';

export const kinds = ['computer', 'phone', 'printer', 'network', 'unmanaged'] as const;
export type Kind = (typeof kinds)[number];

/**
 * How much of a section is known. `unchanged` is what only an agent can say: the content it sent before still holds.
 * A section that is `failed` or `skipped` was not collected: unknown is not none.
 */
export const completenesses = ['complete', 'partial', 'failed', 'skipped'] as const;
export type Completeness = (typeof completenesses)[number];
export const sectionStates = [...completenesses, 'unchanged'] as const;
export interface SectionReport {
  readonly state: (typeof sectionStates)[number];
  /** A `Reason`, with a detail after a colon where there is one: `timed-out: 10 s`. */
  readonly reason?: string;
}

/** Stable codes of the reasons for which a section is not complete. */
export type Reason =
  | 'needs-root'
  | 'needs-administrator'
  | 'timed-out'
  | 'not-requested'
  | 'not-sent'
  | 'not-supported'
  | 'not-running'
  | 'failed';

/** What an agent says that left out what it knows the receiver to hold: nothing else of it may be believed before. */
export interface DeltaClaim {
  /** Digest of the state that the receiver must hold. */
  readonly base: Digest;
  /** Digest of the sections that are complete or unchanged, once what was left out is back in. */
  readonly whole: Digest;
  /** Sections of which only a part is here. */
  readonly changes: { readonly [N in SectionName]?: RowChange };
}

/** How the rows that are here make a section of the one that is held. */
export type RowChange =
  /** They come in place of the rows with these short hashes. */
  | { readonly rows: 'added'; readonly removed: readonly string[] }
  /** They are the volatile values of the rows that are held, in canonical order: of all, or of those at these places. */
  | { readonly rows: 'volatile'; readonly places?: readonly number[] }
  /** None is here: the volatile values are those held, too, if they have this short hash. */
  | { readonly rows: 'held'; readonly values: string };

/** What one agent said about one machine at one moment. */
export interface Inventory {
  /** Undefined where the document names none; `fleet/` then derives one. */
  readonly deviceId?: string;
  /** Id under which the machine was known before, if the agent says so. */
  readonly oldDeviceId?: string;
  readonly kind: Kind;
  /** Name and version of the agent, such as `parcours_v0.1.0`. */
  readonly agent: string;
  /** When the inventory was made, ISO 8601 in UTC, by the agent's clock; undefined where it does not say. */
  readonly at?: string;
  readonly sections: Sections;
  /** One report a section that was collected, or that was asked for and not collected. Absent: nothing is known of it. */
  readonly reports: { readonly [N in SectionName]?: SectionReport };
  /** TAG and the other administrative values the agent carries. */
  readonly account: Readonly<Record<string, string>>;
  /** Sections the catalogue does not know. */
  readonly extras: readonly RawElement[];
  /** Undefined for an inventory that stands for itself. */
  readonly delta?: DeltaClaim;
}
