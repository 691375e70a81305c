import type { Change } from '../fleet.ts';

/** What is asked of the past of the whole fleet; see `files.ts` for how it is kept. Times in milliseconds since 1970. */
export interface FleetIndex {
  /** Changes of inventories made from one time to another, both included; in no order. */
  changes(since: number, until: number): Promise<readonly Change[]>;
}
