/** The questions people ask of a fleet, and the shapes of the answers: `--json` of `cli/`, the screens of `tui/`. */
import type { DeltaSummary } from '../delta/summary.ts';
import type { Delta, RowChange } from '../delta/types.ts';
import type { SectionName } from '../model/catalogue.ts';
import type { AnyRow, RawElement, Value } from '../model/descriptor.ts';
import type { Completeness } from '../model/inventory.ts';
import type { Baseline, FleetRow, SnapshotHead } from '../store/store.ts';
import type { ColumnName, ColumnValue } from './column-values.ts';
import type { Consensus } from './consensus.ts';
import type { Feed } from './feed.ts';
import type { FieldName, FieldValue } from './field-values.ts';
import type { PackageIndex } from './index/packages.ts';

export interface MachineRow extends FleetRow {
  /** Ids of other machines with the same UUID, serial or MAC. */
  readonly possibleDoubles: readonly string[];
}

export interface SectionView {
  readonly name: SectionName;
  readonly completeness: Completeness;
  readonly reason?: string;
  /** Undefined where the section was never collected. */
  readonly collectedAt?: string;
  /** In canonical order; of the newest snapshot, volatile values included. */
  readonly rows: readonly AnyRow[];
}

/** One machine at one snapshot. */
export interface MachineView {
  readonly machine: MachineRow;
  readonly snapshot: SnapshotHead;
  readonly newest: boolean;
  /** TAG and custom fields, and the schedule where one was set for this machine. */
  readonly account: Readonly<Record<string, string>>;
  readonly sections: readonly SectionView[];
  /** Sections the catalogue does not know; of the newest run only. */
  readonly extras: readonly RawElement[];
}

export interface TimelineEntry {
  readonly seq: number;
  readonly digest: string;
  readonly at: string;
  readonly receivedAt: string;
  /** Last time the machine was seen in this state. */
  readonly lastSeen: string;
  readonly agent: string;
  readonly changes: DeltaSummary;
}

/** A place in the history of a machine: its id and a snapshot. */
export interface Place {
  readonly id: string;
  readonly seq: number;
}

/** The machines that a query lets through, as one side of a comparison: what most of them have. */
export interface Group {
  readonly group: string;
  /** As they were at a time, in milliseconds since 1970. */
  readonly at?: number;
}

/** One row that a snapshot changed on one machine. `moved` from another machine: `from.machine` says which. */
export interface Change extends RowChange {
  /** When the inventory was made that showed it. */
  readonly at: string;
  readonly machine: MachineName;
  readonly section: SectionName;
  readonly from: { readonly seq: number; readonly machine?: MachineName };
  readonly to: { readonly seq: number };
}

export interface MachineName {
  readonly id: string;
  readonly name: string;
}

/** Which changes: times in milliseconds since 1970, both included. */
export interface ChangeRange {
  readonly since: number;
  readonly until: number;
  /** Id of a machine. */
  readonly machine?: string;
  readonly section?: SectionName;
}

export interface Fleet {
  machines(): Promise<readonly MachineRow[]>;
  /** A machine by name, id, alias or unambiguous prefix; fails with `not-found` or `ambiguous`. */
  find(machine: string): Promise<MachineRow>;
  /** `MACHINE[@WHEN]` or `@baseline:NAME` as in the command line; fails with `not-found`, `ambiguous` or `usage`. */
  locate(reference: string): Promise<Place>;
  /** Undefined `sections`: all of them. */
  view(place: Place, sections?: readonly SectionName[]): Promise<MachineView>;
  /** Oldest first. */
  timeline(id: string): Promise<readonly TimelineEntry[]>;
  /**
   * Loads only the sections whose digests differ; where a side is a group, all of its machines.
   * Fails with `usage` for a group that is too large or that nobody is in, and for two groups.
   */
  compare(before: Place | Group, after: Place | Group): Promise<Delta>;
  /** Calls back after the store changed. */
  watch(changed: () => void): () => void;
}

/** A version of a package, and who has it. Times in ISO 8601. */
export interface SoftwareVersion {
  readonly version: string;
  /** Ids of the machines that have it now. */
  readonly machines: readonly string[];
  /** When it was first seen on any machine. */
  readonly first: string;
  readonly last: string;
}

export interface SoftwareEntry {
  readonly name: string;
  /** The newest last; also those that no machine has any more. */
  readonly versions: readonly SoftwareVersion[];
}

/** A value that was found somewhere on a machine. */
export interface Found {
  readonly machine: MachineName;
  readonly section: SectionName;
  /** What a person calls the row. */
  readonly key: string;
  readonly field: string;
  readonly value: Value;
}

/** Questions to all machines at once, and to their past. Times in milliseconds since 1970. */
export interface FleetQuestions {
  /** The present of this fleet: a demonstration has its own. */
  now(): number;
  /** False where there is no index: what is asked of the past of a large fleet then takes its time. */
  isIndexed(): Promise<boolean>;
  /**
   * The fleet list as it was at a time; how well each machine was known is told of the newest state only. A machine may
   * have been seen so later still: `lastSeenBy` tells what was known then.
   */
  machinesAt(time: number): Promise<readonly MachineRow[]>;
  /**
   * The machines that a query lets through, now or as they were at a time: `os:debian ram<8 !silent`.
   * Fails with `QueryError`.
   */
  select(query: string, at?: number): Promise<readonly MachineRow[]>;
  /** Newest first. A part that moved between two machines is one change of the machine that has it now. */
  changes(range: ChangeRange): Promise<readonly Change[]>;
  /** The same, with what happened to several machines on one day as one; of too many the newest days. */
  feed(range: Pick<ChangeRange, 'since' | 'until'>): Promise<Feed>;
  /** Which machines have which packages, or had at a time, ready to be asked at each key that is typed. */
  packages(at?: number): Promise<PackageIndex>;
  /** Packages by name, narrowed by a part of it. */
  software(part?: string): Promise<readonly SoftwareEntry[]>;
  /** Rows of any section in which every word of the query is found, now or at a time; its conditions narrow the machines. */
  search(query: string, at?: number): Promise<readonly Found[]>;
  /** What most machines of a group have, and who differs. Fails as `compare` does. */
  consensus(query: string, at?: number): Promise<Consensus>;
  /** Golden baselines, in the order of their names. */
  baselines(): Promise<readonly Baseline[]>;
  /** When each value of a column was first and last seen on any machine; ids of machines that have it now. */
  values(column: ColumnName): Promise<readonly ColumnValue[]>;
  /**
   * The values of a field of any section on the machines that a query lets through, now or at a time. Reads each of them:
   * fails with `usage` where they are too many.
   */
  fieldValues(name: FieldName, query: string, at?: number): Promise<readonly FieldValue[]>;
}
