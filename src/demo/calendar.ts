import { DAY, MINUTE } from '../model/time.ts';

/** The weeks of a fleet, counted back from its last day, which is a UTC day. */
export interface Calendar {
  readonly weeks: number;
  /** Midnight before the last day, in milliseconds. */
  readonly lastDay: number;
}

export function createCalendar(months: number, end: Date): Calendar {
  const lastDay = Date.UTC(end.getUTCFullYear(), end.getUTCMonth(), end.getUTCDate());
  return { weeks: Math.max(1, Math.round((months * 52) / 12)), lastDay };
}

/** When a machine reports in a week: its own day and hour of the week, give or take some minutes. */
export function runTime(calendar: Calendar, week: number, slot: Slot, jitter: number): Date {
  const daysBack = (calendar.weeks - 1 - week) * 7 + slot.daysBeforeEnd;
  return new Date(calendar.lastDay - daysBack * DAY + (slot.minuteOfDay + jitter) * MINUTE);
}

/** The part of the week in which a machine reports: 0 is the weekday of the fleet's last day. */
export interface Slot {
  readonly daysBeforeEnd: number;
  readonly minuteOfDay: number;
}

/** So many days before the first week. */
export function daysBefore(calendar: Calendar, days: number, minuteOfDay: number): Date {
  return new Date(calendar.lastDay - (calendar.weeks * 7 + days) * DAY + minuteOfDay * MINUTE);
}

/** `YYYY-MM-DD`. */
export function dateText(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The form of OCS device ids: `NAME-YYYY-MM-DD-hh-mm-ss`. */
export function deviceIdOf(name: string, installed: Date): string {
  return `${name}-${installed.toISOString().slice(0, 19).replace(/[T:]/g, '-')}`;
}
