import { createHash } from 'node:crypto';
import { catalogue, describe, type SectionName } from './catalogue.ts';
import { type AnyRow, fieldValue, type RawElement, type SectionDescriptor, type Value } from './descriptor.ts';

/** SHA-256 in lower-case hex. */
export type Digest = string;

/**
 * The rows of a section as they are compared, hashed and kept: volatile fields left out, fields in catalogue order,
 * lists sorted, rows sorted. Two agents that say the same in another order give the same rows.
 */
export function stableRows(section: SectionName, rows: readonly AnyRow[]): readonly AnyRow[] {
  return canonicalOrder(section, rows).map((row) => stableRow(catalogue[section], row));
}

/** The rows, whole, in the order of their stable text: the order in which volatile values are kept beside them. */
export function canonicalOrder(section: SectionName, rows: readonly AnyRow[]): readonly AnyRow[] {
  const descriptor = describe(section);
  return rows
    .map((row) => ({ row, key: JSON.stringify(stableRow(descriptor, row)) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ row }) => row);
}

/** Only the volatile fields of a row. */
export function volatileRow(section: SectionName, row: AnyRow): AnyRow {
  return pick(describe(section), row, (volatile) => volatile);
}

/** Digest of a section's stable content. */
export function sectionDigest(section: SectionName, rows: readonly AnyRow[]): Digest {
  return sha256(sectionText(section, rows));
}

/** What the digest is taken of: the stable rows as JSON; none for a section that is wholly volatile. */
export function sectionText(section: SectionName, rows: readonly AnyRow[]): string {
  return JSON.stringify(describe(section).volatile ? [] : stableRows(section, rows));
}

/** Digest of a whole state: the digests of its sections by name. */
export function stateDigest(sections: Readonly<Record<string, Digest>>): Digest {
  const names = Object.keys(sections).sort();
  return sha256(JSON.stringify(names.map((name) => [name, sections[name]])));
}

export function sha256(content: string | Uint8Array): Digest {
  return createHash('sha256').update(content).digest('hex');
}

function stableRow(descriptor: SectionDescriptor, row: AnyRow): AnyRow {
  const stable = pick(descriptor, row, (volatile) => !volatile);
  return row.extras?.length ? { ...stable, extras: sortElements(row.extras) } : stable;
}

function pick(descriptor: SectionDescriptor, row: AnyRow, wanted: (volatile: boolean) => boolean): AnyRow {
  const picked: Record<string, Value> = {};
  for (const [name, field] of Object.entries(descriptor.fields)) {
    const value = fieldValue(row, name);
    if (value !== undefined && wanted(field.volatile === true)) picked[name] = sortedValue(value);
  }
  return picked;
}

function sortedValue(value: Value): Value {
  return Array.isArray(value) ? [...value].sort() : value;
}

function sortElements(elements: readonly RawElement[]): readonly RawElement[] {
  return elements
    .map((element) => ({ element, key: JSON.stringify(element) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ element }) => element);
}
