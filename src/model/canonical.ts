import { createHash, hash } from 'node:crypto';
import { describe, type SectionName, sectionNames } from './catalogue.ts';
import { type AnyRow, fieldValue, type RawElement, type Value } from './descriptor.ts';
import { compareTexts } from './order.ts';

/** SHA-256 in lower-case hex. */
export type Digest = string;

/** A row as it came, and what of it is compared as JSON: equal texts mean equal rows. */
export interface CanonicalRow {
  readonly row: AnyRow;
  readonly text: string;
}

/**
 * The rows of a section in the order of their stable text. What is compared has no volatile fields, its fields are in
 * catalogue order and its lists sorted. Two agents that say the same in another order give the same rows.
 */
export function canonicalRows(section: SectionName, rows: readonly AnyRow[]): readonly CanonicalRow[] {
  const known = ordered.get(rows);
  if (known?.section === section) return known.rows;
  const canonical = inOrder(fieldNames(section, false), rows);
  if (rows.length <= KEPT_ROWS) ordered.set(rows, { section, rows: canonical });
  return canonical;
}

/** By the very list of rows: one run of the agent asks several times for those of a thousand packages. */
const ordered = new WeakMap<readonly AnyRow[], { section: SectionName; rows: readonly CanonicalRow[] }>();
/** A longer list is not kept in memory a second time. */
const KEPT_ROWS = 5000;

/** The texts are put in order by themselves: that is done without a call back for each pair of rows. */
function inOrder(fields: readonly string[], rows: readonly AnyRow[]): readonly CanonicalRow[] {
  const told = rows.map((row) => ({ row, text: stableText(fields, row) }));
  if (isInOrder(told)) return told;
  const byText = new Map<string, CanonicalRow[]>();
  for (const one of told) {
    const same = byText.get(one.text);
    if (same) same.push(one);
    else byText.set(one.text, [one]);
  }
  const texts = [...byText.keys()].sort();
  return texts.flatMap((text) => byText.get(text) ?? []);
}

/** As rows are that come from a store: these need not be put in order. */
function isInOrder(rows: readonly CanonicalRow[]): boolean {
  return rows.every(({ text }, at) => at === 0 || (rows[at - 1]?.text ?? '') <= text);
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

/** Digest of a section's stable content; none of it where the section is wholly volatile. */
export function sectionDigest(section: SectionName, rows: readonly AnyRow[]): Digest {
  const known = taken.get(rows);
  if (known?.section === section) return known.digest;
  const digest = rows.length <= KEPT_ROWS ? digestAtOnce(section, rows) : digestInPieces(section, rows);
  taken.set(rows, { section, digest });
  return digest;
}

/** By the very list of rows, as above. */
const taken = new WeakMap<readonly AnyRow[], { readonly section: SectionName; readonly digest: Digest }>();

function digestAtOnce(section: SectionName, rows: readonly AnyRow[]): Digest {
  const texts = describe(section).volatile ? [] : canonicalRows(section, rows).map(({ text }) => text);
  return sha256(`[${texts.join(',')}]`);
}

function digestInPieces(section: SectionName, rows: readonly AnyRow[]): Digest {
  const running = createHash('sha256');
  for (const piece of sectionPieces(section, rows)) running.update(piece);
  return running.digest('hex');
}

/**
 * What the digest is taken of: the stable rows as JSON, in pieces, so that long sections never stand in memory twice.
 * Empty pieces come while the rows are put in order: after any of them other work may have its turn.
 */
export function* sectionPieces(section: SectionName, rows: readonly AnyRow[]): Generator<string> {
  const texts: string[] = [];
  let unread = 0;
  for (const text of describe(section).volatile ? [] : stableTexts(section, rows)) {
    texts.push(text);
    unread += text.length;
    if (unread <= PIECE) continue;
    unread = 0;
    yield '';
  }
  texts.sort();
  yield* joined(texts);
}

/** Digest of a whole state: the digests of its sections by name. */
export function stateDigest(sections: Readonly<Record<string, Digest>>): Digest {
  const names = Object.keys(sections).sort();
  return sha256(JSON.stringify(names.map((name) => [name, sections[name]])));
}

export function sha256(content: string | Uint8Array): Digest {
  return hash('sha256', content);
}

function* stableTexts(section: SectionName, rows: readonly AnyRow[]): Generator<string> {
  const fields = fieldNames(section, false);
  for (const row of rows) yield stableText(fields, row);
}

/** A JSON array of the texts, each let go of once it is said. */
function* joined(texts: string[]): Generator<string> {
  let piece = '[';
  for (let at = 0; at < texts.length; at++) {
    piece += at === 0 ? texts[at] : `,${texts[at]}`;
    texts[at] = '';
    if (piece.length <= PIECE) continue;
    yield piece;
    piece = '';
  }
  yield `${piece}]`;
}

const PIECE = 64 * 2 ** 10;

function fieldNames(section: SectionName, volatile: boolean): readonly string[] {
  const names = namesOf.get(section);
  return (volatile ? names?.volatile : names?.stable) ?? [];
}

const namesOf = new Map(sectionNames.map((section) => [section, namesByKind(section)] as const));

function namesByKind(section: SectionName) {
  const fields = Object.entries(describe(section).fields);
  return {
    stable: fields.filter(([, field]) => !field.volatile).map(([name]) => name),
    volatile: fields.filter(([, field]) => field.volatile).map(([name]) => name),
  };
}

function stableText(fields: readonly string[], row: AnyRow): string {
  return JSON.stringify(isStable(fields, row) ? row : stableRow(fields, row));
}

/** Whether a row is already as it is compared, as most are where they are collected: a copy is what costs. */
function isStable(fields: readonly string[], row: AnyRow): boolean {
  let at = 0;
  for (const name in row) {
    at = fields.indexOf(name, at) + 1;
    if (at === 0 || typeof row[name] === 'object') return false;
  }
  return true;
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
