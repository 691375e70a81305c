import { problem } from '../i18n/problem.ts';
import { HOUR } from '../model/time.ts';
import type { SnapshotHead } from '../store/store.ts';

/**
 * The snapshot that `WHEN` means, among those of one machine, oldest first; `now` in milliseconds since 1970.
 * A day means its end and a minute means its end, both in local time: the newest snapshot at or before it.
 * Fails with `not-found` where there is none, naming the first one, and with `usage` for anything else.
 */
export function findSnapshot(when: string, heads: readonly SnapshotHead[], now: number): SnapshotHead {
  const first = heads[0];
  if (!first) throw problem('not-found', 'noSnapshotYet');
  const found = snapshotByName(when, heads) ?? snapshotByTime(when, heads, now);
  if (found) return found;
  throw problem('not-found', 'noSnapshotAt', when, String(first.seq), first.at);
}

/** True for a text that `WHEN` allows. */
export function isWhen(text: string): boolean {
  return [NAMED, SEQ, LAST_BUT, DIGEST, AGO, MOMENT].some((form) => form.test(text));
}

/**
 * The time that a text means: how long ago (`7d`), or a moment, whose first or last millisecond `edge` asks for.
 * In milliseconds since 1970; undefined for anything else.
 */
export function timeOf(text: string, now: number, edge: 'start' | 'end'): number | undefined {
  return AGO.test(text) ? timeAgo(text, now) : momentAt(text, edge);
}

const NAMED = /^(?:first|last)$/i;
const SEQ = /^#(\d+)$/;
const LAST_BUT = /^last~(\d+)$/i;
const DIGEST = /^[0-9a-f]{6,64}$/i;
/** At most four digits, so that it is never a digest. */
const AGO = /^(\d{1,4})([hdwmy])$/i;
const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/i;

/** Undefined where the text is a time, or where no snapshot has that name. */
function snapshotByName(when: string, heads: readonly SnapshotHead[]): SnapshotHead | undefined {
  const text = when.toLowerCase();
  if (text === 'first') return heads[0];
  if (text === 'last') return heads.at(-1);
  const lastBut = LAST_BUT.exec(text)?.[1];
  if (lastBut !== undefined) return heads.at(-1 - Number(lastBut));
  const seq = SEQ.exec(text)?.[1];
  if (seq !== undefined) return heads.find((head) => head.seq === Number(seq));
  return DIGEST.test(text) && !AGO.test(text) ? heads.findLast(({ digest }) => digest.startsWith(text)) : undefined;
}

function snapshotByTime(when: string, heads: readonly SnapshotHead[], now: number): SnapshotHead | undefined {
  if (NAMED.test(when) || LAST_BUT.test(when) || SEQ.test(when)) return undefined;
  const time = timeOf(when, now, 'end');
  if (time !== undefined) return heads.findLast(({ at }) => Date.parse(at) <= time);
  if (DIGEST.test(when)) return undefined;
  throw problem('usage', 'noTimeForm', JSON.stringify(when));
}

function timeAgo(when: string, now: number): number {
  const [, count = '', unit = ''] = AGO.exec(when.toLowerCase()) ?? [];
  if (unit === 'h') return now - Number(count) * HOUR;
  if (unit === 'd' || unit === 'w') return daysBefore(now, Number(count) * (unit === 'w' ? 7 : 1));
  return monthsBefore(now, Number(count) * (unit === 'y' ? 12 : 1));
}

/** The same time of day, also across a change of summer time. */
function daysBefore(now: number, days: number): number {
  const date = new Date(now);
  return date.setDate(date.getDate() - days);
}

/** A month that has no such day counts with its last one. */
function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  const day = date.getDate();
  date.setMonth(date.getMonth() - months);
  return date.getDate() === day ? date.getTime() : date.setDate(0);
}

/** Undefined for a text that is no date, or a date that no calendar has. */
function momentAt(when: string, edge: 'start' | 'end'): number | undefined {
  const rest =
    edge === 'end' ? { hour: '23', sixtieth: '59', fraction: '999' } : { hour: '00', sixtieth: '00', fraction: '000' };
  const [, year, month, day, hour = rest.hour, minute = rest.sixtieth, second = rest.sixtieth, zone = ''] =
    MOMENT.exec(when) ?? [];
  if (year === undefined) return undefined;
  if (Number(day) > new Date(Number(year), Number(month), 0).getDate()) return undefined;
  const offset = zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2').toUpperCase();
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${rest.fraction}${offset}`);
  return Number.isNaN(time) ? undefined : time;
}
