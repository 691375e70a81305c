import type { Log } from '../model/log.ts';
import type { Place } from './fleet.ts';

/** What became of an inventory of this machine. */
export interface Collected {
  /** The snapshot of the machine as it is now. */
  readonly place: Place;
  /** False where nothing changed, so that the snapshot was there before. */
  readonly isNew: boolean;
}

/** Inventories this machine, telling the log all; fails where it cannot be sent, and when it is stopped. */
export type CollectNow = (log: Log, stop: AbortSignal) => Promise<Collected>;
