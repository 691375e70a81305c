import type { MachineRow } from '../fleet/fleet.ts';
import type { Language } from '../i18n/language.ts';
import { compareTexts } from '../model/order.ts';
import { safeText } from '../model/safe-text.ts';
import { type Filterable, foldText, matches, parseFilter } from './filter.ts';
import { type FleetColumn, fleetColumnIds, fleetColumns, type ListReader } from './fleet-columns.ts';
import { answerTo } from './queries.ts';
import { remember } from './remember.ts';
import type { FleetRoute, Sort, SortKey } from './routes.ts';
import { type State, textsOf } from './state.ts';

/** Whatever is known of the fleet, in the order of the store. */
export function machinesOf({ cache }: State): readonly MachineRow[] {
  return answerTo(cache, { kind: 'machines' })?.value ?? NO_MACHINES;
}

/** The machines the list shows: filtered and sorted. */
export function listedMachines(state: State, { filter, sort }: Pick<FleetRoute, 'filter' | 'sort'>) {
  const { language, reveal, now } = state;
  return listed(machinesOf(state), readerOf(language, reveal, now), filter, sort);
}

export function listReader({ language, reveal, now }: State): ListReader {
  return readerOf(language, reveal, now);
}

const readerOf = remember(
  (language: Language, reveal: boolean, now: number): ListReader => ({
    language,
    reveal,
    now,
    texts: textsOf({ language }),
  }),
);

const listed = remember(
  (machines: readonly MachineRow[], reader: ListReader, filter: string, sort: Sort): readonly MachineRow[] => {
    const sorted = ordered(machines, reader, sort);
    const terms = parseFilter(filter, (name) => columnNames.has(name));
    if (terms.length === 0) return sorted;
    const rows = filterables(machines, reader);
    return sorted.filter((machine) => matches(terms, rows(machine)));
  },
);

const ordered = remember((machines: readonly MachineRow[], reader: ListReader, sort: Sort) => {
  const keyed = machines.map((machine) => ({ machine, keys: sort.map((key) => sortValue(machine, reader, key)) }));
  return keyed.sort((a, b) => compareKeys(a.keys, b.keys, sort) || byName(a.machine, b.machine)).map(ofMachine);
});

/** A number where the column has one; undefined for what is not known, which comes last in either direction. */
function sortValue(machine: MachineRow, reader: ListReader, { column }: SortKey): number | string | undefined {
  const { order, text } = fleetColumns[column];
  return order ? order(machine, reader.now) : text(machine, reader) || undefined;
}

type SortValues = readonly (number | string | undefined)[];

function compareKeys(a: SortValues, b: SortValues, sort: Sort): number {
  for (const [index, { descending }] of sort.entries()) {
    const [left, right] = [a[index], b[index]];
    if (left === right) continue;
    if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
    const order = typeof left === 'number' ? left - Number(right) : collator.compare(left, String(right));
    if (order !== 0) return descending ? -order : order;
  }
  return 0;
}

function ofMachine({ machine }: { readonly machine: MachineRow }): MachineRow {
  return machine;
}

/** Tells whether a machine is one the filter means. */
export function fleetMatcher(state: State, filter: string): (machine: MachineRow) => boolean {
  const terms = parseFilter(filter, (name) => columnNames.has(name));
  const rows = filterables(machinesOf(state), listReader(state));
  return (machine) => matches(terms, rows(machine));
}

/** The text of every machine is folded once, not at every key. */
const filterables = remember((machines: readonly MachineRow[], reader: ListReader) => {
  const rows = new Map(machines.map((machine) => [machine, filterable(machine, reader)]));
  return (machine: MachineRow) => rows.get(machine) ?? filterable(machine, reader);
});

function filterable(machine: MachineRow, reader: ListReader): Filterable {
  const text = (column: FleetColumn) => foldText(safeText(column.full?.(machine) ?? column.text(machine, reader)));
  return {
    all: fleetColumnIds.map((id) => text(fleetColumns[id])).join('\n'),
    text: (name) => text(columnNames.get(name) ?? fleetColumns.name).replace(SIGN, ''),
    number: (name) => columnNames.get(name)?.order?.(machine, reader.now),
  };
}

function byName(a: MachineRow, b: MachineRow): number {
  return collator.compare(a.name, b.name) || compareTexts(a.id, b.id);
}

const NO_MACHINES: readonly MachineRow[] = [];
const SIGN = /^[!?~ ] /;
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const columnNames: ReadonlyMap<string, FleetColumn> = new Map(
  fleetColumnIds.flatMap((id) =>
    [id, ...(fleetColumns[id].names ?? [])].map((name) => [name, fleetColumns[id]] as const),
  ),
);
