import { join } from 'node:path';
import { compareTexts } from '../../model/order.ts';
import { listFolder, makeFolder, readDocument, writeDocument } from '../../store/durable.ts';
import type { DayEntry } from './day-entries.ts';
import { groupedBy } from './grouped.ts';

/** Adds snapshots to `days/YYYY-MM-DD.json`, by the day in UTC on which the inventory was made. */
export async function addToDays(folder: string, entries: readonly DayEntry[]): Promise<void> {
  await makeFolder(folder);
  for (const [day, news] of groupedBy(entries, ({ row }) => dayOf(row.changedAt))) {
    const known = await readDay(folder, day);
    const told = new Set(news.map(snapshotOf));
    const kept = known.filter((entry) => !told.has(snapshotOf(entry)));
    await writeDocument(dayPath(folder, day), [...kept, ...news].sort(inOrder));
  }
}

/** The days of which there is a file, in order. */
export async function knownDays(folder: string): Promise<readonly string[]> {
  return (await listFolder(folder)).flatMap((name) => /^(\d{4}-\d\d-\d\d)\.json$/.exec(name)?.[1] ?? []).sort();
}

/** Empty where there is no file. Fails with `store-damaged` where it cannot be read. */
export async function readDay(folder: string, day: string): Promise<readonly DayEntry[]> {
  return (await readDocument(dayPath(folder, day), isDay)) ?? [];
}

export function dayPath(folder: string, day: string): string {
  return join(folder, `${day}.json`);
}

/** `YYYY-MM-DD`. */
export function dayOf(iso: string): string {
  return iso.slice(0, 10);
}

function isDay(data: unknown): data is readonly DayEntry[] {
  return Array.isArray(data) && data.every((entry) => typeof Object(Object(entry).row).id === 'string');
}

function snapshotOf({ row }: DayEntry): string {
  return `${row.snapshots} ${row.id}`;
}

function inOrder(a: DayEntry, b: DayEntry): number {
  return (
    compareTexts(a.row.changedAt, b.row.changedAt) ||
    compareTexts(a.row.id, b.row.id) ||
    a.row.snapshots - b.row.snapshots
  );
}
