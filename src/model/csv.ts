import { safeText } from './safe-text.ts';

/** A cell of a CSV file: quoted, safe to print; a text that a spreadsheet would run as a formula gets an apostrophe. */
export function csvCell(value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? `"${harmless(value).replaceAll('"', '""')}"` : String(value);
}

/** A text that no spreadsheet runs, and no terminal obeys. */
export function harmless(text: string): string {
  const safe = safeText(text);
  return FORMULA.test(safe) ? `'${safe}` : safe;
}

/** What begins a formula, in full width too. */
const FORMULA = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/;
