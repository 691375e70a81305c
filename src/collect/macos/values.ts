import { text, whole } from '../sources/values.ts';

/** A part of a report of macOS: names, and values of any type. */
export interface Item {
  readonly [name: string]: unknown;
}

/** `spdisplays_yes`, `Yes`, `TRUE`, and `attrib_on`; the same in the language of the user where a release translates. */
export function truth(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 0 || value === 1) return value === 1;
  const word = text(value)?.toLowerCase().split('_').at(-1) ?? '';
  return YES.has(word) ? true : NO.has(word) ? false : undefined;
}

const YES: ReadonlySet<string> = new Set(['yes', 'true', 'on', 'enabled', 'oui', 'activé', '1']);
const NO: ReadonlySet<string> = new Set(['no', 'false', 'off', 'disabled', 'non', 'désactivé', '0']);

/** The parts of a part; none where there is no list. */
export function items(value: unknown): readonly Item[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null) : [];
}

export function item(value: unknown): Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Item) : {};
}

export function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((one) => text(one) ?? []) : [];
}

/**
 * A size as macOS writes it for people, in MiB, rounded: `16 GB`, in French `16 Go`, `500,28 Go`; three digits behind a
 * sign are thousands. Undefined where the unit is of a script that is not Latin.
 */
export function mebibytes(value: unknown): number | undefined {
  const [, digits = '', unit = ''] = /^([\d\s.,]+?)\s*([kmgt])(?:i?[bo])?(?:\s|$)/i.exec(text(value) ?? '') ?? [];
  const size = Number(digits.replace(/[\s.,](?=\d{3}(?!\d))/g, '').replace(',', '.'));
  return unit && Number.isFinite(size) ? Math.round(size * (MEBIBYTES[unit.toLowerCase()] ?? 0)) : undefined;
}

const MEBIBYTES: Readonly<Record<string, number>> = { k: 1 / 1024, m: 1, g: 1024, t: 1024 * 1024 };

export function fromBytes(value: unknown): number | undefined {
  const bytes = whole(value);
  return bytes === undefined ? undefined : Math.floor(bytes / 1024 / 1024);
}

/** `0x05ac`, `0x046d  (Logitech Inc.)` and `5ac` as `05ac`. */
export function hexId(value: unknown): string | undefined {
  const [, digits] = /^(?:0x)?([0-9a-f]{1,4})(?:\s|$)/i.exec(text(value) ?? '') ?? [];
  return digits?.toLowerCase().padStart(4, '0');
}
