import type { MachineRow } from '../fleet/fleet.ts';
import type { Language } from '../i18n/language.ts';
import { compareTexts } from '../model/order.ts';
import { safeText } from '../model/safe-text.ts';
import { type Filterable, foldText, matches, parseFilter } from './filter.ts';
import {
  type FleetColumn,
  type FleetColumnId,
  fleetColumnIds,
  fleetColumns,
  type ListReader,
} from './fleet-columns.ts';
import { answerTo } from './queries.ts';
import { remember } from './remember.ts';
import type { FleetRoute } from './routes.ts';
import { type State, textsOf } from './state.ts';

/** Whatever is known of the fleet, in the order of the store. */
export function machinesOf({ cache }: State): readonly MachineRow[] {
  return answerTo(cache, { kind: 'machines' })?.value ?? NO_MACHINES;
}

/** The machines the list shows: filtered and sorted. */
export function listedMachines(state: State, { filter, sort, descending }: FleetRoute): readonly MachineRow[] {
  const { language, reveal, now } = state;
  return listed(machinesOf(state), readerOf(language, reveal, now), filter, sort, descending);
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
  (machines: readonly MachineRow[], reader: ListReader, filter: string, sort: FleetColumnId, descending: boolean) => {
    const order = ordered(machines, reader, sort);
    const sorted = descending ? order.toReversed() : order;
    const terms = parseFilter(filter, (name) => columnNames.has(name));
    if (terms.length === 0) return sorted;
    const rows = filterables(machines, reader);
    return sorted.filter((machine) => matches(terms, rows(machine)));
  },
);

const ordered = remember((machines: readonly MachineRow[], reader: ListReader, sort: FleetColumnId) => {
  const { order, text } = fleetColumns[sort];
  const keyed = machines.map((machine) => ({
    machine,
    number: order?.(machine, reader.now) ?? Number.POSITIVE_INFINITY,
    text: order ? '' : text(machine, reader) || LAST,
  }));
  return keyed
    .sort(
      (a, b) => compareNumbers(a.number, b.number) || collator.compare(a.text, b.text) || byName(a.machine, b.machine),
    )
    .map(({ machine }) => machine);
});

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

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a - b;
}

function byName(a: MachineRow, b: MachineRow): number {
  return collator.compare(a.name, b.name) || compareTexts(a.id, b.id);
}

/** Sorts what is not known after what is. */
const LAST = '\uffff';
const NO_MACHINES: readonly MachineRow[] = [];
const SIGN = /^[!?~ ] /;
const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
const columnNames: ReadonlyMap<string, FleetColumn> = new Map(
  fleetColumnIds.flatMap((id) =>
    [id, ...(fleetColumns[id].names ?? [])].map((name) => [name, fleetColumns[id]] as const),
  ),
);
