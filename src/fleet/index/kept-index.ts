import { join } from 'node:path';
import { layoutOf } from '../../store/layout.ts';
import { stampOf } from '../../store/stamp.ts';
import type { FleetRow, StoreReader } from '../../store/store.ts';
import type { Change } from '../fleet.ts';
import { readLog } from './change-log.ts';
import type { DayEntry } from './day-entries.ts';
import { dayOf, knownDays, readDay } from './day-files.ts';
import { changesAmong, derivedIndex, entriesAmong } from './derived.ts';
import type { ChangeKind, FleetIndex } from './fleet-index.ts';
import { type Marks, marksPath, readMarks } from './marks.ts';
import { PackageBuilder } from './package-builder.ts';
import { type PackageIndex, packageIndex } from './packages.ts';
import { type Past, PastReader } from './past.ts';
import { readValues } from './values-file.ts';

/** The index that stands in a store; what it does not know yet, and all where there is none, comes from the histories. */
export function openIndex(dir: string, reader: StoreReader): FleetIndex {
  return new KeptIndex(layoutOf(dir).index, reader);
}

/** What the index files said at one moment, and what they lag behind. */
interface Known {
  readonly rows: readonly FleetRow[];
  readonly stamp: string | undefined;
  readonly marks: Marks | undefined;
  readonly newer: readonly Past[];
}

class KeptIndex implements FleetIndex {
  readonly #folder: string;
  readonly #reader: StoreReader;
  readonly #derived: FleetIndex;
  #known: Known | undefined;
  #packages: { readonly rows: readonly FleetRow[]; readonly index: PackageIndex } | undefined;

  constructor(folder: string, reader: StoreReader) {
    this.#folder = folder;
    this.#reader = reader;
    this.#derived = derivedIndex(reader);
  }

  async changes(since: number, until: number, only?: ChangeKind): Promise<readonly Change[]> {
    const changes: Change[] = [];
    await this.eachChange(since, until, (change) => changes.push(change), only);
    return changes;
  }

  async eachChange(since: number, until: number, take: (change: Change) => void, only?: ChangeKind): Promise<void> {
    const { marks, newer } = await this.#current();
    if (!marks) return this.#derived.eachChange(since, until, take);
    const isCurrent = currentIn(marks, newer);
    for await (const change of readLog(join(this.#folder, 'changes'), marks.sizes, { since, until, only })) {
      if (isCurrent(change.machine.id)) take(change);
    }
    for (const change of changesAmong(newer, since, until)) take(change);
  }

  async entries(since: number, until: number): Promise<readonly DayEntry[]> {
    const { marks, newer } = await this.#current();
    if (!marks) return this.#derived.entries(since, until);
    const folder = join(this.#folder, 'days');
    const entries: DayEntry[] = [];
    for (const day of (await knownDays(folder)).filter((one) => isTouched(one, since, until))) {
      entries.push(...(await readDay(folder, day)));
    }
    const isCurrent = currentIn(marks, newer);
    const kept = entries.filter(({ row }) => isCurrent(row.id) && (marks.machines[row.id] ?? 0) >= row.snapshots);
    return [...kept.filter(({ row }) => isWithin(row.changedAt, since, until)), ...entriesAmong(newer, since, until)];
  }

  async packages(): Promise<PackageIndex> {
    const rows = await this.#reader.fleet();
    if (this.#packages?.rows !== rows) this.#packages = { rows, index: await this.#readPackages(rows) };
    return this.#packages.index;
  }

  async isKept(): Promise<boolean> {
    return (await this.#current()).marks !== undefined;
  }

  async #current(): Promise<Known> {
    const [rows, stamp] = [await this.#reader.fleet(), await stampOf(marksPath(this.#folder))];
    if (this.#known?.rows === rows && this.#known.stamp === stamp) return this.#known;
    const marks = await readMarks(this.#folder);
    const newer = marks ? await this.#newer(rows, ({ id }) => marks.machines[id] ?? 0) : new Map<string, never>();
    this.#known = { rows, stamp, marks, newer: [...newer.values()].flat() };
    return this.#known;
  }

  async #readPackages(rows: readonly FleetRow[]): Promise<PackageIndex> {
    const values = await readValues(this.#folder);
    if (!values) return this.#derived.packages();
    const seqs = new Map(values.machines.map(({ id, seq }) => [id, seq]));
    const newer = await this.#newer(rows, ({ id }) => seqs.get(id) ?? 0);
    if (newer.size === 0) return packageIndex(values);
    const builder = new PackageBuilder();
    builder.seed(values, newer);
    return packageIndex(builder.values());
  }

  /** By id, the snapshots of machines after those that are known. */
  async #newer(rows: readonly FleetRow[], knownSeq: (row: FleetRow) => number): Promise<Map<string, readonly Past[]>> {
    const reader = new PastReader(this.#reader);
    const newer = new Map<string, readonly Past[]>();
    for (const row of rows) {
      const known = knownSeq(row);
      if (row.snapshots > known) newer.set(row.id, await reader.of(row.id, known));
    }
    return newer;
  }
}

/** Of a machine to which something arrived late, the whole history is told anew. */
function currentIn({ machines }: Marks, newer: readonly Past[]): (id: string) => boolean {
  const late = newer.filter(({ row }) => row.snapshots <= (machines[row.id] ?? 0));
  const ids = new Set(late.map(({ row }) => row.id));
  return (id) => !ids.has(id);
}

function isTouched(day: string, since: number, until: number): boolean {
  return dayOf(isoOf(since)) <= day && day <= dayOf(isoOf(until));
}

function isoOf(time: number): string {
  return new Date(Math.min(Math.max(time, 0), Date.UTC(9999, 0))).toISOString();
}

function isWithin(iso: string, since: number, until: number): boolean {
  const time = Date.parse(iso);
  return since <= time && time <= until;
}
