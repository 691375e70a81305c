import type { FleetRow } from '../../store/store.ts';
import type { Past } from './past.ts';

/** A snapshot as the time cursor needs it: the row of the fleet list after it, and how to get the row before. */
export interface DayEntry {
  /** When the server received it: the order of entries that were made at the same time. */
  readonly receivedAt: string;
  readonly row: FleetRow;
  /** The members that were others before; undefined where the machine was not known. */
  readonly was?: Partial<FleetRow>;
  /** The members that the row before did not have. */
  readonly gained?: readonly string[];
}

export function dayEntryOf({ row, was, receivedAt, previousSeen }: Past): DayEntry {
  if (!was) return { receivedAt, row };
  const before: Readonly<Record<string, unknown>> = { ...was, ...(previousSeen && { lastSeen: previousSeen }) };
  const now: Readonly<Record<string, unknown>> = { ...row };
  const changed = Object.keys(before).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key]));
  const gained = Object.keys(now).filter((key) => before[key] === undefined);
  return {
    receivedAt,
    row,
    was: Object.fromEntries(changed.map((key) => [key, before[key]])),
    ...(gained.length > 0 && { gained }),
  };
}

/** The row before a snapshot; undefined where the machine was not known. */
export function rowBefore({ row, was, gained = [] }: DayEntry): FleetRow | undefined {
  if (!was) return undefined;
  if (gained.length === 0) return { ...row, ...was };
  const kept = Object.entries({ ...row, ...was }).filter(([key]) => !gained.includes(key));
  // Only what a row may lack is ever gained.
  return Object.fromEntries(kept) as unknown as FleetRow;
}
