import { DAY, HOUR } from '../../model/time.ts';
import type { MachineRow } from '../fleet.ts';

/** Sign of what a machine has less what was typed; undefined where the machine has none. */
export type Comparison = (row: MachineRow) => number | undefined;

/** Reads what was typed after `<` or `>`; undefined where it is no value of that kind. `now` in milliseconds. */
export type MeasureReader = (typed: string, now: number) => Comparison | undefined;

/** GiB where no unit is typed: `8`, `8g`, `8 Go`, `512m`, `1.5t`. Rows hold MiB. */
export function memoryReader(valueIn: (row: MachineRow) => number | undefined): MeasureReader {
  return sizeReader(valueIn, 1024);
}

/** GB where no unit is typed. Rows hold MB. */
export function diskReader(valueIn: (row: MachineRow) => number | undefined): MeasureReader {
  return sizeReader(valueIn, 1000);
}

export function countReader(valueIn: (row: MachineRow) => number): MeasureReader {
  return (typed) => (NUMBER.test(typed) ? comparison(valueIn, numberOf(typed)) : undefined);
}

/** An age (`30d`, `12h`, `3w`, `2m`, `1y`; days where no unit is typed), or a moment (`2026-11-01`, `2026-11`). */
export function timeReader(valueIn: (row: MachineRow, now: number) => string): MeasureReader {
  return (typed, now) => {
    const [, count, unit = 'd'] = AGE.exec(typed) ?? [];
    const age = ages[unit];
    if (count !== undefined && age !== undefined) {
      return comparison((row) => now - Date.parse(valueIn(row, now)), numberOf(count) * age);
    }
    return DATE.test(typed)
      ? comparison((row) => Date.parse(valueIn(row, now)), Date.parse(localStart(typed)))
      : undefined;
  };
}

/** Equal as people say it: 7.9 GiB is 8, unless 7.9 was typed. */
export function isAbout(typed: string, difference: number): boolean {
  const decimals = /[.,](\d+)/.exec(typed)?.[1]?.length ?? 0;
  return Math.abs(difference) < 0.5 / 10 ** decimals;
}

const NUMBER = /^\d+(?:[.,]\d+)?$/;
const SIZE = /^(\d+(?:[.,]\d+)?)\s?(?:([kmgt])i?[bo]?)?$/;
const AGE = /^(\d+(?:[.,]\d+)?)\s?([hdjwsmya])?$/;
const DATE = /^\d{4}-\d\d(?:-\d\d(?:t\d\d:\d\d)?)?$/;

/** Days, weeks and years by their French letters too: jours, semaines, ans. */
const ages: Readonly<Record<string, number>> = {
  h: HOUR,
  d: DAY,
  j: DAY,
  w: 7 * DAY,
  s: 7 * DAY,
  m: 30 * DAY,
  y: 365 * DAY,
  a: 365 * DAY,
};

function sizeReader(valueIn: (row: MachineRow) => number | undefined, step: number): MeasureReader {
  const units: Readonly<Record<string, number>> = { k: 1 / step / step, m: 1 / step, g: 1, t: step };
  return (typed) => {
    const [, count, unit = 'g'] = SIZE.exec(typed) ?? [];
    const scale = units[unit];
    if (count === undefined || scale === undefined) return undefined;
    return comparison((row) => inLargeUnits(valueIn(row), step * scale), numberOf(count));
  };
}

function inLargeUnits(value: number | undefined, scale: number): number | undefined {
  return value === undefined ? undefined : value / scale;
}

function comparison(valueIn: (row: MachineRow) => number | undefined, limit: number): Comparison {
  return (row) => {
    const value = valueIn(row);
    return value === undefined || Number.isNaN(value) ? undefined : value - limit;
  };
}

function numberOf(text: string): number {
  return Number(text.replace(',', '.'));
}

/** A day begins at midnight of the reader's zone. */
function localStart(date: string): string {
  const day = date.length === 7 ? `${date}-01` : date;
  return day.includes('t') ? day.toUpperCase() : `${day}T00:00`;
}
