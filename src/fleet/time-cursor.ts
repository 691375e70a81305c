import { compareTexts } from '../model/order.ts';
import type { FleetRow, StoreReader } from '../store/store.ts';
import { rowBefore } from './index/day-entries.ts';
import type { FleetIndex } from './index/fleet-index.ts';

/**
 * The fleet list as it was. Reads the past from now on backwards, each day once, so that moving by a day costs a day.
 * Times in milliseconds since 1970.
 */
export class TimeCursor {
  readonly #reader: StoreReader;
  readonly #index: FleetIndex;
  #known: Known | undefined;

  constructor(reader: StoreReader, index: FleetIndex) {
    this.#reader = reader;
    this.#index = index;
  }

  /** In the order of their names. Machines that were not known then are left out. */
  async rowsAt(time: number): Promise<readonly FleetRow[]> {
    const known = await this.#knownSince(time);
    return [...known.states.values()].flatMap((states) => {
      const row = states.find(({ changedAt }) => Date.parse(changedAt) <= time);
      return row ?? [];
    });
  }

  async #knownSince(time: number): Promise<Known> {
    const rows = await this.#reader.fleet();
    if (this.#known?.rows !== rows) {
      this.#known = {
        rows,
        since: Number.POSITIVE_INFINITY,
        states: new Map(byName(rows).map((row) => [row.id, [row]])),
      };
    }
    const known = this.#known;
    if (time >= known.since) return known;
    const entries = await this.#index.entries(time + 1, known.since);
    for (const entry of entries) {
      const before = rowBefore(entry);
      if (before) insert(known.states.get(before.id) ?? [], before);
    }
    known.since = Math.min(known.since, time);
    return known;
  }
}

interface Known {
  readonly rows: readonly FleetRow[];
  /** From here on nothing is missing. */
  since: number;
  /** By machine, newest first. */
  readonly states: ReadonlyMap<string, FleetRow[]>;
}

/** The newest state stays the first. */
function insert(states: FleetRow[], row: FleetRow): void {
  const [, ...former] = states;
  if (former.some(({ snapshots }) => snapshots === row.snapshots)) return;
  states.push(row);
  states.sort((a, b) => Date.parse(b.changedAt) - Date.parse(a.changedAt));
}

function byName(rows: readonly FleetRow[]): readonly FleetRow[] {
  return [...rows].sort((a, b) => compareTexts(a.name, b.name) || compareTexts(a.id, b.id));
}
