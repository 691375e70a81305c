import { rm, stat } from 'node:fs/promises';
import type { Digest } from '../model/canonical.ts';
import { describe, isSectionName, type SectionName } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import { unlessDamaged } from '../model/errors.ts';
import { present } from '../model/present.ts';
import { readBlob, verifiedRows } from './blobs.ts';
import { listFolder } from './durable.ts';
import { factSections, rowFacts } from './facts.ts';
import {
  dropTornLine,
  findStored,
  type History,
  type HistoryLine,
  identitiesIn,
  readHistory,
  snapshotHeads,
} from './history.ts';
import { historyPath, type Layout, machinePath } from './layout.ts';
import { keyOfFile, salvageMachine, writeMachine } from './machines.ts';
import { unlessMissing } from './missing.ts';
import { digestsOf, lastSeqOf, later } from './state.ts';
import type { MachineRecord, SnapshotHead } from './store.ts';

/**
 * Mends every machine whose file may lag its history: a save was cut short between the two, or a file was lost.
 * A machine file is always written after the history, so one that is newer needs no look.
 */
export async function mendAll(layout: Layout): Promise<void> {
  const keys = await machineKeys(layout);
  const suspect = await Promise.all(keys.map((key) => mayLag(layout, key)));
  for (const key of keys.filter((_, i) => suspect[i])) await mend(layout, key);
}

/** The keys of all machines that have a file. */
export async function machineKeys(layout: Layout): Promise<readonly Digest[]> {
  const names = [...(await listFolder(layout.history)), ...(await listFolder(layout.machines))];
  return [...new Set(names.flatMap((name) => keyOfFile(name) ?? []))].sort();
}

/** Makes the machine file agree with the history; rebuilds it where it is lost or cannot be read. */
export async function mend(layout: Layout, key: Digest): Promise<void> {
  const path = historyPath(layout, key);
  const history = await readHistory(path);
  if (history.torn) await dropTornLine(path, history);
  const known = await salvageMachine(layout, key);
  // The first snapshot of a machine was cut short, so the machine was never known.
  if (!known && isEmpty(history)) return rm(path, { force: true });
  const mended = mendedRecord(known, history.lines);
  if (mended && mended !== known) {
    const facts = await rebuiltFacts(layout, history.lines, mended.seq);
    await writeMachine(layout, key, { ...mended, facts: { ...mended.facts, ...facts } });
  }
}

/** The record that agrees with the history: the same one where it does already. */
export function mendedRecord(
  known: MachineRecord | undefined,
  lines: readonly HistoryLine[],
): MachineRecord | undefined {
  const head = snapshotHeads(lines).at(-1);
  const machine = identitiesIn(lines).at(-1);
  if (!head || !machine) return known && known.seq > 0 ? withoutContent(known) : known;
  const lastSeq = Math.max(...lines.map(({ seq }) => seq));
  if (known && lastSeqOf(known) === lastSeq && agrees(known, head)) return known;
  return aligned(known ?? { ...machine, ...blank(lines) }, head, lastSeq);
}

/** The content of a section of a snapshot; undefined where it has none. */
export async function storedRows(
  layout: Layout,
  lines: readonly HistoryLine[],
  seq: number,
  section: SectionName,
): Promise<readonly AnyRow[] | undefined> {
  const stored = findStored(lines, seq, section);
  if (!stored) return undefined;
  if ('blob' in stored) return readBlob(layout, stored.digest);
  return verifiedRows(JSON.stringify(stored.rows), stored.digest, `Snapshot ${seq}, section ${section}`);
}

function isEmpty({ lines, damaged }: History): boolean {
  return lines.length === 0 && damaged.length === 0;
}

async function mayLag(layout: Layout, key: Digest): Promise<boolean> {
  const history = await modifiedAt(historyPath(layout, key));
  const machine = await modifiedAt(machinePath(layout, key));
  return history === undefined || machine === undefined || machine <= history;
}

async function modifiedAt(path: string): Promise<bigint | undefined> {
  return (await unlessMissing(stat(path, { bigint: true })))?.mtimeNs;
}

function agrees(known: MachineRecord, head: SnapshotHead): boolean {
  return known.seq === head.seq && JSON.stringify(digestsOf(known.sections)) === JSON.stringify(head.sections);
}

/** The history is lost: the next inventory opens a snapshot with everything. */
function withoutContent(known: MachineRecord): MachineRecord {
  const { lastSeq: _, ...record } = known;
  return { ...record, seq: 0, sections: {}, volatile: {} };
}

function blank(lines: readonly HistoryLine[]) {
  const firstSeen = snapshotHeads(lines)[0]?.at ?? '';
  return {
    firstSeen,
    lastSeen: firstSeen,
    agent: '',
    seq: 0,
    changedAt: '',
    sections: {},
    volatile: {},
    facts: {},
    extras: [],
  };
}

/** What the last run said of each section is lost with the file; what the history holds was complete or partial. */
function aligned({ lastSeq: _, ...known }: MachineRecord, head: SnapshotHead, lastSeq: number): MachineRecord {
  const sections = Object.entries(head.sections).map(([name, digest]) => {
    const before = known.sections[name as SectionName];
    const kept = before?.digest === digest ? before : undefined;
    return [name, kept ?? { completeness: 'complete', collectedAt: head.at, digest }];
  });
  const others = Object.entries(known.sections).filter(([name, { digest }]) => !digest || isVolatile(name));
  const { seq, agent, at } = head;
  const lastSeen = later(at, known.lastSeen);
  const receivedAt = later(head.receivedAt, known.receivedAt ?? head.receivedAt);
  return {
    ...known,
    seq,
    ...(lastSeq !== seq && { lastSeq }),
    agent,
    lastSeen,
    receivedAt,
    changedAt: at,
    sections: Object.fromEntries([...others, ...sections]),
    volatile: {},
  };
}

function isVolatile(name: string): boolean {
  return isSectionName(name) && describe(name).volatile === true;
}

async function rebuiltFacts(
  layout: Layout,
  lines: readonly HistoryLine[],
  seq: number,
): Promise<MachineRecord['facts']> {
  const facts = factSections.map(async (name) => {
    const rows = await unlessDamaged(storedRows(layout, lines, seq, name));
    return [name, rows && rowFacts(name, rows)] as const;
  });
  return present(Object.fromEntries(await Promise.all(facts)));
}
