import type { Change } from '../fleet.ts';
import type { DayEntry } from './day-entries.ts';
import type { PackageIndex } from './packages.ts';

/** At least the changes of parts with a serial number, or of packages. */
export type ChangeKind = 'parts' | 'packages';

/** What is asked of the past of the whole fleet. Times in milliseconds since 1970, both included; in no order. */
export interface FleetIndex {
  /** Changes of inventories made from one time to another. */
  changes(since: number, until: number, only?: ChangeKind): Promise<readonly Change[]>;
  /** Hands over the same changes one by one: there may be more than fit into memory. */
  eachChange(since: number, until: number, take: (change: Change) => void, only?: ChangeKind): Promise<void>;
  /** Snapshots of inventories made from one time to another, and what the fleet list showed before them. */
  entries(since: number, until: number): Promise<readonly DayEntry[]>;
  /** Which machines have which packages now. */
  packages(): Promise<PackageIndex>;
  /** False where the answers are worked out from the histories, for want of an index. */
  isKept(): Promise<boolean>;
}
