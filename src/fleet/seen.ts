import type { FleetRow } from '../store/store.ts';

/**
 * When a machine was last seen, as was known at a time in milliseconds since 1970: who was seen later was seen then, as
 * far as can be known. ISO 8601.
 */
export function lastSeenBy({ lastSeen }: Pick<FleetRow, 'lastSeen'>, time: number): string {
  return Date.parse(lastSeen) > time ? new Date(time).toISOString() : lastSeen;
}
