import type { Digest } from '../model/canonical.ts';
import { unlessDamaged } from '../model/errors.ts';
import { compareTexts } from '../model/order.ts';
import { listFolder, readDocument, writeDocument } from './durable.ts';
import { fleetRow } from './facts.ts';
import { fileKey, type Layout, machinePath } from './layout.ts';
import { keyOfFile, readMachine } from './machines.ts';
import { shareTexts } from './shared-texts.ts';
import { stampOf } from './stamp.ts';
import type { FleetRow, MachineRecord } from './store.ts';

/** Told of machine files that cannot be read. */
export type DamageTeller = (key: Digest) => void;

/** A row of the fleet list, and the state of the machine file it was taken from. */
export interface IndexEntry {
  readonly stamp: string;
  readonly row: FleetRow;
}

/** By key of the machine. */
export type Entries = ReadonlyMap<Digest, IndexEntry>;

/**
 * The fleet as the machine files tell it now. What the index file says is believed for machine files that have not
 * changed since; the others are read. A missing, old or unreadable index costs time, nothing else.
 */
export async function currentEntries(layout: Layout, damaged?: DamageTeller): Promise<Entries> {
  const { covers, entries } = await readIndex(layout);
  if (covers !== undefined && covers === (await stampOf(layout.machines))) return entries;
  return refreshed(layout, entries, damaged);
}

/** Entries with those read again whose machine file changed, came or went. */
export async function refreshed(layout: Layout, entries: Entries, damaged?: DamageTeller): Promise<Entries> {
  const keys = (await listFolder(layout.machines)).flatMap((name) => keyOfFile(name) ?? []);
  const fresh = await Promise.all(keys.map((key) => refresh(layout, key, entries.get(key), damaged)));
  return new Map(keys.flatMap((key, i) => (fresh[i] ? [[key, fresh[i]]] : [])));
}

/** `covers`: stamp of the folder of machine files that the rows are known to match. */
export async function writeIndex(layout: Layout, entries: Entries, covers: string | undefined): Promise<void> {
  const inOrder = [...entries].sort(([a], [b]) => compareTexts(a, b)).map(([, entry]) => entry);
  const file: IndexFile = { version: VERSION, ...(covers && { covers }), entries: inOrder };
  await writeDocument(layout.fleet, file);
}

/** The entry of a machine file just written. */
export async function entryOf(layout: Layout, key: Digest, record: MachineRecord): Promise<IndexEntry> {
  return { stamp: (await stampOf(machinePath(layout, key))) ?? '', row: fleetRow(record) };
}

/** Fails with `store-damaged` where the index cannot be read. */
export async function readIndexFile(layout: Layout): Promise<IndexFile | undefined> {
  return readDocument(layout.fleet, isIndexFile);
}

export interface IndexFile {
  readonly version: number;
  readonly covers?: string;
  readonly entries: readonly IndexEntry[];
}

const VERSION = 1;

async function readIndex(layout: Layout): Promise<{ readonly covers?: string | undefined; readonly entries: Entries }> {
  const file = await unlessDamaged(readIndexFile(layout));
  if (file) shareTexts(file.entries.map(({ row }) => row));
  const entries = new Map(file?.entries.map((entry) => [fileKey(entry.row.id), entry]));
  return { covers: file?.covers, entries };
}

function isIndexFile(data: unknown): data is IndexFile {
  const { version, entries } = Object(data);
  return version === VERSION && Array.isArray(entries) && entries.every((entry) => typeof entry?.row?.id === 'string');
}

/** Of a machine file that cannot be read the last known row stays: `fsck` tells of it, and the others still show. */
async function refresh(
  layout: Layout,
  key: Digest,
  known: IndexEntry | undefined,
  damaged: DamageTeller | undefined,
): Promise<IndexEntry | undefined> {
  const stamp = await stampOf(machinePath(layout, key));
  if (known && known.stamp === stamp) return known;
  if (!stamp) return undefined;
  const record = await unlessDamaged(readMachine(layout, key));
  if (!record) damaged?.(key);
  return record ? { stamp, row: fleetRow(record) } : known;
}
