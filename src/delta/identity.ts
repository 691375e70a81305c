import { canonicalRows, hasVolatileFields, volatileRow } from '../model/canonical.ts';
import { describe, type SectionName } from '../model/catalogue.ts';
import { type AnyRow, fieldValue, type SectionDescriptor } from '../model/descriptor.ts';
import { compareTexts } from '../model/order.ts';
import { isPlaceholderSerial } from '../model/placeholders.ts';

export interface Pair {
  readonly before: AnyRow;
  readonly after: AnyRow;
}

/** Which row of one side is which row of the other; in canonical order, so the order on arrival means nothing. */
export interface Pairing {
  readonly pairs: readonly Pair[];
  readonly removed: readonly AnyRow[];
  readonly added: readonly AnyRow[];
}

/**
 * Pairs equal rows first, then rows with the same serial number, then by the identity keys of the section, best first.
 * Rows that one key leaves over are tried with the next, so a row that gains a serial number stays the same row.
 */
export function pairRows(section: SectionName, before: readonly AnyRow[], after: readonly AnyRow[]): Pairing {
  let left = entries(section, before);
  let right = entries(section, after);
  const pairs: Pair[] = [];
  for (const match of matchers(section)) {
    if (left.length === 0 || right.length === 0) break;
    const matched = match(left, right);
    const taken = new Set(matched.flat());
    if (matched.length === 0) continue;
    for (const [a, b] of matched) pairs.push({ before: a.row, after: b.row });
    left = left.filter((entry) => !taken.has(entry));
    right = right.filter((entry) => !taken.has(entry));
  }
  return { pairs, removed: left.map(({ row }) => row), added: right.map(({ row }) => row) };
}

/** The serial number of a row of a section that knows its rows by it; undefined where it is a placeholder. */
export function serialOf(section: SectionName, row: AnyRow): string | undefined {
  return isIdentifiedBySerial(describe(section)) ? ownSerial(row) : undefined;
}

const SERIAL = 'serial';

interface Entry {
  readonly row: AnyRow;
  /** Stable text, by which entries are in order: equal texts mean equal rows. */
  readonly text: string;
}
type Entries = readonly Entry[];
type Match = readonly [Entry, Entry];
type Matcher = (left: Entries, right: Entries) => readonly Match[];
type KeyOf = (entry: Entry) => string | undefined;

/** Equal rows in the order of their volatile values, so that it does not matter in which order they came. */
function entries(section: SectionName, rows: readonly AnyRow[]): Entries {
  const canonical = canonicalRows(section, rows);
  if (!hasVolatileFields(section)) return canonical;
  return canonical
    .map(({ row, text }) => ({ row, text, volatile: JSON.stringify(volatileRow(section, row)) }))
    .sort((a, b) => compareTexts(a.text, b.text) || compareTexts(a.volatile, b.volatile));
}

function matchers(section: SectionName): readonly Matcher[] {
  const descriptor = describe(section);
  const bySerial: Matcher = (left, right) => matchUnique(left, right, ({ row }) => ownSerial(row));
  return [
    matchEqual,
    ...(isIdentifiedBySerial(descriptor) ? [bySerial] : []),
    ...identityOf(descriptor).map((keys) => (left: Entries, right: Entries) => {
      return matchClosest(left, right, keys, descriptor.columns);
    }),
  ];
}

/** Both are in the order of their texts. */
function matchEqual(left: Entries, right: Entries): readonly Match[] {
  const matches: Match[] = [];
  for (let [at, to] = [0, 0]; at < left.length && to < right.length; ) {
    const [one, other] = [left[at], right[to]];
    if (!one || !other) break;
    const order = compareTexts(one.text, other.text);
    if (order === 0) matches.push([one, other]);
    if (order <= 0) at++;
    if (order >= 0) to++;
  }
  return matches;
}

/** The nth row with a key is the nth row with that key on the other side. */
function matchTwins(left: Entries, right: Entries, keyOf: KeyOf): readonly Match[] {
  const waiting = groups(right, keyOf);
  return [...groups(left, keyOf)].flatMap(([key, twins]) => {
    const others = waiting.get(key) ?? [];
    return twins.slice(0, others.length).map((twin, n): Match => [twin, others[n] ?? twin]);
  });
}

function matchUnique(left: Entries, right: Entries, keyOf: KeyOf): readonly Match[] {
  const waiting = groups(right, keyOf);
  return [...groups(left, keyOf)].flatMap(([key, twins]) => {
    const others = waiting.get(key) ?? [];
    return twins.length === 1 && others.length === 1 ? matchTwins(twins, others, keyOf) : [];
  });
}

/** Among rows with the same key, those that agree on more columns first: the same version before another one. */
function matchClosest(left: Entries, right: Entries, keys: readonly string[], columns: readonly string[]) {
  const waiting = groups(right, ({ row }) => keyText(row, keys));
  return [...groups(left, ({ row }) => keyText(row, keys))].flatMap(([key, twins]) => {
    return matchByColumns(twins, waiting.get(key) ?? [], columns);
  });
}

function matchByColumns(left: Entries, right: Entries, columns: readonly string[]): readonly Match[] {
  const [one, other] = [left[0], right[0]];
  if (one && other && left.length === 1 && right.length === 1) return [[one, other]];
  const matches: Match[] = [];
  let [these, those] = [left, right];
  for (let agreed = columns.length; agreed >= 0 && these.length > 0 && those.length > 0; agreed--) {
    const found = matchTwins(these, those, ({ row }) => {
      return JSON.stringify(columns.slice(0, agreed).map((column) => fieldValue(row, column)));
    });
    const taken = new Set(found.flat());
    these = these.filter((entry) => !taken.has(entry));
    those = those.filter((entry) => !taken.has(entry));
    matches.push(...found);
  }
  return matches;
}

function groups(all: Entries, keyOf: KeyOf): Map<string, Entry[]> {
  const byKey = new Map<string, Entry[]>();
  for (const entry of all) {
    const key = keyOf(entry);
    if (key === undefined) continue;
    const twins = byKey.get(key);
    if (twins) twins.push(entry);
    else byKey.set(key, [entry]);
  }
  return byKey;
}

/** Undefined where a row lacks one of the keys. */
function keyText(row: AnyRow, keys: readonly string[]): string | undefined {
  const values = keys.map((key) => (key === SERIAL ? ownSerial(row) : fieldValue(row, key)));
  return values.includes(undefined) ? undefined : JSON.stringify(values);
}

/** A section that exists once needs no key: its only row is always the same row. */
function identityOf(descriptor: SectionDescriptor): readonly (readonly string[])[] {
  return descriptor.cardinality === 'many' ? descriptor.identity : [[]];
}

function ownSerial(row: AnyRow): string | undefined {
  const serial = fieldValue(row, SERIAL);
  return typeof serial === 'string' && !isPlaceholderSerial(serial) ? serial : undefined;
}

function isIdentifiedBySerial(descriptor: SectionDescriptor): boolean {
  return identityOf(descriptor).some((keys) => keys.length === 1 && keys[0] === SERIAL);
}
