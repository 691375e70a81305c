import type { FleetRow } from '../store/store.ts';
import type { SoftwareEntry } from './fleet.ts';
import type { PackageIndex, PackageVersion } from './index/packages.ts';
import { positionsOf } from './index/postings.ts';
import { foldText } from './language/fold.ts';

/** Packages by name, with who has each version: what they have now was last seen when they were. */
export function softwareEntries(index: PackageIndex, rows: readonly FleetRow[], part = ''): readonly SoftwareEntry[] {
  const { machines, names } = index.values;
  const lastSeen = new Map(rows.map((row) => [row.id, Date.parse(row.lastSeen)]));
  const asked = foldText(part);
  return names
    .filter(({ name }) => foldText(name).includes(asked))
    .map(({ name, versions }) => ({ name, versions: versions.map((one) => versionOf(one, machines, lastSeen)) }));
}

function versionOf(
  { version, first, last, holders }: PackageVersion,
  machines: readonly { readonly id: string }[],
  lastSeen: ReadonlyMap<string, number>,
) {
  const ids = positionsOf(holders, machines.length).flatMap((at) => machines[at]?.id ?? []);
  const seen = ids.reduce((latest, id) => Math.max(latest, lastSeen.get(id) ?? 0), last);
  return { version, machines: ids, first: isoOf(first), last: isoOf(seen) };
}

function isoOf(time: number): string {
  return new Date(time).toISOString();
}
