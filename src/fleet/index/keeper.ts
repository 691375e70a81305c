import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Derived } from '../../store/derived.ts';
import { layoutOf } from '../../store/layout.ts';
import type { FleetRow, StoreReader } from '../../store/store.ts';
import { addToLog } from './change-log.ts';
import { dayEntryOf } from './day-entries.ts';
import { addToDays } from './day-files.ts';
import { dropMarks, type Marks, readMarks, writeMarks } from './marks.ts';
import { PackageBuilder } from './package-builder.ts';
import { type Past, PastReader } from './past.ts';
import { removeIndex } from './remove.ts';
import { readValues, valuesPath, writeValues } from './values-file.ts';

/** Keeps the index of a store up to date while it is written. */
export function indexKeeper(dir: string): Derived {
  return new IndexKeeper(dir);
}

/** Machines brought up to date in one go, so that nobody waits long. */
const AT_ONCE = 500;

/** `values.bin` is written whole, so it waits until so many machines moved, or for the end in a small fleet. */
const MOVED_AT_LEAST = 200;
const SMALL_FLEET = 2000;

class IndexKeeper implements Derived {
  readonly #dir: string;
  readonly #folder: string;
  #marks: Pick<Marks, 'sizes' | 'machines'> | undefined;
  #packages: ReadonlyMap<string, number> | undefined;

  constructor(dir: string) {
    this.#dir = dir;
    this.#folder = layoutOf(dir).index;
  }

  async update(store: StoreReader, final: boolean): Promise<boolean> {
    const rows = await store.fleet();
    const marks = await this.#soundMarks(rows);
    const behind = rows.filter(({ id, snapshots }) => snapshots > (marks.machines[id] ?? 0));
    // A large fleet that has no index is not indexed on the way out of a short visit.
    if (behind.length > AT_ONCE && behind.length === rows.length) return final || this.#begin(store, rows);
    if (behind.length > 0) await this.#follow(store, marks, behind.slice(0, AT_ONCE));
    const isWhole = behind.length <= AT_ONCE;
    if (isWhole) await this.#updatePackages(store, rows, final);
    return isWhole;
  }

  async #begin(store: StoreReader, rows: readonly FleetRow[]): Promise<boolean> {
    const { buildIndex } = await import('./build.ts');
    await buildIndex(this.#dir, store, rows);
    this.#marks = undefined;
    this.#packages = undefined;
    return false;
  }

  async #follow(
    store: StoreReader,
    marks: Pick<Marks, 'sizes' | 'machines'>,
    rows: readonly FleetRow[],
  ): Promise<void> {
    const pasts = await pastsOf(store, rows, marks.machines);
    const all = [...pasts.values()].flat();
    const isKnown = ({ row }: Past) => row.snapshots <= (marks.machines[row.id] ?? 0);
    const addition = { pasts: all, isKnown, rewriting: () => dropMarks(this.#folder) };
    const sizes = await addToLog(join(this.#folder, 'changes'), marks.sizes, addition);
    await addToDays(join(this.#folder, 'days'), all.map(dayEntryOf));
    const told = Object.fromEntries(rows.map(({ id, snapshots }) => [id, snapshots]));
    this.#marks = { sizes, machines: { ...marks.machines, ...told } };
    await writeMarks(this.#folder, this.#marks);
    if (all.some(isKnown)) await this.#dropPackages();
  }

  /** When packages were seen cannot be told less than before: what arrived late makes it be told anew. */
  async #dropPackages(): Promise<void> {
    await rm(valuesPath(this.#folder), { force: true });
    this.#packages = undefined;
  }

  /** An index that tells of machines or snapshots that the store does not have is begun anew. */
  async #soundMarks(rows: readonly FleetRow[]): Promise<Pick<Marks, 'sizes' | 'machines'>> {
    this.#marks ??= await readMarks(this.#folder);
    const held = new Map(rows.map(({ id, snapshots }) => [id, snapshots]));
    const known = this.#marks;
    if (known && Object.entries(known.machines).every(([id, seq]) => seq <= (held.get(id) ?? -1))) return known;
    await removeIndex(this.#folder);
    this.#packages = undefined;
    this.#marks = { sizes: {}, machines: {} };
    return this.#marks;
  }

  async #updatePackages(store: StoreReader, rows: readonly FleetRow[], final: boolean): Promise<void> {
    this.#packages ??= seqsOf(await readValues(this.#folder));
    const known = this.#packages;
    const behind = rows.filter(({ id, snapshots }) => snapshots > (known.get(id) ?? 0));
    const isDue = behind.length >= MOVED_AT_LEAST || (final && rows.length <= SMALL_FLEET);
    if (behind.length === 0 || !isDue) return;
    const builder = new PackageBuilder();
    const pasts = await pastsOf(store, behind, Object.fromEntries(known));
    builder.seed((await readValues(this.#folder)) ?? { machines: [], names: [] }, pasts);
    const values = builder.values();
    await writeValues(this.#folder, values);
    this.#packages = seqsOf(values);
  }
}

function seqsOf(values: { readonly machines: readonly { readonly id: string; readonly seq: number }[] } | undefined) {
  return new Map(values?.machines.map(({ id, seq }) => [id, seq]));
}

async function pastsOf(
  store: StoreReader,
  rows: readonly FleetRow[],
  known: Readonly<Record<string, number>>,
): Promise<ReadonlyMap<string, readonly Past[]>> {
  const reader = new PastReader(store);
  const pasts = new Map<string, readonly Past[]>();
  for (const { id } of rows) pasts.set(id, await reader.of(id, known[id] ?? 0));
  return pasts;
}
