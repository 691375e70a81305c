import type { MachineRow } from '../fleet/fleet.ts';
import { isSoftwareAhead } from '../fleet/language/columns.ts';
import { foldText } from '../fleet/language/fold.ts';
import type { Language } from '../i18n/language.ts';
import { compareTexts } from '../model/order.ts';
import { present } from '../model/present.ts';
import { fleetColumns, type ListReader } from './fleet-columns.ts';
import { readFilter } from './fleet-filter.ts';
import { answerTo, type Moment, machinesQuery, packagesQuery, type Query } from './queries.ts';
import { remember } from './remember.ts';
import type { FleetRoute, Sort, SortKey } from './routes.ts';
import { clockOf, type State, textsOf } from './state.ts';

/** Whatever is known of the fleet, in the order of the store. */
export function machinesOf(state: State): readonly MachineRow[] {
  return answerTo(state.cache, machinesQuery(state))?.value ?? NO_MACHINES;
}

/** The machines the list shows: filtered and sorted. A filter that means nothing yet hides nothing. */
export function listedMachines(state: State, { filter, sort, only }: Pick<FleetRoute, 'filter' | 'sort' | 'only'>) {
  const machines = only ? restricted(machinesOf(state), only.ids) : machinesOf(state);
  const sorted = ordered(machines, listReader(state), sort);
  if (filter.trim() === '') return sorted;
  return filtered(sorted, filter, clockOf(state), holdersOf(state, filter));
}

/** Tells whether a machine is one the filter means. */
export function fleetMatcher(state: State, filter: string): (machine: MachineRow) => boolean {
  const holders = holdersOf(state, filter);
  const isMatch = readFilter(filter).matcher?.(clockOf(state)) ?? (() => false);
  return (machine) => isMatch(machine) && (holders?.has(machine.id) ?? true);
}

/** What has to be asked to know the machines of a list. */
export function listQueries(state: State, { filter }: Pick<FleetRoute, 'filter'>): readonly Query[] {
  const packages = packageQuery(state, filter);
  return [machinesQuery(state), ...(packages ? [packages] : [])];
}

/** What a filter on packages will ask once it is typed: what it needs is read meanwhile. */
export function queriesAhead({ at, overlay }: State, { filter }: Pick<FleetRoute, 'filter'>): readonly Query[] {
  return at === undefined && overlay?.kind === 'filter' && isSoftwareAhead(filter) ? [packagesQuery({})] : [];
}

/** What a filter on packages asks the store; undefined for any other. */
function packageQuery({ at }: Moment, filter: string) {
  const { asksStore, query } = readFilter(filter);
  return asksStore ? ({ kind: 'select', query, ...present({ at }) } as const) : undefined;
}

/** The machines that have the packages; undefined where none are asked for. */
function holdersOf(state: State, filter: string): ReadonlySet<string> | undefined {
  const query = packageQuery(state, filter);
  return query && idSet(answerTo(state.cache, query)?.value ?? NO_MACHINES);
}

const restricted = remember((machines: readonly MachineRow[], ids: ReadonlySet<string>) =>
  machines.filter(({ id }) => ids.has(id)),
);

const idSet = remember((machines: readonly MachineRow[]): ReadonlySet<string> => new Set(machines.map(({ id }) => id)));

const filtered = remember(
  (sorted: readonly MachineRow[], filter: string, now: number, holders: ReadonlySet<string> | undefined) => {
    const isMatch = readFilter(filter).matcher?.(now);
    return isMatch ? sorted.filter((machine) => isMatch(machine) && (holders?.has(machine.id) ?? true)) : sorted;
  },
);

export function listReader(state: State): ListReader {
  return readerOf(state.language, state.reveal, clockOf(state));
}

const readerOf = remember(
  (language: Language, reveal: boolean, now: number): ListReader => ({
    language,
    reveal,
    now,
    texts: textsOf({ language }),
  }),
);

const ordered = remember((machines: readonly MachineRow[], reader: ListReader, sort: Sort) => {
  const keyed = machines.map((machine) => ({ machine, keys: sort.map((key) => sortValue(machine, reader, key)) }));
  return keyed.sort((a, b) => compareKeys(a.keys, b.keys, sort) || byName(a.machine, b.machine)).map(ofMachine);
});

/** A number where the column has one; undefined for what is not known, which comes last in either direction. */
function sortValue(machine: MachineRow, reader: ListReader, { column }: SortKey): number | string | undefined {
  const { order, text } = fleetColumns[column];
  return order ? order(machine, reader.now) : sortText(text(machine, reader)) || undefined;
}

/** Texts in the order people expect: without case and accents, numbers in them as numbers. Made once, compared often. */
function sortText(text: string): string {
  return foldText(text).replace(/\d+/g, (digits) => digits.padStart(DIGITS, '0'));
}

const DIGITS = 10;

type SortValues = readonly (number | string | undefined)[];

function compareKeys(a: SortValues, b: SortValues, sort: Sort): number {
  for (const [index, { descending }] of sort.entries()) {
    const [left, right] = [a[index], b[index]];
    if (left === right) continue;
    if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
    const order = left < right ? -1 : 1;
    return descending ? -order : order;
  }
  return 0;
}

function ofMachine({ machine }: { readonly machine: MachineRow }): MachineRow {
  return machine;
}

function byName(a: MachineRow, b: MachineRow): number {
  return compareTexts(a.name, b.name) || compareTexts(a.id, b.id);
}

const NO_MACHINES: readonly MachineRow[] = [];
