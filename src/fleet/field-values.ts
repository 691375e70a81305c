import { describe, type SectionName } from '../model/catalogue.ts';
import { type AnyRow, fieldValue, type Value } from '../model/descriptor.ts';
import { compareTexts } from '../model/order.ts';
import type { FleetRow, SnapshotHead, StoreReader } from '../store/store.ts';
import { RowCache } from './index/row-cache.ts';

/** A value that a field of any section has somewhere. */
export interface FieldValue {
  readonly value: Value;
  /** Ids of the machines that have it, in any row. */
  readonly machines: readonly string[];
  /** When it was first and last seen on any machine, ISO 8601. */
  readonly first: string;
  readonly last: string;
}

/** The field of a section. */
export interface FieldName {
  readonly section: SectionName;
  readonly field: string;
}

/**
 * The values of a field when the fleet list was `rows`, the most common first, and those that were there before. What
 * changes at every run is known of the newest run only.
 */
export async function fieldValues(
  reader: StoreReader,
  rows: readonly FleetRow[],
  { section, field }: FieldName,
): Promise<readonly FieldValue[]> {
  const sightings = new Sightings(field);
  const cache = new RowCache();
  const { volatile, fields } = describe(section);
  for (const row of rows) {
    if (volatile || fields[field]?.volatile) {
      const told = (await reader.machine(row.id))?.volatile[section] ?? [];
      sightings.see(told, { first: row.lastSeen, last: row.lastSeen, holder: row.id });
      continue;
    }
    const heads = await reader.timeline(row.id);
    const own = heads.findLast(({ at }) => at === row.changedAt);
    for (const [index, head] of heads.entries()) {
      const told = head.sections[section] ? await cache.rows(reader, row.id, head, section) : undefined;
      const last = lastSeenIn(head, heads[index + 1], row);
      sightings.see(told ?? [], { first: head.at, last, ...(head === own && { holder: row.id }) });
    }
  }
  return sightings.values();
}

/** The newest state is seen as long as the machine is. */
function lastSeenIn({ at }: SnapshotHead, next: SnapshotHead | undefined, { lastSeen }: FleetRow): string {
  const seen = next ? (next.previousSeen ?? at) : lastSeen;
  return Date.parse(seen) < Date.parse(at) ? at : seen;
}

/** More machines take too long to be read one by one. */
export const MAX_READ = 1000;

interface Sighting {
  readonly first: string;
  readonly last: string;
  /** The machine that has it now. */
  readonly holder?: string;
}

class Sightings {
  readonly #field: string;
  readonly #seen = new Map<
    string,
    { readonly value: Value; first: string; last: string; readonly machines: string[] }
  >();
  /** Machines of one room often have the very same rows. */
  readonly #valuesOf = new WeakMap<readonly AnyRow[], ReadonlyMap<string, Value>>();

  constructor(field: string) {
    this.#field = field;
  }

  see(rows: readonly AnyRow[], { first, last, holder }: Sighting): void {
    for (const [key, value] of this.#valuesIn(rows)) {
      const known = this.#seen.get(key) ?? { value, first, last, machines: [] };
      if (Date.parse(first) < Date.parse(known.first)) known.first = first;
      if (Date.parse(last) > Date.parse(known.last)) known.last = last;
      if (holder !== undefined) known.machines.push(holder);
      this.#seen.set(key, known);
    }
  }

  values(): readonly FieldValue[] {
    const keyed = [...this.#seen].sort(
      ([a, one], [b, other]) => other.machines.length - one.machines.length || compareTexts(a, b),
    );
    return keyed.map(([, seen]) => seen);
  }

  /** Each value once, however many rows have it. */
  #valuesIn(rows: readonly AnyRow[]): ReadonlyMap<string, Value> {
    const known = this.#valuesOf.get(rows);
    if (known) return known;
    const values = new Map<string, Value>();
    for (const row of rows) {
      const value = fieldValue(row, this.#field);
      if (value !== undefined) values.set(JSON.stringify(value), value);
    }
    this.#valuesOf.set(rows, values);
    return values;
  }
}
