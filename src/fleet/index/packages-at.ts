import { type AnyRow, fieldValue } from '../../model/descriptor.ts';
import type { FleetRow } from '../../store/store.ts';
import type { FleetIndex } from './fleet-index.ts';
import { type Gathered, PackageBuilder } from './package-builder.ts';
import { type PackageIndex, packageIndex } from './packages.ts';
import type { HistoryReader } from './past.ts';
import { RowCache } from './row-cache.ts';

/** Where the past of packages is read. */
export interface PackageSources {
  readonly reader: HistoryReader;
  readonly index: Pick<FleetIndex, 'eachChange'>;
}

/** Which machines had which packages at a time, in milliseconds since 1970, when the fleet list was `rows`. */
export interface PackagesOf {
  readonly at: number;
  readonly rows: readonly FleetRow[];
  readonly packages: PackageIndex;
}

/**
 * Which machines had which packages when the fleet list was `rows`. Of the answers that are `known`, the one that has
 * most in common with it is taken over, and what changed in between is undone or done again. A machine for which that
 * does not come to as many packages as it had is read from its snapshot.
 */
export async function packagesAt(
  sources: PackageSources,
  { at, rows }: Pick<PackagesOf, 'at' | 'rows'>,
  known: readonly PackagesOf[],
): Promise<PackageIndex> {
  const [nearest] = known.map((one) => compared(one, rows)).sort((a, b) => a.moved.length - b.moved.length);
  if (!nearest) return packageIndex({ machines: [], names: [] });
  const { of, same, moved } = nearest;
  const builder = new PackageBuilder();
  const held = new Map<string, Gathered[]>(moved.map(({ id }) => [id, []]));
  builder.keep(of.packages.values, (id) => same.has(id), held);
  const changes = await countChanges(sources.index, of.at, at, { builder, ids: held });
  const cache = new RowCache();
  for (const row of moved) {
    const packages = afterChanges(held.get(row.id) ?? [], changes.get(row.id));
    if (packages && packages.length === row.softwareCount) builder.hold(row.id, row.snapshots, packages);
    else builder.add(row.id, [await snapshotOf(sources.reader, cache, row)]);
  }
  return packageIndex(builder.values());
}

/** Ids of the machines that were in the state that an answer read, and the rows of the others. */
function compared(of: PackagesOf, rows: readonly FleetRow[]) {
  const states = new Map(of.rows.map(({ id, changedAt }) => [id, changedAt]));
  const isSame = ({ id, changedAt }: FleetRow) => states.get(id) === changedAt;
  return {
    of,
    same: new Set(rows.filter(isSame).map(({ id }) => id)),
    moved: rows.filter((row) => !isSame(row)),
  };
}

/** How many rows of each package a machine has more at `to` than at `from`. */
type Counts = Map<Gathered, number>;

async function countChanges(
  index: Pick<FleetIndex, 'eachChange'>,
  from: number,
  to: number,
  { builder, ids }: { readonly builder: PackageBuilder; readonly ids: ReadonlyMap<string, unknown> },
): Promise<ReadonlyMap<string, Counts>> {
  const counts = new Map<string, Counts>();
  if (ids.size === 0) return counts;
  const direction = from < to ? 1 : -1;
  const add = (id: string, row: AnyRow | undefined, count: number) => {
    const name = row && fieldValue(row, 'name');
    if (name === undefined) return;
    const packaged = builder.gathered(String(name), String(fieldValue(row ?? {}, 'version') ?? ''));
    const own = counts.get(id) ?? new Map();
    counts.set(id, own.set(packaged, (own.get(packaged) ?? 0) + count));
  };
  const [since, until] = [Math.min(from, to) + 1, Math.max(from, to)];
  await index.eachChange(
    since,
    until,
    ({ machine: { id }, section, before, after }) => {
      if (section !== 'softwares' || !ids.has(id)) return;
      add(id, before, -direction);
      add(id, after, direction);
    },
    'packages',
  );
  return counts;
}

/** Undefined where the changes do not fit what the machine has: it has a package in several rows. */
function afterChanges(held: readonly Gathered[], changes: Counts = new Map()): readonly Gathered[] | undefined {
  const packages = new Set(held);
  for (const [one, count] of changes) {
    const left = (packages.has(one) ? 1 : 0) + count;
    if (left === 0) packages.delete(one);
    else if (left === 1) packages.add(one);
    else return undefined;
  }
  return [...packages];
}

async function snapshotOf(reader: HistoryReader, cache: RowCache, row: FleetRow) {
  const head = (await reader.timeline(row.id)).findLast(({ at }) => at === row.changedAt);
  const packages = head && (await cache.rows(reader, row.id, head, 'softwares'));
  return { row, receivedAt: row.changedAt, changes: [], packages: packages ?? [] };
}
