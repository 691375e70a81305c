import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { compareTexts } from '../../model/order.ts';
import { makeFolder, readBytes, writeDurably } from '../../store/durable.ts';
import { FILE_MODE } from '../../store/layout.ts';
import type { Change } from '../fleet.ts';
import type { ChangeKind } from './fleet-index.ts';
import { groupedBy } from './grouped.ts';
import { linesFrom } from './line-file.ts';
import type { Past } from './past.ts';

/** How long each month of the log is: what stands behind that was never told of and counts for nothing. */
export type LogSizes = Readonly<Record<string, number>>;

/** One line of `changes/YYYY-MM.ndjson`. Its times stand first, so that it can be passed over unread. */
interface Line extends Change {
  readonly receivedAt: string;
}

/** What is added to the log. */
export interface Addition {
  readonly pasts: readonly Past[];
  /** True for a snapshot that the log told of before: it is told anew. */
  isKnown(past: Past): boolean;
  /** Called before a file is written anew in place of being appended to. */
  rewriting(): Promise<void>;
}

/**
 * Adds what snapshots changed to the months of their inventories, in the order in which the server received them, and
 * tells how long the months are then.
 */
export async function addToLog(folder: string, sizes: LogSizes, addition: Addition): Promise<LogSizes> {
  const { pasts, isKnown } = addition;
  await makeFolder(folder);
  const added: Record<string, number> = { ...sizes };
  const told = pasts.filter((past) => past.changes.length > 0 || isKnown(past));
  for (const [month, news] of groupedBy(told, ({ row }) => monthOf(row.changedAt))) {
    added[month] = await addToMonth(monthPath(folder, month), added[month] ?? 0, { ...addition, pasts: news });
  }
  // A month of which nothing is told any more has no file.
  for (const month of Object.keys(added).filter((one) => added[one] === 0)) {
    await rm(monthPath(folder, month), { force: true });
    delete added[month];
  }
  return added;
}

/** The changes of inventories made from one time to another; `only`: at least those of a kind. */
export async function* readLog(
  folder: string,
  sizes: LogSizes,
  range: { readonly since: number; readonly until: number; readonly only?: ChangeKind | undefined },
): AsyncGenerator<Change> {
  const [first, last] = [monthOf(isoOf(range.since)), monthOf(isoOf(range.until))];
  const months = Object.keys(sizes).filter((month) => first <= month && month <= last);
  const part = range.only && MARKS[range.only];
  for (const month of months.sort()) {
    // Nothing is made after it is received, so what was received before is older.
    const isLate = (line: string) => timesOf(line).receivedAt >= range.since;
    for await (const line of linesFrom(monthPath(folder, month), sizes[month] ?? 0, isLate, part)) {
      if (!isAsked(line, range)) continue;
      const { receivedAt, ...change }: Line = JSON.parse(line);
      yield change;
    }
  }
}

/** What stands in every line of a kind. */
const MARKS: Readonly<Record<ChangeKind, string>> = { parts: '"serial":', packages: '"section":"softwares"' };

export function monthPath(folder: string, month: string): string {
  return join(folder, `${month}.ndjson`);
}

/** `YYYY-MM`. */
export function monthOf(iso: string): string {
  return iso.slice(0, 7);
}

/** The lines of the log that tell of snapshots. */
export function logLines(pasts: readonly Past[]): string {
  return asText(linesOf(pasts));
}

function linesOf(pasts: readonly Past[]): readonly Line[] {
  return pasts.flatMap(({ changes, receivedAt }) => changes.map((change) => ({ receivedAt, ...change })));
}

/** Times outside the calendar of JSON are its ends. */
function isoOf(time: number): string {
  return new Date(Math.min(Math.max(time, 0), Date.UTC(9999, 0))).toISOString();
}

async function monthText(path: string, size: number): Promise<string> {
  const bytes = await readBytes(path);
  return bytes?.toString('utf8', 0, size) ?? '';
}

function isAsked(line: string, { since, until }: { readonly since: number; readonly until: number }): boolean {
  const { at } = timesOf(line);
  return since <= at && at <= until;
}

/** In milliseconds since 1970; no number for a line that is none. */
function timesOf(line: string): { readonly receivedAt: number; readonly at: number } {
  const [, receivedAt = '', at = ''] = TIMES.exec(line) ?? [];
  return { receivedAt: Date.parse(receivedAt), at: Date.parse(at) };
}

const TIMES = /^\{"receivedAt":"([^"]+)","at":"([^"]+)"/;

async function addToMonth(path: string, size: number, { pasts, isKnown, rewriting }: Addition): Promise<number> {
  const news = linesOf(pasts).toSorted(asReceived);
  const text = await monthText(path, size);
  if (!pasts.some(isKnown) && isBehind(text, news)) return append(path, size, asText(news));
  await rewriting();
  const told = new Set(pasts.map(({ row }) => `${row.snapshots} ${row.id}`));
  const lines = text.split('\n').filter((line) => line !== '');
  const known = lines.map((line): Line => JSON.parse(line));
  const kept = known.filter(({ to, machine }) => !told.has(`${to.seq} ${machine.id}`));
  const whole = asText([...kept, ...news].sort(asReceived));
  await writeDurably(path, whole);
  return Buffer.byteLength(whole);
}

/** True for news that the server received after all that the text tells of. */
function isBehind(text: string, [first]: readonly Line[]): boolean {
  const last = text.slice(text.lastIndexOf('\n', text.length - 2) + 1).trimEnd();
  return first !== undefined && (last === '' || asReceived(JSON.parse(last), first) < 0);
}

function asText(lines: readonly Line[]): string {
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

async function append(path: string, size: number, text: string): Promise<number> {
  const file = await open(path, 'a', FILE_MODE);
  try {
    await file.truncate(size);
    await file.appendFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  return size + Buffer.byteLength(text);
}

/** The changes of one snapshot keep their order. */
function asReceived(a: Line, b: Line): number {
  return compareTexts(a.receivedAt, b.receivedAt) || compareTexts(a.machine.id, b.machine.id) || a.to.seq - b.to.seq;
}
