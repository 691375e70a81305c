import type { Group } from '../fleet/fleet.ts';
import type { SectionName } from '../model/catalogue.ts';
import type { Topic } from '../model/descriptor.ts';
import { type Cursor, FIRST_LINE } from './cursor.ts';
import type { FleetColumnId } from './fleet-columns.ts';

/** Where in the explorer a person is, and how they look at it: going back restores both. */
export type Route =
  | FleetRoute
  | ValuesRoute
  | MachineRoute
  | DetailsRoute
  | CompareRoute
  | ChangeRoute
  | ConsensusRoute
  | HoldersRoute
  | DoublesRoute
  | CollectRoute
  | FeedRoute
  | LabRoute
  | SheetRoute
  | PackagesRoute
  | VersionsRoute
  | BearersRoute
  | GroupsRoute
  | SilentRoute
  | FieldValuesRoute;

/** A machine at a snapshot: its newest, the one before that, or one by its seq. */
export interface Spot {
  readonly id: string;
  readonly seq: number | 'newest' | 'previous';
  /** The baseline that it is. */
  readonly baseline?: string;
}

/** What most of some machines have. */
export interface GroupSide extends Group {
  /** What a person calls them. */
  readonly name: string;
}

/** One of the two sides of a comparison. */
export type Side = Spot | GroupSide;

export interface FleetRoute {
  readonly screen: 'fleet';
  readonly cursor: Cursor;
  /** The column the cursor is on. */
  readonly column: FleetColumnId;
  readonly filter: string;
  readonly sort: Sort;
  /** Only these machines, and what they have in common. */
  readonly only?: { readonly name: string; readonly ids: ReadonlySet<string> };
  /** Ids of the machines that were chosen. */
  readonly selected: ReadonlySet<string>;
  /** Where a range of machines begins; it goes to the cursor. */
  readonly anchor?: string;
}

/** Sorted by the first key, where that is equal by the next. */
export type Sort = readonly [SortKey, ...SortKey[]];

export interface SortKey {
  readonly column: FleetColumnId;
  readonly descending: boolean;
}

/** How often each value of a column stands in the list it was asked from. */
export interface ValuesRoute {
  readonly screen: 'values';
  readonly column: FleetColumnId;
  /** The list as it was. */
  readonly of: FleetRoute;
  readonly cursor: Cursor;
}

/** The tabs of a machine, in the order of their numbers; 1 to 6 are the headings of the course. */
export const tabs = [
  'hardware',
  'system',
  'software',
  'network',
  'peripherals',
  'security',
  'time',
  'raw',
] as const satisfies readonly (Topic | 'time' | 'raw')[];
export type Tab = (typeof tabs)[number];

export interface MachineRoute {
  readonly screen: 'machine';
  readonly spot: Spot;
  readonly tab: Tab;
  /** The tab bar has the keyboard, until the cursor moves. */
  readonly onTabs?: true;
  readonly cursor: Cursor;
  readonly filter: string;
  /** The snapshot marked A. */
  readonly marked?: number;
}

/** All fields of one row. */
export interface DetailsRoute {
  readonly screen: 'details';
  readonly spot: Spot;
  readonly section: SectionName;
  /** Key of the row, as `row-key.ts` makes it. */
  readonly row: string;
  readonly cursor: Cursor;
}

export const compareFilters = ['all', 'changed', 'removed', 'added', 'everything'] as const;
export type CompareFilter = (typeof compareFilters)[number];

export interface CompareRoute {
  readonly screen: 'compare';
  readonly before: Side;
  readonly after: Side;
  readonly filter: CompareFilter;
  /** Each side on a line of its own, as wide as the screen. */
  readonly stacked?: true;
  readonly cursor: Cursor;
}

/** All fields of one row that differs, on both sides. */
export interface ChangeRoute {
  readonly screen: 'change';
  readonly before: Side;
  readonly after: Side;
  readonly section: SectionName;
  /** Index of the change in its section. */
  readonly change: number;
  readonly cursor: Cursor;
}

export const consensusPanes = ['outliers', 'common', 'rare'] as const;

/** What most machines of a group have. */
export interface ConsensusRoute {
  readonly screen: 'consensus';
  readonly of: GroupSide;
  readonly pane: (typeof consensusPanes)[number];
  readonly cursor: Cursor;
}

/** The machines of a group that have a thing, and those that have it not. */
export interface HoldersRoute {
  readonly screen: 'holders';
  readonly of: GroupSide;
  /** Index of the thing in the consensus. */
  readonly item: number;
  readonly cursor: Cursor;
}

/** Device ids that may be one machine. */
export interface DoublesRoute {
  readonly screen: 'doubles';
  readonly cursor: Cursor;
}

/** What changed in the fleet, by day. */
export interface FeedRoute {
  readonly screen: 'feed';
  /** Days, up to the time cursor. */
  readonly days: FeedDays;
  readonly filter: string;
  /** Keys of the lines that show all they stand for. */
  readonly opened: ReadonlySet<string>;
  readonly cursor: Cursor;
}

export const feedDays = [1, 7, 31, 92, 366] as const;
export type FeedDays = (typeof feedDays)[number];

/** The packages of a list of machines. */
export interface PackagesRoute {
  readonly screen: 'packages';
  /** The list as it was. */
  readonly of: FleetRoute;
  /** Words for names of packages, conditions for machines. */
  readonly filter: string;
  readonly order: PackageOrder;
  readonly cursor: Cursor;
}

export const packageOrders = ['name', 'machines', 'first'] as const;
export type PackageOrder = (typeof packageOrders)[number];

/** The versions of a package. */
export interface VersionsRoute {
  readonly screen: 'versions';
  readonly of: FleetRoute;
  readonly filter: string;
  readonly name: string;
  readonly cursor: Cursor;
}

/** The machines that have a package, or a version of it, and those that have not. */
export interface BearersRoute {
  readonly screen: 'bearers';
  readonly of: FleetRoute;
  readonly filter: string;
  readonly name: string;
  /** Undefined: any. */
  readonly version?: string;
  readonly cursor: Cursor;
}

/** Filters that have a name, and rooms. */
export interface GroupsRoute {
  readonly screen: 'groups';
  readonly cursor: Cursor;
}

/** The machines of a list that have gone silent. */
export interface SilentRoute {
  readonly screen: 'silent';
  readonly of: FleetRoute;
  readonly cursor: Cursor;
}

/** How often each value of a field of a section stands in a list of machines. */
export interface FieldValuesRoute {
  readonly screen: 'fieldValues';
  readonly of: FleetRoute;
  readonly section: SectionName;
  readonly field: string;
  readonly cursor: Cursor;
}

/** It shows snapshots that were chosen one by one, whatever the time cursor says. */
export function isFixed(route: Route): boolean {
  const sides: readonly Side[] = 'spot' in route ? [route.spot] : 'before' in route ? [route.before, route.after] : [];
  return sides.length > 0 && sides.every((side) => 'seq' in side && typeof side.seq === 'number');
}

/** An inventory of this machine, and its log. */
export interface CollectRoute {
  readonly screen: 'collect';
  readonly cursor: Cursor;
}

/** The exercise of the classroom, with so many agents at a time on a whole fleet. */
export interface LabRoute {
  readonly screen: 'lab';
  readonly parallel: number;
  readonly cursor: Cursor;
}

/** The sheet of the exercise beside the agent's answers. */
export interface SheetRoute {
  readonly screen: 'sheet';
  readonly cursor: Cursor;
}

export function fleetRoute(): FleetRoute {
  const sort: Sort = [{ column: 'name', descending: false }];
  return { screen: 'fleet', cursor: FIRST_LINE, column: 'name', filter: '', sort, selected: new Set() };
}

export function machineRoute(spot: Spot, tab: Tab = 'hardware'): MachineRoute {
  return { screen: 'machine', spot, tab, cursor: FIRST_LINE, filter: '' };
}

export function compareRoute(before: Side, after: Side): CompareRoute {
  return { screen: 'compare', before, after, filter: 'all', cursor: FIRST_LINE };
}

export function labRoute(): LabRoute {
  return { screen: 'lab', parallel: 1, cursor: FIRST_LINE };
}
