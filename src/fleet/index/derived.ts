import type { StoreReader } from '../../store/store.ts';
import type { Change } from '../fleet.ts';
import { type DayEntry, dayEntryOf } from './day-entries.ts';
import type { FleetIndex } from './fleet-index.ts';
import { PackageBuilder } from './package-builder.ts';
import { type PackageIndex, packageIndex } from './packages.ts';
import { type Past, PastReader } from './past.ts';

/** The answers of an index, worked out from the histories: right without any index, and slow in a large fleet. */
export function derivedIndex(reader: StoreReader): FleetIndex {
  const histories = new Histories(reader);
  return {
    changes: async (since, until) => changesAmong(await histories.all(), since, until),
    eachChange: async (since, until, take) => changesAmong(await histories.all(), since, until).forEach(take),
    entries: async (since, until) => entriesAmong(await histories.all(), since, until),
    packages: async () => packagesOf(await histories.byMachine()),
    isKept: async () => false,
  };
}

export function changesAmong(pasts: readonly Past[], since: number, until: number): readonly Change[] {
  return pasts.flatMap(({ changes }) => changes).filter(({ at }) => isWithin(at, since, until));
}

export function entriesAmong(pasts: readonly Past[], since: number, until: number): readonly DayEntry[] {
  return pasts.filter(({ row }) => isWithin(row.changedAt, since, until)).map(dayEntryOf);
}

/** The snapshots of all machines, each read once. */
class Histories {
  readonly #reader: StoreReader;
  readonly #reads: PastReader;
  readonly #pasts = new Map<string, readonly Past[]>();

  constructor(reader: StoreReader) {
    this.#reader = reader;
    this.#reads = new PastReader(reader);
  }

  async all(): Promise<readonly Past[]> {
    return [...(await this.byMachine()).values()].flat();
  }

  async byMachine(): Promise<ReadonlyMap<string, readonly Past[]>> {
    const rows = await this.#reader.fleet();
    for (const { id, snapshots } of rows) {
      const known = this.#pasts.get(id) ?? [];
      const last = Math.max(0, ...known.map(({ row }) => row.snapshots));
      if (last < snapshots) this.#pasts.set(id, grown(known, await this.#reads.of(id, last), last));
    }
    return this.#pasts;
  }
}

/** Where something arrived late, all of the history is told anew. */
function grown(known: readonly Past[], fresh: readonly Past[], last: number): readonly Past[] {
  return fresh.some(({ row }) => row.snapshots <= last) ? fresh : [...known, ...fresh];
}

function packagesOf(pasts: ReadonlyMap<string, readonly Past[]>): PackageIndex {
  const builder = new PackageBuilder();
  for (const [id, history] of pasts) builder.add(id, history);
  return packageIndex(builder.values());
}

function isWithin(iso: string, since: number, until: number): boolean {
  const time = Date.parse(iso);
  return since <= time && time <= until;
}
