import { en } from '../../i18n/en.ts';
import { fr } from '../../i18n/fr.ts';
import { flagsOf } from '../flags.ts';
import type { MachineRow } from '../fleet.ts';
import { lastSeenBy } from '../seen.ts';
import { foldText } from './fold.ts';
import { countReader, diskReader, type MeasureReader, memoryReader, timeReader } from './measures.ts';

/** A column of the fleet that can be asked about. */
export interface QueryColumn {
  /** What `:`, `=` and patterns look into. */
  readonly texts: (row: MachineRow, now: number) => readonly (string | undefined)[];
  /** What `<` and `>` compare; undefined for texts. */
  readonly measure?: MeasureReader;
  /** `:` and `=` compare the measure, not a text. */
  readonly isNumber?: true;
  /** Beside the name here and the titles of the explorer, in both languages. */
  readonly names?: readonly string[];
}

/** Of a column that only holds numbers. */
export const NO_TEXTS: QueryColumn['texts'] = () => [];

export const queryColumns = {
  name: { texts: ({ name }) => [name] },
  id: { texts: ({ id, aliases }) => [id, ...aliases], names: ['deviceid', 'alias'] },
  ip: { texts: ({ ip }) => [ip], names: ['address', 'adresse'] },
  os: { texts: ({ os }) => [os] },
  model: { texts: ({ model }) => [model] },
  cpu: { texts: ({ cpu }) => [cpu] },
  memory: number(
    memoryReader(({ memoryMiB }) => memoryMiB),
    ['ram'],
  ),
  disk: number(diskReader(({ diskMB }) => diskMB)),
  software: number(
    countReader(({ softwareCount = Number.NaN }) => softwareCount),
    ['packages', 'paquets'],
  ),
  tag: { texts: ({ tag }) => [tag], names: ['room', 'salle'] },
  snapshots: number(countReader(({ snapshots }) => snapshots)),
  changed: time(({ changedAt }) => changedAt, ['modifie']),
  mac: { texts: ({ mac, macs }) => [mac, ...macs] },
  serial: { texts: ({ serial }) => [serial], names: ['serie'] },
  uuid: { texts: ({ uuid }) => [uuid] },
  kind: { texts: ({ kind }) => [kind, en.kinds[kind], fr.kinds[kind]], names: ['type'] },
  agent: { texts: ({ agent }) => [agent] },
  first: time(({ firstSeen }) => firstSeen, ['premier']),
  seen: time(lastSeenBy, ['last', 'dernier']),
  completeness: { texts: ({ completeness }) => [completeness], names: ['completude'] },
  state: { texts: stateTexts },
} as const satisfies Record<string, QueryColumn>;

export type QueryColumnId = keyof typeof queryColumns;

/** What is asked of the packages of a machine; not in its row. */
export const SOFTWARE_COLUMN = 'soft';
const softwareNames = [SOFTWARE_COLUMN, 'logiciel', 'package', 'paquet'];

/** The column of each name that may be typed, in English or French, without case and accents. */
export const columnNames: ReadonlyMap<string, QueryColumnId | typeof SOFTWARE_COLUMN> = new Map([
  ...(Object.keys(queryColumns) as QueryColumnId[]).flatMap((id) => namesOf(id).map((name) => [name, id] as const)),
  ...softwareNames.map((name) => [name, SOFTWARE_COLUMN] as const),
]);

/** The last word of a query is on its way to ask of packages: `so`, `os:debian logi`. */
export function isSoftwareAhead(query: string): boolean {
  const word = foldText(/[^\s!]*$/.exec(query)?.[0] ?? '');
  return word.length > 1 && softwareNames.some((name) => name.startsWith(word));
}

export function queryColumn(id: QueryColumnId): QueryColumn {
  return queryColumns[id];
}

/** Titles of several words cannot be typed; their columns have other names. */
function namesOf(id: QueryColumnId): readonly string[] {
  const titles: Readonly<Record<string, string>>[] = [en.tui.columns, fr.tui.columns];
  const typed = titles.flatMap((columns) => columns[id] ?? []).map(foldText);
  return [id, ...typed.filter((name) => /^[\p{L}-]+$/u.test(name)), ...(queryColumn(id).names ?? [])];
}

function number(measure: MeasureReader, names: readonly string[] = []): QueryColumn {
  return { texts: NO_TEXTS, measure, isNumber: true, names };
}

function time(valueIn: (row: MachineRow, now: number) => string, names: readonly string[]): QueryColumn {
  return { texts: (row, now) => [valueIn(row, now)], measure: timeReader(valueIn), names };
}

function stateTexts(row: MachineRow, now: number): readonly string[] {
  const flags = flagsOf(row, now);
  if (flags.length === 0) return [en.tui.states.ok];
  return flags.flatMap((flag) => [flag, en.tui.states[flag], fr.tui.states[flag]]);
}
