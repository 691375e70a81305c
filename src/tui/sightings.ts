import type { ColumnName, ColumnValue } from '../fleet/column-values.ts';
import type { MachineRow } from '../fleet/fleet.ts';
import { type FleetColumnId, fullText, type ListReader } from './fleet-columns.ts';
import { listReader, machinesOf } from './fleet-list.ts';
import { answerTo, type Query } from './queries.ts';
import { remember } from './remember.ts';
import type { State } from './state.ts';

/** When a value was first and last seen on any machine, ISO 8601. */
export interface Sighting {
  readonly first: string;
  readonly last: string;
}

/** What has to be asked to know it of the values of a column; nothing where the fleet does not count them. */
export function sightingsQueries(state: State, { column }: { readonly column: FleetColumnId }): readonly Query[] {
  const name = COUNTED[column];
  return name && machinesOf(state).length <= MAX_ASKED ? [{ kind: 'values', column: name }] : [];
}

/** By the value as the list shows it whole; undefined while it is not known. */
export function sightingsOf(
  state: State,
  column: FleetColumnId,
  [like]: readonly MachineRow[],
): ReadonlyMap<string, Sighting> | undefined {
  const name = COUNTED[column];
  const values = name && answerTo(state.cache, { kind: 'values', column: name })?.value;
  return name && values && like ? byText(values, column, name, like, listReader(state)) : undefined;
}

/** Values that the list writes alike, such as sizes, are one. */
const byText = remember(
  (values: readonly ColumnValue[], column: FleetColumnId, name: ColumnName, like: MachineRow, reader: ListReader) => {
    const sightings = new Map<string, Sighting>();
    for (const { value, first, last } of values) {
      const text = fullText(column, { ...like, [name]: value }, reader);
      const known = sightings.get(text) ?? { first, last };
      sightings.set(text, {
        first: first < known.first ? first : known.first,
        last: last > known.last ? last : known.last,
      });
    }
    return sightings;
  },
);

/** In a larger fleet the whole past takes too long to be read beside a list. */
const MAX_ASKED = 1000;

const COUNTED: Readonly<Partial<Record<FleetColumnId, ColumnName>>> = {
  name: 'name',
  ip: 'ip',
  os: 'os',
  memory: 'memoryMiB',
  tag: 'tag',
  model: 'model',
  cpu: 'cpu',
  disk: 'diskMB',
  software: 'softwareCount',
  kind: 'kind',
  agent: 'agent',
};
