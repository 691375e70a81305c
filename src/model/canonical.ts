import { createHash } from 'node:crypto';
import { describe, type SectionName } from './catalogue.ts';
import { type AnyRow, fieldValue, type RawElement, type Value } from './descriptor.ts';
import { compareTexts } from './order.ts';

/** SHA-256 in lower-case hex. */
export type Digest = string;

/** A row as it came, what of it is compared, and that as JSON: equal texts mean equal rows. */
export interface CanonicalRow {
  readonly row: AnyRow;
  readonly stable: AnyRow;
  readonly text: string;
}

/**
 * The rows of a section in the order of their stable text. What is compared has no volatile fields, its fields are in
 * catalogue order and its lists sorted. Two agents that say the same in another order give the same rows.
 */
export function canonicalRows(section: SectionName, rows: readonly AnyRow[]): readonly CanonicalRow[] {
  const fields = fieldNames(section, false);
  return rows
    .map((row) => {
      const stable = stableRow(fields, row);
      return { row, stable, text: JSON.stringify(stable) };
    })
    .sort((a, b) => compareTexts(a.text, b.text));
}

/** The rows of a section as they are compared, hashed and kept. */
export function stableRows(section: SectionName, rows: readonly AnyRow[]): readonly AnyRow[] {
  return canonicalRows(section, rows).map(({ stable }) => stable);
}

/** The rows, whole, in the order of their stable text: the order in which volatile values are kept beside them. */
export function canonicalOrder(section: SectionName, rows: readonly AnyRow[]): readonly AnyRow[] {
  return canonicalRows(section, rows).map(({ row }) => row);
}

/** Only the volatile fields of a row. */
export function volatileRow(section: SectionName, row: AnyRow): AnyRow {
  return pick(fieldNames(section, true), row);
}

export function hasVolatileFields(section: SectionName): boolean {
  return fieldNames(section, true).length > 0;
}

/** Digest of a section's stable content. */
export function sectionDigest(section: SectionName, rows: readonly AnyRow[]): Digest {
  return sha256(sectionText(section, rows));
}

/** What the digest is taken of: the stable rows as JSON; none for a section that is wholly volatile. */
export function sectionText(section: SectionName, rows: readonly AnyRow[]): string {
  const compared = describe(section).volatile ? [] : canonicalRows(section, rows);
  return `[${compared.map(({ text }) => text).join(',')}]`;
}

/** Digest of a whole state: the digests of its sections by name. */
export function stateDigest(sections: Readonly<Record<string, Digest>>): Digest {
  const names = Object.keys(sections).sort();
  return sha256(JSON.stringify(names.map((name) => [name, sections[name]])));
}

export function sha256(content: string | Uint8Array): Digest {
  return createHash('sha256').update(content).digest('hex');
}

function fieldNames(section: SectionName, volatile: boolean): readonly string[] {
  const fields = Object.entries(describe(section).fields);
  return fields.filter(([, field]) => (field.volatile === true) === volatile).map(([name]) => name);
}

function stableRow(fields: readonly string[], row: AnyRow): AnyRow {
  const stable = pick(fields, row);
  return row.extras?.length ? { ...stable, extras: sortElements(row.extras) } : stable;
}

function pick(fields: readonly string[], row: AnyRow): AnyRow {
  const picked: Record<string, Value> = {};
  for (const name of fields) {
    const value = fieldValue(row, name);
    if (value !== undefined) picked[name] = sortedValue(value);
  }
  return picked;
}

function sortedValue(value: Value): Value {
  return Array.isArray(value) ? [...value].sort() : value;
}

function sortElements(elements: readonly RawElement[]): readonly RawElement[] {
  return elements
    .map((element) => ({ element, key: JSON.stringify(element) }))
    .sort((a, b) => compareTexts(a.key, b.key))
    .map(({ element }) => element);
}
