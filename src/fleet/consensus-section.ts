import { rowName } from '../delta/delta.ts';
import { isNoise } from '../delta/noise.ts';
import { describe, type SectionName } from '../model/catalogue.ts';
import { type AnyRow, fieldValue, type Value } from '../model/descriptor.ts';
import type { ConsensusItem, Holder, Member } from './consensus.ts';

export interface SectionConsensus {
  readonly name: SectionName;
  readonly items: readonly ConsensusItem[];
  /** What most have, without the fields they do not agree on. */
  readonly rows: readonly AnyRow[];
}

/** Undefined where most machines did not tell of the section, or where none of its rows is like that of another. */
export function sectionConsensus(name: SectionName, members: readonly Member[]): SectionConsensus | undefined {
  if (describe(name).volatile) return undefined;
  const known = members.flatMap(({ id, rows }) => (rows.has(name) ? { id, rows: rows.get(name) ?? [] } : []));
  if (!isMost(known.length, members.length)) return undefined;
  const ways = waysToTell(name, known);
  if (ways.length === 0) return undefined;
  const ids = known.map(({ id }) => id);
  const items = [...holdersByKey(known, ways).values()].flatMap((holders) => itemsOf(name, holders, ids));
  const common = items.filter(({ isCommon }) => isCommon);
  return { name, items: [...common, ...items.filter(({ isCommon }) => !isCommon)], rows: rowsOf(name, common) };
}

interface Known {
  readonly id: string;
  readonly rows: readonly AnyRow[];
}

/** The identity keys by which most machines can have the same row: a serial number is not one. */
function waysToTell(name: SectionName, known: readonly Known[]): readonly (readonly string[])[] {
  const descriptor = describe(name);
  if (descriptor.cardinality === 'one') return [[]];
  const isShared = new Map(
    [...new Set(descriptor.identity.flat())].map((field) => [field, isSharedField(field, known)] as const),
  );
  return descriptor.identity.filter((fields) =>
    fields.every((field) => isShared.get(field) && !descriptor.fields[field]?.sensitive),
  );
}

/** Some value of it stands on most machines; where there are none, nothing speaks against it. */
function isSharedField(field: string, known: readonly Known[]): boolean {
  const counts = new Map<string, number>();
  for (const { rows } of known) {
    for (const text of new Set(rows.map((row) => textOf(fieldValue(row, field)))))
      counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  counts.delete(textOf(undefined));
  return [...counts.values()].some((count) => isMost(count, known.length));
}

/** Rows of all machines by what they are; the second row of one name is another thing than the first. */
function holdersByKey(known: readonly Known[], ways: readonly (readonly string[])[]) {
  const holders = new Map<string, Holder[]>();
  for (const { id, rows } of known) {
    const seen = new Map<string, number>();
    for (const row of rows) {
      const name = keyOf(row, ways);
      if (name === undefined) continue;
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      const key = `${nth} ${name}`;
      const others = holders.get(key);
      if (others) others.push({ id, row });
      else holders.set(key, [{ id, row }]);
    }
  }
  return holders;
}

function keyOf(row: AnyRow, ways: readonly (readonly string[])[]): string | undefined {
  const way = ways.find((fields) => fields.every((field) => fieldValue(row, field) !== undefined));
  return way && JSON.stringify(way.map((field) => [field, fieldValue(row, field)]));
}

function itemsOf(section: SectionName, holders: readonly Holder[], ids: readonly string[]): readonly ConsensusItem[] {
  const agreed = agreedRow(section, holders);
  if (describe(section).cardinality === 'many') return [itemOf(section, holders, ids, agreed)];
  return Object.keys(agreed).map((field) => {
    const having = holders.filter(({ row }) => fieldValue(row, field) !== undefined);
    return { ...itemOf(section, having, ids, pick(agreed, [field])), field };
  });
}

function itemOf(section: SectionName, holders: readonly Holder[], ids: readonly string[], row: AnyRow): ConsensusItem {
  const same = holders.filter((holder) => isAs(section, row, holder.row));
  const having = new Set(holders.map(({ id }) => id));
  const [first] = holders;
  return {
    section,
    key: rowName(section, first?.row ?? row),
    row,
    isCommon: isMost(holders.length, ids.length),
    of: ids.length,
    same: same.map(({ id }) => id),
    different: holders.filter((holder) => !same.includes(holder)),
    missing: ids.filter((id) => !having.has(id)),
  };
}

/** The values that most of those have that have the row. */
function agreedRow(section: SectionName, holders: readonly Holder[]): AnyRow {
  const fields = Object.entries(describe(section).fields).filter(([, field]) => !field.sensitive && !field.volatile);
  return Object.fromEntries(
    fields.flatMap(([name]) => {
      const value = mostCommon(section, name, holders);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Undefined where no value is that of most; what differs by noise counts as one. */
function mostCommon(section: SectionName, field: string, holders: readonly Holder[]): Value | undefined {
  const values = new Map<string, { readonly value: Value; count: number }>();
  for (const { row } of holders) {
    const value = fieldValue(row, field);
    if (value === undefined) continue;
    const known = values.get(textOf(value));
    if (known) known.count++;
    else values.set(textOf(value), { value, count: 1 });
  }
  const all = [...values.values()];
  const near = ({ value }: (typeof all)[number]) =>
    all.reduce((sum, other) => sum + (isEqual(section, field, value, other.value) ? other.count : 0), 0);
  return all
    .sort((a, b) => b.count - a.count)
    .find((one) => isMost(one.count, holders.length) || isMost(near(one), holders.length))?.value;
}

function isEqual(section: SectionName, field: string, before: Value | undefined, after: Value | undefined): boolean {
  return textOf(before) === textOf(after) || isNoise(section, { field, before, after });
}

function isAs(section: SectionName, agreed: AnyRow, row: AnyRow): boolean {
  return Object.keys(agreed).every((field) => {
    return isEqual(section, field, fieldValue(agreed, field), fieldValue(row, field));
  });
}

/** One row where the section exists once, of all the fields that most have. */
function rowsOf(section: SectionName, common: readonly ConsensusItem[]): readonly AnyRow[] {
  const rows = common.map(({ row }) => row);
  if (describe(section).cardinality === 'many') return rows;
  return rows.length > 0 ? [Object.assign({}, ...rows)] : [];
}

function pick(row: AnyRow, fields: readonly string[]): AnyRow {
  return Object.fromEntries(fields.map((field) => [field, fieldValue(row, field)]));
}

/** Lists mean the same in any order. */
function textOf(value: Value | undefined): string {
  return JSON.stringify(typeof value === 'object' ? [...value].sort() : value) ?? '';
}

function isMost(count: number, of: number): boolean {
  return count * 2 > of;
}
