import type { StoreReader } from '../../store/store.ts';
import type { Change } from '../fleet.ts';
import type { FleetIndex } from './fleet-index.ts';
import { type Past, pastOf } from './past.ts';

/** The answers of an index, worked out from the histories: right without any index, and slow in a large fleet. */
export function derivedIndex(reader: StoreReader): FleetIndex {
  return new DerivedIndex(reader);
}

class DerivedIndex implements FleetIndex {
  readonly #reader: StoreReader;
  /** By machine; histories only grow. */
  readonly #pasts = new Map<string, readonly Past[]>();

  constructor(reader: StoreReader) {
    this.#reader = reader;
  }

  async changes(since: number, until: number): Promise<readonly Change[]> {
    const pasts = await this.#all();
    return pasts.flatMap(({ changes }) => changes).filter(({ at }) => isWithin(Date.parse(at), since, until));
  }

  async #all(): Promise<readonly Past[]> {
    const rows = await this.#reader.fleet();
    for (const { id, snapshots } of rows) {
      const known = this.#pasts.get(id) ?? [];
      const last = Math.max(0, ...known.map(({ row }) => row.snapshots));
      if (last < snapshots) this.#pasts.set(id, await this.#grown(id, known, last));
    }
    return rows.flatMap(({ id }) => this.#pasts.get(id) ?? []);
  }

  /** What arrived late changes what followed it, too. */
  async #grown(id: string, known: readonly Past[], last: number): Promise<readonly Past[]> {
    const fresh = await pastOf(this.#reader, id, last);
    const isLate = fresh.some(({ row }) => row.snapshots <= last);
    return isLate ? pastOf(this.#reader, id) : [...known, ...fresh];
  }
}

function isWithin(time: number, since: number, until: number): boolean {
  return since <= time && time <= until;
}
