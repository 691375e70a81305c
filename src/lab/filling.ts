import type { Entry, ManualSheet } from './sheet.ts';
import { elapsed, explainPause, pause, resume, type Stopwatch, start, tick } from './stopwatch.ts';

/** The sheet is opened at a field: the stopwatch counts from now on. */
export function open({ finishedAt: _, ...sheet }: ManualSheet, field: string, now: number): ManualSheet {
  return visiting({ ...sheet, watch: start(sheet.watch, now) }, field, now);
}

/** Time has passed in the field it is open at. */
export function passed(sheet: ManualSheet, now: number): ManualSheet {
  return withWatch(sheet, tick(sheet.watch, now), now);
}

/** Leaves the field for another one. */
export function moveTo(sheet: ManualSheet, field: string, now: number): ManualSheet {
  return visiting(passed(sheet, now), field, now);
}

/** Writes into a field; undefined makes it blank. */
export function write(sheet: ManualSheet, field: string, entry: Entry | undefined): ManualSheet {
  const before = sheet.entries[field];
  if (isSame(before, entry)) return sheet;
  const edit = before ? { field, before } : { field };
  return { ...withEntry(sheet, field, entry), edits: [...sheet.edits, edit] };
}

/** The sheet before its last change. */
export function undo(sheet: ManualSheet): ManualSheet {
  const last = sheet.edits.at(-1);
  return last ? { ...withEntry(sheet, last.field, last.before), edits: sheet.edits.slice(0, -1) } : sheet;
}

export function pauseFilling(sheet: ManualSheet, now: number): ManualSheet {
  return withWatch(sheet, pause(sheet.watch, now), now);
}

/** Says why; the pause goes on. */
export function explainFillingPause(sheet: ManualSheet, reason: string): ManualSheet {
  return { ...sheet, watch: explainPause(sheet.watch, reason) };
}

export function resumeFilling(sheet: ManualSheet, now: number): ManualSheet {
  return { ...sheet, watch: resume(sheet.watch, now) };
}

/** Closed for good, as far as the person is concerned. */
export function finish(sheet: ManualSheet, now: number): ManualSheet {
  return { ...passed(sheet, now), finishedAt: new Date(now).toISOString() };
}

function visiting(sheet: ManualSheet, field: string, now: number): ManualSheet {
  const at = new Date(now).toISOString();
  return { ...sheet, visits: [...sheet.visits, { field, entered: at, left: at, spent: 0 }] };
}

/** What the stopwatch counted since is time of the visit that is under way, the last one. */
function withWatch(sheet: ManualSheet, watch: Stopwatch, now: number): ManualSheet {
  const counted = elapsed(watch) - elapsed(sheet.watch);
  const left = new Date(now).toISOString();
  const visits = sheet.visits.map((visit, index, all) =>
    index < all.length - 1 ? visit : { ...visit, left, spent: visit.spent + counted },
  );
  return { ...sheet, watch, visits };
}

function withEntry(sheet: ManualSheet, field: string, entry: Entry | undefined): ManualSheet {
  const { [field]: _, ...others } = sheet.entries;
  return { ...sheet, entries: entry ? { ...others, [field]: entry } : others };
}

function isSame(a: Entry | undefined, b: Entry | undefined): boolean {
  return a?.kind === b?.kind && textOf(a) === textOf(b);
}

function textOf(entry: Entry | undefined): string | undefined {
  return entry?.kind === 'value' ? entry.text : undefined;
}
