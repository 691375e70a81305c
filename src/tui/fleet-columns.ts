import { flagsOf } from '../fleet/flags.ts';
import type { MachineRow } from '../fleet/fleet.ts';
import type { Messages } from '../i18n/en.ts';
import { formatAge, formatNumber, formatQuantity } from '../i18n/format.ts';
import { messagesOf, systemText } from '../i18n/language.ts';
import { present } from '../model/present.ts';
import { safeText } from '../model/safe-text.ts';
import { DAY } from '../model/time.ts';
import type { Column } from './columns.ts';
import type { Role } from './line.ts';
import { flagRoles, flagSigns } from './machine-state.ts';
import type { Memory } from './memory.ts';
import { MASK, type Reader } from './value.ts';
import type { Align } from './width.ts';

/** What the texts of a list are made with. */
export interface ListReader extends Reader {
  readonly now: number;
  readonly texts: Messages['tui'];
}

export type FleetColumnId = keyof ListReader['texts']['columns'];

/** One thing to know of a machine in the list: to show, to sort by and to filter on. */
export interface FleetColumn {
  readonly text: (machine: MachineRow, reader: ListReader) => string;
  /** What it is sorted by; the text where there is none. */
  readonly order?: (machine: MachineRow, now: number) => number | undefined;
  /** All of it, where the list shows less. */
  readonly full?: (machine: MachineRow) => string;
  readonly align?: Align;
  readonly least?: number;
  /** Lower stays longer on a narrow screen; undefined for what is only filtered on and sorted by. */
  readonly priority?: number;
  readonly extra?: true;
}

/** In the order of the screen. */
export const fleetColumns: Readonly<Record<FleetColumnId, FleetColumn>> = {
  name: { priority: 1, text: ({ name }) => name },
  ip: { priority: 4, text: ({ ip }) => ip ?? '' },
  os: { priority: 3, least: 10, text: shortSystem, full: ({ os }) => os ?? '' },
  model: { priority: 9, extra: true, text: ({ model }) => model ?? '' },
  cpu: { priority: 10, extra: true, text: ({ cpu }) => cpu ?? '' },
  memory: {
    priority: 5,
    align: 'right',
    text: ({ memoryMiB }, { language }) => quantity(memoryMiB, (value) => formatQuantity(language, value, 'MiB')),
    order: ({ memoryMiB }) => memoryMiB && memoryMiB / 1024,
  },
  disk: {
    priority: 11,
    extra: true,
    align: 'right',
    text: ({ diskMB }, { language }) => quantity(diskMB, (value) => formatQuantity(language, value, 'MB')),
    order: ({ diskMB }) => diskMB && diskMB / 1000,
  },
  software: {
    priority: 8,
    extra: true,
    align: 'right',
    text: ({ softwareCount }, { language }) => quantity(softwareCount, (value) => formatNumber(language, value)),
    order: ({ softwareCount }) => softwareCount,
  },
  tag: { priority: 7, extra: true, text: ({ tag }) => tag ?? '' },
  snapshots: {
    align: 'right',
    text: ({ snapshots }, { language }) => formatNumber(language, snapshots),
    order: ({ snapshots }) => snapshots,
  },
  changed: {
    align: 'right',
    text: ({ changedAt }, { language, now }) => formatAge(language, changedAt, now),
    order: ({ changedAt }, now) => daysSince(changedAt, now),
  },
  mac: { text: ({ macs, mac }) => [...new Set([...(mac ? [mac] : []), ...macs])].join(' ') },
  serial: { text: ({ serial }, { reveal }) => (serial && !reveal ? MASK : (serial ?? '')) },
  kind: { text: ({ kind }) => kind },
  agent: { priority: 12, extra: true, text: ({ agent }) => agent },
  seen: {
    priority: 6,
    align: 'right',
    text: ({ lastSeen }, { language, now }) => formatAge(language, lastSeen, now),
    order: ({ lastSeen }, now) => Math.max(0, daysSince(lastSeen, now)),
  },
  state: { priority: 2, text: stateText, order: stateRank },
};

export const fleetColumnIds = Object.keys(fleetColumns) as readonly FleetColumnId[];

export function isFleetColumn(id: unknown): id is FleetColumnId {
  return typeof id === 'string' && Object.hasOwn(fleetColumns, id);
}

/** The columns of the list, in order: those that were chosen, else those that are shown where there is room. */
export function chosenColumns({ columns }: Pick<Memory, 'columns'>): readonly FleetColumnId[] {
  return columns ?? defaultColumns;
}

/** The columns of the list as a table draws them; the one the cursor is on always fits. */
export function fleetTable(reader: ListReader, memory: Memory, current: FleetColumnId): readonly Column<MachineRow>[] {
  return chosenColumns(memory).map((id, index) => {
    const { align, priority, least, extra } = fleetColumns[id];
    const rank = memory.columns ? index : (priority ?? index);
    const column = {
      title: reader.texts.columns[id],
      text: (row: MachineRow) => fleetText(id, row, reader),
      priority: id === current ? -1 : rank,
    };
    const role = id === 'state' ? (row: MachineRow) => stateRole(row, reader.now) : undefined;
    const isExtra = !memory.columns && id !== current ? extra : undefined;
    const titleRole = id === current ? ('current' as const) : undefined;
    return { ...column, ...present({ align, least, extra: isExtra, role, titleRole, cells: memory.widths[id] }) };
  });
}

export function fleetText(id: FleetColumnId, machine: MachineRow, reader: ListReader): string {
  return safeText(fleetColumns[id].text(machine, reader));
}

/** All of a value: what values are told apart by. */
export function fullText(id: FleetColumnId, machine: MachineRow, reader: ListReader): string {
  const { full, text } = fleetColumns[id];
  return safeText(full?.(machine) ?? text(machine, reader)).trim();
}

const defaultColumns = fleetColumnIds.filter((id) => fleetColumns[id].priority !== undefined);

/** `Windows 11 Pro`, `Debian 12`: what everybody knows goes, so that the version is seen. */
function shortSystem({ kind, os = '' }: MachineRow, { language }: ListReader): string {
  return systemText(messagesOf(language), kind, os.replace(/^Microsoft /, '').replace(/ GNU\/Linux/, ''));
}

function stateText(machine: MachineRow, { now, texts }: ListReader): string {
  const flags = flagsOf(machine, now);
  if (flags.length === 0) return `  ${texts.states.ok}`;
  return `${flags[0] ? flagSigns[flags[0]] : ' '} ${flags.map((flag) => texts.states[flag]).join(', ')}`;
}

function stateRank(machine: MachineRow, now: number): number {
  const [first] = flagsOf(machine, now);
  return first ? Object.keys(flagSigns).indexOf(first) : Number.MAX_SAFE_INTEGER;
}

function stateRole(machine: MachineRow, now: number): Role | undefined {
  const [first] = flagsOf(machine, now);
  return first && flagRoles[first];
}

function quantity(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? '' : format(value);
}

function daysSince(iso: string, now: number): number {
  return (now - Date.parse(iso)) / DAY;
}
