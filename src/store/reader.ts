import type { SectionName } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import { isDamage } from '../model/errors.ts';
import { type History, identitiesIn, readHistory, snapshotHeads } from './history.ts';
import { currentEntries, type Entries } from './index.ts';
import { fileKey, historyPath, type Layout } from './layout.ts';
import { readMachine } from './machines.ts';
import { mendedRecord, storedRows } from './mend.ts';
import { readSettings } from './settings.ts';
import { settledStamp, stampOf } from './stamp.ts';
import type { Baseline, FleetRow, MachineIdentity, MachineRecord, SnapshotHead, StoreReader } from './store.ts';
import { watchStore } from './watch.ts';

/** Reads a store on disk, whoever writes it. Nothing is created, moved or mended. */
export class FileReader implements StoreReader {
  protected readonly layout: Layout;
  #fleet: { readonly stamp: string; readonly rows: readonly FleetRow[] } | undefined;
  #history: { readonly path: string; readonly stamp: string; readonly history: History } | undefined;

  constructor(layout: Layout) {
    this.layout = layout;
  }

  async fleet(): Promise<readonly FleetRow[]> {
    if (this.#fleet && this.#fleet.stamp === (await stampOf(this.layout.machines))) return this.#fleet.rows;
    const stamp = await settledStamp(this.layout.machines);
    const rows = fleetRows(await currentEntries(this.layout));
    this.#fleet = stamp ? { stamp, rows } : undefined;
    return rows;
  }

  async machine(id: string): Promise<MachineRecord | undefined> {
    const key = fileKey(id);
    try {
      return await readMachine(this.layout, key);
    } catch (error) {
      if (!isDamage(error)) throw error;
      return mendedRecord(undefined, (await this.#historyOf(id)).lines);
    }
  }

  async resolve(idOrAlias: string): Promise<string | undefined> {
    const rows = await this.fleet();
    const known = rows.find(({ id }) => id === idOrAlias) ?? rows.find(({ aliases }) => aliases.includes(idOrAlias));
    return known?.id;
  }

  async timeline(id: string): Promise<readonly SnapshotHead[]> {
    return snapshotHeads((await this.#historyOf(id)).lines);
  }

  async identities(id: string): Promise<readonly MachineIdentity[]> {
    return identitiesIn((await this.#historyOf(id)).lines);
  }

  async rows(id: string, seq: number, section: SectionName): Promise<readonly AnyRow[] | undefined> {
    return storedRows(this.layout, (await this.#historyOf(id)).lines, seq, section);
  }

  async baselines(): Promise<readonly Baseline[]> {
    return (await readSettings(this.layout)).baselines;
  }

  watch(changed: () => void): () => void {
    return watchStore(this.layout, changed);
  }

  /** The history last asked for is kept: a page asks for many sections of one machine. */
  async #historyOf(id: string): Promise<History> {
    const path = historyPath(this.layout, fileKey(id));
    const stamp = await stampOf(path);
    if (stamp && this.#history?.path === path && this.#history.stamp === stamp) return this.#history.history;
    const history = await readHistory(path);
    this.#history = stamp ? { path, stamp, history } : undefined;
    return history;
  }
}

export function fleetRows(entries: Entries): readonly FleetRow[] {
  return [...entries.values()].map(({ row }) => row);
}
