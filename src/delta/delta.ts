/** Delta knows which rows of two states are the same, and what differs between them. */
import { describe, type SectionName } from '../model/catalogue.ts';
import { type AnyRow, fieldValue } from '../model/descriptor.ts';
import { compareTexts } from '../model/order.ts';
import { differingFields } from './fields.ts';
import { type Pair, pairRows } from './identity.ts';
import { isMove, vacatedPlaces } from './moved.ts';
import { isNoise } from './noise.ts';
import type { FieldChange, RowChange } from './types.ts';

export interface SectionDiff {
  readonly changes: readonly RowChange[];
  /** Differences folded away because they are noise. */
  readonly noise: number;
  /** Differences of volatile fields. */
  readonly volatile: number;
}

/** What differs between the rows of a section in two states; nothing for a section that is wholly volatile. */
export function diffSection(section: SectionName, before: readonly AnyRow[], after: readonly AnyRow[]): SectionDiff {
  if (describe(section).volatile) return { changes: [], noise: 0, volatile: 0 };
  const { pairs, removed, added } = pairRows(section, before, after);
  const compared = pairs.map((pair) => comparePair(section, pair));
  const changed = compared.flatMap(({ change }) => change ?? []);
  const swaps = vacatedPlaces(section, changed, removed, added);
  const gone = removed.filter((row) => !swaps.has(row)).map((row) => removal(section, row));
  const come = added.filter((row) => !swaps.has(row)).map((row) => addition(section, row));
  return {
    changes: named([...gone, ...changed, ...come]),
    noise: sum(compared.map(({ noise }) => noise)) + swaps.size / 2,
    volatile: sum(compared.map(({ volatile }) => volatile)),
  };
}

/** What a person calls a row: the first of its columns that says something. */
export function rowName(section: SectionName, row: AnyRow): string {
  const { cardinality, columns, fields } = describe(section);
  if (cardinality === 'one') return section;
  const isTold = (field: string) => fieldValue(row, field) !== undefined;
  const field = columns.find(isTold) ?? Object.keys(fields).find(isTold);
  return field === undefined ? section : String(fieldValue(row, field));
}

interface ComparedPair {
  readonly change: RowChange | undefined;
  readonly noise: number;
  readonly volatile: number;
}

function comparePair(section: SectionName, pair: Pair): ComparedPair {
  const descriptor = describe(section);
  const differences = differingFields(descriptor, pair.before, pair.after);
  if (differences.length === 0) return SAME;
  const volatile = differences.filter(({ field }) => descriptor.fields[field]?.volatile);
  const stable = differences.filter((difference) => !volatile.includes(difference));
  const fields = stable.filter((difference) => !isNoise(section, difference));
  return {
    change: fields.length > 0 ? changeOf(section, pair, fields) : undefined,
    noise: stable.length - fields.length,
    volatile: volatile.length,
  };
}

function changeOf(section: SectionName, pair: Pair, fields: readonly FieldChange[]): RowChange {
  const kind = isMove(section, pair, fields) ? 'moved' : 'changed';
  return { kind, key: rowName(section, pair.after), ...pair, fields };
}

const SAME: ComparedPair = { change: undefined, noise: 0, volatile: 0 };

function removal(section: SectionName, before: AnyRow): RowChange {
  return { kind: 'removed', key: rowName(section, before), before, fields: [] };
}

function addition(section: SectionName, after: AnyRow): RowChange {
  return { kind: 'added', key: rowName(section, after), after, fields: [] };
}

/** In the order of their names; the second change of one name is `name #2`. */
function named(changes: readonly RowChange[]): readonly RowChange[] {
  const seen = new Map<string, number>();
  const sorted = [...changes].sort((a, b) => compareTexts(a.key, b.key));
  return sorted.map((change) => {
    const nth = (seen.get(change.key) ?? 0) + 1;
    seen.set(change.key, nth);
    return nth === 1 ? change : { ...change, key: `${change.key} #${nth}` };
  });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
