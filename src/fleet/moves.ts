import { serialOf } from '../delta/identity.ts';
import type { RowChange } from '../delta/types.ts';
import type { SectionName } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import { DAY } from '../model/time.ts';
import type { Change } from './fleet.ts';

/** A part is carried from one machine to another within this time, in milliseconds, whichever reports first. */
export const MOVE_WITHIN = 31 * DAY;

/**
 * Makes one event of a part that left one machine and came to another: the change of the machine that has it now is
 * `moved`, and the change that told of nothing but its leaving is gone. Keeps the order.
 */
export function joinMoves(changes: readonly Change[]): readonly Change[] {
  const departures = departuresBySerial(changes);
  const joined = new Map<Change, Change>();
  const told = new Set<Change>();
  for (const change of changes) {
    const serial = arrived(change);
    const origin = serial && nearest(change, departures.get(keyOf(change, serial)) ?? [], told);
    if (!origin) continue;
    told.add(origin);
    joined.set(change, movedFrom(origin, change));
  }
  return changes.filter((change) => !told.has(change) || !isOnlyDeparture(change)).map((one) => joined.get(one) ?? one);
}

/** The serial number that a row has now and had not before. */
export function arrivedSerial(section: SectionName, { before, after }: RowChange): string | undefined {
  const serial = serialIn(section, after);
  return serial === serialIn(section, before) ? undefined : serial;
}

/** The serial number that a row had and has no more. */
export function departedSerial(section: SectionName, { before, after }: RowChange): string | undefined {
  const serial = serialIn(section, before);
  return serial === serialIn(section, after) ? undefined : serial;
}

/** True for a change that may be one half of a move. */
export function mayBeMove(change: Change): boolean {
  return (arrived(change) ?? departed(change)) !== undefined;
}

function departuresBySerial(changes: readonly Change[]): ReadonlyMap<string, readonly Change[]> {
  const departures = new Map<string, Change[]>();
  for (const change of changes) {
    const serial = departed(change);
    if (serial === undefined) continue;
    const key = keyOf(change, serial);
    departures.set(key, [...(departures.get(key) ?? []), change]);
  }
  return departures;
}

function keyOf({ section }: Change, serial: string): string {
  return `${section} ${serial}`;
}

function arrived(change: Change): string | undefined {
  return arrivedSerial(change.section, change);
}

function departed(change: Change): string | undefined {
  return departedSerial(change.section, change);
}

function serialIn(section: SectionName, row: AnyRow | undefined): string | undefined {
  return row && serialOf(section, row);
}

function nearest(change: Change, departures: readonly Change[], told: ReadonlySet<Change>): Change | undefined {
  const distance = (other: Change) => Math.abs(Date.parse(other.at) - Date.parse(change.at));
  const others = departures.filter((other) => other.machine.id !== change.machine.id && !told.has(other));
  const within = others.filter((other) => distance(other) <= MOVE_WITHIN);
  return within.sort((a, b) => distance(a) - distance(b))[0];
}

function movedFrom(origin: Change, change: Change): Change {
  const before = change.before ?? origin.before;
  return {
    ...change,
    kind: 'moved',
    ...(before && { before }),
    from: { seq: origin.from.seq, machine: origin.machine },
  };
}

/** It tells nothing but that the part is gone: nothing came in its place. */
function isOnlyDeparture(change: Change): boolean {
  return arrived(change) === undefined;
}
