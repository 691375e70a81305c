/** wire/ocs/ knows the XML dialect of OCS Inventory, and FusionInventory's where it differs. */
import type { Field, Value } from '../../model/descriptor.ts';

/** A value as the text of an element: dates with slashes, the only ones stock servers take. */
export function encodeValue(field: Field, value: Value, scale = 1): string {
  if (typeof value === 'number') return String(value / scale);
  if (field.type === 'yesNo') return value ? '1' : '0';
  if (field.type === 'date') return String(value).replaceAll('-', '/').replace('T', ' ');
  if (field.type === 'list' && Array.isArray(value)) return value.join(field.separator);
  return String(value);
}

/** The value in the text of an element; undefined where the text is none of that type. */
export function decodeValue(field: Field, text: string, scale = 1): Value | undefined {
  switch (field.type) {
    case 'text':
      return text;
    case 'integer':
      return scale === 1 ? integerIn(text) : integerIn(String(Math.round((decimalIn(text) ?? Number.NaN) * scale)));
    case 'decimal':
      return decimalIn(text);
    case 'yesNo':
      return YES.test(text) ? true : NO.test(text) ? false : undefined;
    case 'date':
      return dateIn(text);
    case 'list':
      return partsOf(text, field.separator);
  }
}

const YES = /^(?:1|yes|true|on|y)$/i;
const NO = /^(?:0|no|false|off|n)$/i;

function integerIn(text: string): number | undefined {
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

function decimalIn(text: string): number | undefined {
  const value = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** `YYYY/M/D`, `YYYY-MM-DD` (OCS), `YYYYMMDD` (Windows registry) or `DD/MM/YYYY` (FusionInventory), with or without a time. */
function dateIn(text: string): string | undefined {
  const match = YEAR_FIRST.exec(text) ?? COMPACT.exec(text) ?? DAY_FIRST.exec(text);
  const { year = '', month = '', day = '', time } = match?.groups ?? {};
  if (!isDay(Number(year), Number(month), Number(day))) return undefined;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return time === undefined ? date : `${date}T${time.padEnd(8, ':00')}`;
}

const TIME = String.raw`(?:[ T](?<time>(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?))?`;
const YEAR_FIRST = new RegExp(String.raw`^(?<year>\d{4})[-/](?<month>\d{1,2})[-/](?<day>\d{1,2})${TIME}$`);
const COMPACT = /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/;
const DAY_FIRST = new RegExp(String.raw`^(?<day>\d{1,2})/(?<month>\d{1,2})/(?<year>\d{4})${TIME}$`);

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const lastOfMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day <= lastOfMonth;
}

function partsOf(text: string, separator: string): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
