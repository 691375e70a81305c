import { compareTexts } from '../model/order.ts';
import type { FleetRow } from '../store/store.ts';

/** Columns of the fleet list whose values can be counted. */
export const countedColumns = [
  'os',
  'kind',
  'model',
  'cpu',
  'memoryMiB',
  'diskMB',
  'softwareCount',
  'tag',
  'agent',
  'name',
  'ip',
  'mac',
  'serial',
] as const satisfies readonly (keyof FleetRow)[];
export type ColumnName = (typeof countedColumns)[number];

/** A value of a column, and which machines have it now. */
export interface ColumnValue {
  readonly value: string | number;
  /** Ids. */
  readonly machines: readonly string[];
  /** When it was first and last seen on any machine, ISO 8601. */
  readonly first: string;
  readonly last: string;
}

/** How often each value stands in a column, the most frequent first; rows without one are left out. */
export function countValues(
  rows: readonly FleetRow[],
  column: ColumnName,
): ReadonlyMap<string | number, readonly string[]> {
  const machines = new Map<string | number, string[]>();
  for (const row of rows) {
    const value = row[column];
    if (value === undefined) continue;
    const ids = machines.get(value);
    if (ids) ids.push(row.id);
    else machines.set(value, [row.id]);
  }
  return new Map(
    [...machines].sort(([a, these], [b, those]) => those.length - these.length || compareTexts(`${a}`, `${b}`)),
  );
}

/** The values of a column in the rows of now and of before, with the times of their sightings. */
export function valuesOf(
  now: readonly FleetRow[],
  past: readonly FleetRow[],
  column: ColumnName,
): readonly ColumnValue[] {
  const machines = countValues(now, column);
  const seen = new Map<string | number, { first: string; last: string }>();
  for (const row of [...past, ...now]) {
    const value = row[column];
    if (value !== undefined) seen.set(value, widened(seen.get(value), row));
  }
  const gone = [...seen.keys()].filter((value) => !machines.has(value));
  return [...machines.keys(), ...gone].map((value) => ({
    value,
    machines: machines.get(value) ?? [],
    ...(seen.get(value) ?? { first: '', last: '' }),
  }));
}

/** A row holds from the snapshot that opened it until the machine was last seen so. */
function widened(known: { first: string; last: string } | undefined, { changedAt, lastSeen }: FleetRow) {
  return {
    first: known && known.first < changedAt ? known.first : changedAt,
    last: known && known.last > lastSeen ? known.last : lastSeen,
  };
}
