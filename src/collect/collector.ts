/** This folder knows how to read a machine: what is where, and what it means. */
import type { SectionName, SectionRow } from '../model/catalogue.ts';
import type { Host } from '../model/host.ts';

/** One source of rows for one section. Pure given a host; it never reads what another collector found. */
export interface Collector<N extends SectionName> {
  /** Platform and subject, such as `linux/bios`. */
  readonly name: string;
  readonly section: N;
  readonly platforms: readonly NodeJS.Platform[];
  /** It runs only where its section is asked for by name: what it reads is nobody else's business. */
  readonly onRequest?: true;
  /** Undefined where this source does not exist on the machine; no rows where it exists and says there are none. */
  collect(host: Host): Promise<Collected<N> | undefined>;
}

export interface Collected<N extends SectionName> {
  readonly rows: readonly SectionRow<N>[];
  /** Why a part of it could not be read: a `Reason`, such as `needs-root`, with a detail after a colon. */
  readonly missing?: string;
}

export type AnyCollector = { [N in SectionName]: Collector<N> }[SectionName];

/** What became of one collector in one run. */
export interface CollectorReport {
  readonly name: string;
  readonly section: SectionName;
  readonly milliseconds: number;
  readonly outcome: 'reported' | 'nothing' | 'failed' | 'timed out' | 'skipped';
  readonly items: number;
  readonly reason?: string;
}
