/** What the store keeps and what it answers: shapes only. `files.ts` keeps them on disk, `memory.ts` in memory. */
import type { Digest } from '../model/canonical.ts';
import type { SectionName } from '../model/catalogue.ts';
import type { AnyRow, RawElement } from '../model/descriptor.ts';
import type { Completeness, Kind } from '../model/inventory.ts';

/** A snapshot of a machine, by the digests of its sections. Times are ISO 8601 in UTC. */
export interface SnapshotHead {
  /** 1, 2, 3 … within a machine. */
  readonly seq: number;
  readonly digest: Digest;
  /** When the inventory was made. */
  readonly at: string;
  readonly receivedAt: string;
  readonly agent: string;
  readonly sections: { readonly [N in SectionName]?: Digest };
}

/** How one section of the last state came to be known. */
export interface SectionState {
  readonly completeness: Completeness;
  readonly reason?: string;
  /** When the run that read the content was made. */
  readonly collectedAt: string;
  readonly digest: Digest;
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
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly agent: string;
  /** The newest snapshot. */
  readonly seq: number;
  readonly sections: { readonly [N in SectionName]?: SectionState };
  /** Volatile values of the last run, in the canonical order of the rows. */
  readonly volatile: { readonly [N in SectionName]?: readonly AnyRow[] };
  /** Sections the catalogue does not know, as last received. */
  readonly extras: readonly RawElement[];
}

/** One row of the fleet list: all that a list needs, so that it never opens a machine file. */
export interface FleetRow {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly name: string;
  readonly kind: Kind;
  readonly os?: string;
  readonly agent: string;
  readonly tag?: string;
  readonly ip?: string;
  readonly mac?: string;
  readonly macs: readonly string[];
  readonly serial?: string;
  readonly uuid?: string;
  readonly model?: string;
  readonly cpu?: string;
  readonly memoryMiB?: number;
  readonly diskMB?: number;
  readonly softwareCount?: number;
  readonly snapshots: number;
  readonly firstSeen: string;
  readonly lastSeen: string;
  /** When the newest snapshot was opened: the last time anything changed. */
  readonly changedAt: string;
  /** The least known of the machine's sections. */
  readonly completeness: Completeness;
}

/** A state to keep: content of what was collected, and a word on what was not. */
export interface SaveRequest {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  readonly evidence: Evidence;
  readonly account: Readonly<Record<string, string>>;
  readonly aliases: readonly string[];
  readonly at: string;
  readonly receivedAt: string;
  readonly agent: string;
  readonly sections: { readonly [N in SectionName]?: SavedSection };
  readonly extras: readonly RawElement[];
}

/** `rows` undefined: keep the last known content. */
export interface SavedSection {
  readonly completeness: Completeness;
  readonly reason?: string;
  readonly collectedAt: string;
  readonly rows?: readonly AnyRow[];
}

export interface SaveResult {
  /** `stored`: a snapshot was opened. `same`: nothing stable changed. */
  readonly outcome: 'stored' | 'same';
  readonly id: string;
  readonly seq: number;
}

/** Any number of readers, at any time, also while another process writes. */
export interface StoreReader {
  fleet(): Promise<readonly FleetRow[]>;
  machine(id: string): Promise<MachineRecord | undefined>;
  /** Oldest first; empty for an unknown machine. */
  timeline(id: string): Promise<readonly SnapshotHead[]>;
  /** Stable rows of one section of a snapshot; undefined where the snapshot has none. */
  rows(id: string, seq: number, section: SectionName): Promise<readonly AnyRow[] | undefined>;
  /** Calls back after the store changed, whoever wrote; returns the way to stop. */
  watch(changed: () => void): () => void;
}

/** One writer at a time: `writer.ts` sees to it. A promise that resolves means: on disk, synced. */
export interface StoreWriter extends StoreReader {
  save(request: SaveRequest): Promise<SaveResult>;
  setAccount(id: string, account: Readonly<Record<string, string>>): Promise<void>;
  /** Brings the index up to date; called in batches after replies. */
  flush(): Promise<void>;
  close(): Promise<void>;
}
