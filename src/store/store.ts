/** What the store keeps and what it answers: shapes only. `files.ts` keeps them on disk, `memory.ts` in memory. */
import type { Digest } from '../model/canonical.ts';
import type { SectionName } from '../model/catalogue.ts';
import type { AnyRow, RawElement } from '../model/descriptor.ts';
import type { Completeness, Kind } from '../model/inventory.ts';
import type { Schedule } from '../model/schedule.ts';

/** A snapshot of a machine, by the digests of its sections. Times are ISO 8601 in UTC. */
export interface SnapshotHead {
  /** 1, 2, 3 … within a machine. */
  readonly seq: number;
  readonly digest: Digest;
  /** When the inventory was made. */
  readonly at: string;
  readonly receivedAt: string;
  readonly agent: string;
  /** When the machine was last seen in the state before this one; undefined for the first. */
  readonly previousSeen?: string;
  readonly sections: { readonly [N in SectionName]?: Digest };
}

/** How one section of the last state came to be known. */
export interface SectionState {
  readonly completeness: Completeness;
  readonly reason?: string;
  /** When the run that read the content was made; undefined where it was never collected. */
  readonly collectedAt?: string;
  /** When an agent last said that the content still holds without sending it. */
  readonly confirmedAt?: string;
  /** Undefined where the section was never collected. */
  readonly digest?: Digest;
}

/** Evidence that tells machines apart; what is known junk is left out. */
export interface Evidence {
  readonly uuid?: string;
  readonly serials: readonly string[];
  /** Lower case, colons. */
  readonly macs: readonly string[];
}

/** The machine file: everything that is true now and needs no history. */
export interface MachineRecord {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly name: string;
  readonly kind: Kind;
  readonly evidence: Evidence;
  /** TAG and custom fields, owned by the server once the machine is known. */
  readonly account: Readonly<Record<string, string>>;
  /** When it is to report, where that was set for this machine; its agent is never told of it as a custom field. */
  readonly schedule?: Schedule;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** When the last run arrived, by the clock of the receiver; undefined in a file of an older version. */
  readonly receivedAt?: string;
  readonly agent: string;
  /** The newest snapshot. */
  readonly seq: number;
  /** The snapshot that was kept last, where that is not the newest: it arrived late. */
  readonly lastSeq?: number;
  /** When the newest snapshot was made: the last time anything changed. */
  readonly changedAt: string;
  readonly sections: { readonly [N in SectionName]?: SectionState };
  /** Volatile values of the last run, in the canonical order of the rows. */
  readonly volatile: { readonly [N in SectionName]?: readonly AnyRow[] };
  /** What the fleet list shows of each section. */
  readonly facts: { readonly [N in SectionName]?: RowFacts };
  /** Sections the catalogue does not know, as last received. */
  readonly extras: readonly RawElement[];
}

/** What the fleet list shows of the content of a machine. */
export interface RowFacts {
  readonly os?: string;
  readonly ip?: string;
  readonly mac?: string;
  readonly serial?: string;
  readonly uuid?: string;
  readonly model?: string;
  readonly cpu?: string;
  readonly memoryMiB?: number;
  readonly diskMB?: number;
  readonly softwareCount?: number;
}

/** One row of the fleet list: all that a list needs, so that it never opens a machine file. */
export interface FleetRow extends RowFacts {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly name: string;
  readonly kind: Kind;
  readonly agent: string;
  readonly tag?: string;
  /** MAC addresses that tell machines apart. */
  readonly macs: readonly string[];
  /** How many were kept: the number given out last, not that of the newest state where an older one arrived late. */
  readonly snapshots: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** When the newest snapshot was opened: the last time anything changed. */
  readonly changedAt: string;
  /** The least known of the machine's sections. */
  readonly completeness: Completeness;
}

/** Who a machine was at one of its snapshots. */
export type MachineIdentity = Pick<
  MachineRecord,
  'id' | 'aliases' | 'name' | 'kind' | 'evidence' | 'account' | 'schedule'
>;

/**
 * A state to keep: content of what was collected, and a word on what was not. One that was made before the machine was
 * last seen takes its place in the history, and leaves what is known now as it is.
 */
export interface SaveRequest {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly evidence: Evidence;
  /** Stored for a new machine only: afterwards the values are the server's. */
  readonly account: Readonly<Record<string, string>>;
  /** Added to those already known. */
  readonly aliases: readonly string[];
  /** When it was made; not after `receivedAt`. */
  readonly at: string;
  readonly receivedAt: string;
  /** No inventory that was asked for has arrived: it comes from a file, or tells of a new address alone. */
  readonly unasked?: true;
  readonly agent: string;
  readonly sections: { readonly [N in SectionName]?: SavedSection };
  readonly extras: readonly RawElement[];
}

/** Without `rows` the last known content stays; where there is none, the section is listed without content. */
export interface SavedSection {
  readonly completeness: Completeness;
  readonly reason?: string;
  readonly rows?: readonly AnyRow[];
  /** The agent says that the content it sent before still holds. */
  readonly confirmed?: true;
}

export interface SaveResult {
  /** `stored`: a snapshot was opened. `same`: nothing stable changed. */
  readonly outcome: 'stored' | 'same';
  readonly id: string;
  /** The snapshot that holds what was saved. */
  readonly seq: number;
  /** What is held now. */
  readonly digests: { readonly [N in SectionName]?: Digest };
}

/** A golden baseline: a named place in the history of a machine. */
export interface Baseline {
  readonly name: string;
  readonly id: string;
  readonly seq: number;
}

/** Any number of readers, at any time, also while another process writes. */
export interface StoreReader {
  fleet(): Promise<readonly FleetRow[]>;
  machine(id: string): Promise<MachineRecord | undefined>;
  /** The id of the machine that has this id or alias. */
  resolve(idOrAlias: string): Promise<string | undefined>;
  /** Oldest first, whenever they arrived; empty for an unknown machine. */
  timeline(id: string): Promise<readonly SnapshotHead[]>;
  /** Who the machine was at each of its snapshots, in the order of `timeline`. */
  identities(id: string): Promise<readonly MachineIdentity[]>;
  /** Stable rows of one section of a snapshot; undefined where the snapshot has none. */
  rows(id: string, seq: number, section: SectionName): Promise<readonly AnyRow[] | undefined>;
  /** In the order of their names. */
  baselines(): Promise<readonly Baseline[]>;
  /** Calls back after the store changed, whoever wrote; returns the way to stop. */
  watch(changed: () => void): () => void;
}

/** One writer at a time: `writer.ts` sees to it. A promise that resolves means: on disk, synced. */
export interface StoreWriter extends StoreReader {
  /** Runs work that reads a machine and then saves it; one after the other for each machine. */
  exclusive<T>(id: string, work: () => Promise<T>): Promise<T>;
  save(request: SaveRequest): Promise<SaveResult>;
  /** Sets administrative values of a machine, and its schedule; those not named stay, and an empty one is taken away. */
  setAccount(id: string, values: Readonly<Record<string, string>>): Promise<void>;
  /** Names a place, in place of what had the name before. */
  setBaseline(baseline: Baseline): Promise<void>;
  /** Brings the index up to date; called in batches after replies. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** What taking in an inventory needs of a store. */
export type MachineStore = Pick<StoreWriter, 'resolve' | 'exclusive' | 'machine' | 'timeline' | 'rows' | 'save'>;
