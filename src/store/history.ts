import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Digest, sha256, stateDigest } from '../model/canonical.ts';
import { isSectionName, type SectionName, sectionNames } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import { ParcoursError } from '../model/errors.ts';
import { readBytes, writeFailure } from './durable.ts';
import { syncFolder } from './folder-sync.ts';
import { FILE_MODE } from './layout.ts';
import type { MachineIdentity, SnapshotHead } from './store.ts';

/** Digest of a section that was read and is empty. */
export const EMPTY: Digest = sha256('[]');

/** One snapshot, as one line of the history of a machine: what changed since the one before, or since its `base`. */
export interface HistoryLine {
  readonly seq: number;
  /** The snapshot it builds on, where that is not the line before; 0: none. */
  readonly base?: number;
  readonly at: string;
  readonly receivedAt: string;
  readonly agent: string;
  readonly previousSeen?: string;
  /** Digest of the whole state. */
  readonly digest: Digest;
  /** Who the machine is, so that its file can be rebuilt from the history. */
  readonly machine: MachineIdentity;
  readonly changed: { readonly [N in SectionName]?: StoredSection };
  /** Sections that were read and are now empty. */
  readonly gone: readonly SectionName[];
}

/** Content in the line itself, or in a blob named by its digest. */
export type StoredSection =
  | { readonly digest: Digest; readonly rows: readonly AnyRow[] }
  | { readonly digest: Digest; readonly blob: true };

export interface History {
  readonly lines: readonly HistoryLine[];
  /** Bytes up to the end of the last whole line. */
  readonly soundBytes: number;
  /** The last line has no end: its snapshot was never acknowledged. */
  readonly torn: boolean;
  /** Numbers of the lines, from 1, that cannot be read. */
  readonly damaged: readonly number[];
}

/** Empty where there is no file. Lines that cannot be read are left out and told. */
export async function readHistory(path: string): Promise<History> {
  const bytes = (await readBytes(path)) ?? Buffer.alloc(0);
  const soundBytes = bytes.lastIndexOf(NEWLINE) + 1;
  const texts = soundBytes === 0 ? [] : bytes.toString('utf8', 0, soundBytes - 1).split('\n');
  const parsed = texts.map(parseLine);
  return {
    lines: parsed.filter((line) => line !== undefined),
    soundBytes,
    torn: soundBytes < bytes.length,
    damaged: parsed.flatMap((line, i) => (line ? [] : i + 1)),
  };
}

/** Resolves when the lines are on disk, synced; otherwise the file is as it was. */
export async function appendLines(path: string, lines: readonly HistoryLine[]): Promise<void> {
  try {
    const isNew = await append(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    if (isNew) await syncFolder(dirname(path));
  } catch (error) {
    throw writeFailure(path, error);
  }
}

/** Cuts off a torn last line. */
export async function dropTornLine(path: string, { soundBytes }: History): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.truncate(soundBytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The snapshots of a machine, oldest first; those that arrived late stand where they belong. */
export function snapshotHeads(lines: readonly HistoryLine[]): readonly SnapshotHead[] {
  const placed = new Map<number, Placed>();
  let last: Placed | undefined;
  for (const line of lines) {
    last = placedOn(line.base === undefined ? last : placed.get(line.base), line);
    placed.set(line.seq, last);
  }
  return [...placed.values()].sort((a, b) => a.time - b.time || a.head.seq - b.head.seq).map(({ head }) => head);
}

/** Who the machine was at each of its snapshots, in the order of `snapshotHeads`. */
export function identitiesIn(lines: readonly HistoryLine[]): readonly MachineIdentity[] {
  const bySeq = new Map(lines.map(({ seq, machine }) => [seq, machine]));
  return snapshotHeads(lines).flatMap(({ seq }) => bySeq.get(seq) ?? []);
}

/**
 * Where the content of a section stands that a snapshot has; undefined where it has none.
 * Fails with `store-damaged` where a line that is lost may have changed it since.
 */
export function findStored(
  lines: readonly HistoryLine[],
  seq: number,
  section: SectionName,
): StoredSection | undefined {
  const chain = chainTo(lines, seq);
  const head = isWhole(chain, seq) ? undefined : snapshotHeads(lines).find((one) => one.seq === chain[0]?.seq);
  if (head && !isConsistent(head)) {
    throw new ParcoursError('store-damaged', `A snapshot before ${seq} is lost, so section ${section} is not known`);
  }
  const line = chain.find(({ changed, gone }) => changed[section] || gone.includes(section));
  return line && (line.changed[section] ?? { digest: EMPTY, rows: [] });
}

/** True where a snapshot is what its line says, so that no line before it is missed. */
export function isConsistent(head: SnapshotHead): boolean {
  return head.digest === stateDigest(head.sections);
}

const NEWLINE = 0x0a;

/** A snapshot and its place in time. */
interface Placed {
  readonly head: SnapshotHead;
  /** In milliseconds since 1970. Never before what it builds on, even if a clock went back. */
  readonly time: number;
}

function placedOn(ground: Placed | undefined, line: HistoryLine): Placed {
  const { seq, at, receivedAt, agent, digest, previousSeen } = line;
  const sections = inCatalogueOrder({ ...ground?.head.sections, ...digestsIn(line) });
  const head = { seq, at, receivedAt, agent, digest, ...(previousSeen && { previousSeen }), sections };
  return { head, time: Math.max(Date.parse(at) || 0, ground?.time ?? 0) };
}

/** The line of a snapshot, or the last before it, and those it builds on; newest first. */
function chainTo(lines: readonly HistoryLine[], seq: number): readonly HistoryLine[] {
  const chain: HistoryLine[] = [];
  for (let index = lines.findLastIndex((line) => line.seq <= seq); index >= 0; ) {
    const [line, from] = [lines[index], index];
    if (!line) break;
    chain.push(line);
    index = line.base === undefined ? from - 1 : lines.findLastIndex((one, i) => i < from && one.seq === line.base);
  }
  return chain;
}

function isWhole(chain: readonly HistoryLine[], seq: number): boolean {
  const follows = (line: HistoryLine, i: number) => (chain[i + 1]?.seq ?? 0) === (line.base ?? line.seq - 1);
  return chain[0]?.seq === seq && chain.every(follows);
}

function parseLine(text: string): HistoryLine | undefined {
  try {
    const line: unknown = JSON.parse(text);
    return isHistoryLine(line) ? line : undefined;
  } catch {
    return undefined;
  }
}

function isHistoryLine(line: unknown): line is HistoryLine {
  const { seq, at, changed, gone, machine } = Object(line);
  return (
    Number.isInteger(seq) && typeof at === 'string' && isObject(changed) && Array.isArray(gone) && isObject(machine)
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

function digestsIn({ changed, gone }: HistoryLine): { readonly [N in SectionName]?: Digest } {
  const filled = Object.entries(changed).map(([name, { digest }]) => [name, digest]);
  const empty = gone.map((name) => [name, EMPTY]);
  return Object.fromEntries([...filled, ...empty].filter(([name = '']) => isSectionName(name)));
}

function inCatalogueOrder<T>(sections: { readonly [N in SectionName]?: T }): { readonly [N in SectionName]?: T } {
  return Object.fromEntries(sectionNames.flatMap((name) => (name in sections ? [[name, sections[name]]] : [])));
}

/** True where the file was new. A line that was torn without anyone noticing must not swallow the next one. */
async function append(path: string, text: string): Promise<boolean> {
  const file = await open(path, 'a+', FILE_MODE);
  try {
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(1, NEWLINE), 0, 1, Math.max(0, size - 1));
    try {
      await file.appendFile(buffer[0] === NEWLINE ? text : `\n${text}`);
      await file.sync();
    } catch (error) {
      await file.truncate(size);
      throw error;
    }
    return size === 0;
  } finally {
    await file.close();
  }
}
