import { compareTexts } from '../model/order.ts';
import type { PackageIndex, PackageVersion } from './index/packages.ts';
import { addPosting, type MachineSet, membersOf, positionsOf } from './index/postings.ts';

/** A package in a group of machines. */
export interface PackageRollup {
  readonly name: string;
  /** How many versions the group has. */
  readonly versions: number;
  /** How many machines of the group have it. */
  readonly machines: number;
  /** When it was first seen on any machine, in milliseconds since 1970. */
  readonly first: number;
}

/** A version of a package in a group of machines. Times in milliseconds since 1970. */
export interface VersionRollup {
  readonly version: string;
  /** Ids. */
  readonly machines: readonly string[];
  readonly first: number;
  /** When a machine was last seen with it that has another now; 0 where there is none. */
  readonly last: number;
}

/** The packages that machines of a group have, by name; `ids` undefined: of all machines. */
export function rollUpPackages(
  { values: { machines, names } }: PackageIndex,
  ids: ReadonlySet<string> | undefined,
): readonly PackageRollup[] {
  const group = ids && groupOf(machines, ids);
  return names.flatMap(({ name, versions }) => {
    const held = versions.filter((one) => (group ? hasMember(one, group, machines.length) : one.count > 0));
    if (held.length === 0) return [];
    const first = versions.reduce((earliest, one) => Math.min(earliest, one.first), Number.POSITIVE_INFINITY);
    return { name, versions: held.length, machines: countOf(held, group, machines.length), first };
  });
}

/** The versions of a package, the newest first: those that the group has, then those it has no more. */
export function rollUpVersions(
  { values: { machines, names } }: PackageIndex,
  name: string,
  ids: ReadonlySet<string>,
): readonly VersionRollup[] {
  const versions = names.find((one) => one.name === name)?.versions ?? [];
  const rolled = versions.map(({ version, first, last, holders }): VersionRollup => {
    const held = positionsOf(holders, machines.length).flatMap((at) => machines[at]?.id ?? []);
    return { version, machines: held.filter((id) => ids.has(id)).sort(compareTexts), first, last };
  });
  const newest = rolled.toReversed();
  return [...newest.filter((one) => one.machines.length > 0), ...newest.filter((one) => one.machines.length === 0)];
}

function groupOf(machines: readonly { readonly id: string }[], ids: ReadonlySet<string>): MachineSet {
  const set = new Uint8Array(Math.ceil(machines.length / 8));
  for (const [at, { id }] of machines.entries()) if (ids.has(id)) set[at >> 3] = (set[at >> 3] ?? 0) | (1 << (at & 7));
  return set;
}

function isMember(group: MachineSet, at: number): boolean {
  return (((group[at >> 3] ?? 0) >> (at & 7)) & 1) === 1;
}

function hasMember({ holders, count }: PackageVersion, group: MachineSet, machines: number): boolean {
  return count > 0 && positionsOf(holders, machines).some((at) => isMember(group, at));
}

/** A machine may have two versions of a package. */
function countOf(versions: readonly PackageVersion[], group: MachineSet | undefined, machines: number): number {
  const [only, ...others] = versions;
  if (!group && only && others.length === 0) return only.count;
  const set = new Uint8Array(Math.ceil(machines / 8));
  for (const { holders } of versions) addPosting(set, holders, machines);
  const members = membersOf(set);
  return group ? members.filter((at) => isMember(group, at)).length : members.length;
}
