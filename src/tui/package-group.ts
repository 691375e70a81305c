import type { MachineRow } from '../fleet/fleet.ts';
import type { PackageIndex } from '../fleet/index/packages.ts';
import { foldText } from '../fleet/language/fold.ts';
import { type PackageRollup, rollUpPackages, rollUpVersions, type VersionRollup } from '../fleet/rollup.ts';
import { compareTexts } from '../model/order.ts';
import { type FleetFilter, readFilter } from './fleet-filter.ts';
import { listedMachines, listQueries } from './fleet-list.ts';
import { answerTo, packagesQuery, type Query } from './queries.ts';
import { remember } from './remember.ts';
import type { FleetRoute, PackageOrder } from './routes.ts';
import { clockOf, type State } from './state.ts';

/** Machines whose packages are counted: those of a list, of which a filter may leave some. */
export interface PackageGroup {
  readonly of: FleetRoute;
  readonly filter: string;
}

export function packageQueries(state: State, { of }: PackageGroup): readonly Query[] {
  return [...listQueries(state, of), packagesQuery(state)];
}

/** Undefined while it is not known. */
export function packagesIn(state: State): PackageIndex | undefined {
  return answerTo(state.cache, packagesQuery(state))?.value;
}

/** The machines of the list that the conditions of the filter let through; its words are for names of packages. */
export function machinesOfGroup(state: State, { of, filter }: PackageGroup): readonly MachineRow[] {
  return narrowed(listedMachines(state, of), readFilter(filter), clockOf(state), packagesIn(state));
}

/** The packages of the machines, those whose names have the words of the filter. */
export function packagesOf(
  state: State,
  group: PackageGroup & { readonly order: PackageOrder },
): readonly PackageRollup[] {
  const packages = packagesIn(state);
  if (!packages) return NONE;
  const machines = machinesOfGroup(state, group);
  const isWhole = machines.length === packages.values.machines.length;
  return ordered(named(rolledUp(packages, machines, isWhole), readFilter(group.filter)), group.order);
}

/** The versions of one of them. */
export function versionsOf(state: State, group: PackageGroup, name: string): readonly VersionRollup[] {
  const packages = packagesIn(state);
  return packages ? versionsIn(packages, name, machinesOfGroup(state, group)) : [];
}

const narrowed = remember(
  (machines: readonly MachineRow[], { conditions }: FleetFilter, now: number, packages: PackageIndex | undefined) => {
    const isMatch = packages && conditions?.(now, (question) => packages.holders(question));
    return isMatch ? machines.filter(isMatch) : machines;
  },
);

const rolledUp = remember((packages: PackageIndex, machines: readonly MachineRow[], isWhole: boolean) =>
  rollUpPackages(packages, isWhole ? undefined : idsOf(machines)),
);

const named = remember((packages: readonly PackageRollup[], { words }: FleetFilter) => {
  return words.length === 0
    ? packages
    : packages.filter(({ name }) => {
        const folded = foldText(name);
        return words.every((word) => word(folded));
      });
});

const ordered = remember((packages: readonly PackageRollup[], order: PackageOrder) => {
  const folded = packages.map((one) => ({ one, name: foldText(one.name) }));
  const byName = folded.sort((a, b) => compareTexts(a.name, b.name)).map(({ one }) => one);
  if (order === 'name') return byName;
  return byName.sort((a, b) => (order === 'machines' ? b.machines - a.machines : b.first - a.first));
});

const versionsIn = remember((packages: PackageIndex, name: string, machines: readonly MachineRow[]) =>
  rollUpVersions(packages, name, idsOf(machines)),
);

const idsOf = remember((machines: readonly MachineRow[]): ReadonlySet<string> => new Set(machines.map(({ id }) => id)));

const NONE: readonly PackageRollup[] = [];
