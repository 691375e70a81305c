import { compareTexts } from '../model/order.ts';
import { DAY } from '../model/time.ts';
import type { FleetRow, StoreReader } from '../store/store.ts';
import { type DayEntry, rowBefore } from './index/day-entries.ts';
import type { FleetIndex } from './index/fleet-index.ts';

/**
 * The fleet list as it was. It goes from the list it gave last, or from now, whichever is nearer, so that moving by a
 * day reads a day. Times in milliseconds since 1970.
 */
export class TimeCursor {
  readonly #reader: StoreReader;
  readonly #index: FleetIndex;
  #place: Place | undefined;
  #ordered: (Now & { readonly fleet: readonly FleetRow[] }) | undefined;

  constructor(reader: StoreReader, index: FleetIndex) {
    this.#reader = reader;
    this.#index = index;
  }

  /** In the order of their names of now. Machines that were not known then are left out. */
  async rowsAt(time: number): Promise<readonly FleetRow[]> {
    const { rows: now, newest } = this.#byName(await this.#reader.fleet());
    const place = this.#placeNear(time, now, newest);
    const rows = time < place.time ? await this.#before(place, time) : await this.#after(place, time);
    this.#place = { now, time, rows };
    const listed: FleetRow[] = [];
    for (const { id } of now) {
      const row = rows.get(id);
      if (row) listed.push(row);
    }
    return listed;
  }

  /** What is in order already is put in order at once, each time. */
  #byName(fleet: readonly FleetRow[]): Now {
    if (this.#ordered?.fleet !== fleet) {
      const rows = fleet.toSorted((a, b) => compareTexts(a.name, b.name));
      const newest = rows.reduce((latest, { changedAt }) => (changedAt > latest ? changedAt : latest), EPOCH);
      this.#ordered = { fleet, rows, newest: Date.parse(newest) };
    }
    return this.#ordered;
  }

  #placeNear(time: number, now: readonly FleetRow[], newest: number): Place {
    const known = this.#place;
    if (known?.now === now && Math.abs(known.time - time) <= newest - time) return known;
    return { now, time: Math.max(newest, time), rows: new Map(now.map((row) => [row.id, row])) };
  }

  /** Each machine that changed since then tells in the first of its snapshots since what it was. */
  async #before({ rows, time: end }: Place, time: number): Promise<Rows> {
    const found = new Map(rows);
    const sought = new Set<string>();
    const iso = new Date(time).toISOString();
    for (const [id, row] of rows) if (row.changedAt > iso) sought.add(id);
    for (let from = time + 1; from <= end && sought.size > 0; from += AT_ONCE) {
      const entries = await this.#index.entries(from, Math.min(end, from + AT_ONCE - 1));
      for (const entry of entries.toSorted(byTime).filter(({ row }) => sought.delete(row.id))) {
        const before = rowBefore(entry);
        if (before) found.set(before.id, before);
        else found.delete(entry.row.id);
      }
    }
    return found;
  }

  async #after({ rows, time: since, now }: Place, time: number): Promise<Rows> {
    if (time === since) return rows;
    const found = new Map(rows);
    const held = new Map(now.map((row) => [row.id, row]));
    for (const { row } of (await this.#index.entries(since + 1, time)).toSorted(byTime)) {
      const current = held.get(row.id);
      if (current) found.set(row.id, current.changedAt === row.changedAt ? current : row);
    }
    return found;
  }
}

type Rows = ReadonlyMap<string, FleetRow>;

/** The fleet as it is, in the order of the names, and when it last changed. */
interface Now {
  readonly rows: readonly FleetRow[];
  readonly newest: number;
}

interface Place {
  /** The fleet it was worked out for. */
  readonly now: readonly FleetRow[];
  readonly time: number;
  /** By id. */
  readonly rows: Rows;
}

const EPOCH = new Date(0).toISOString();

function byTime({ row: a }: DayEntry, { row: b }: DayEntry): number {
  return compareTexts(a.changedAt, b.changedAt) || a.snapshots - b.snapshots;
}

/** Most machines change within days, and then no more has to be read. */
const AT_ONCE = 2 * DAY;
