import { describe, type SectionName, type SectionRow } from '../model/catalogue.ts';
import { type AnyRow, fieldValue } from '../model/descriptor.ts';
import { differingFields } from './fields.ts';
import { type Pair, serialOf } from './identity.ts';
import type { FieldChange, RowChange } from './types.ts';

/** True for the same serial number in another place. */
export function isMove(section: SectionName, { before, after }: Pair, fields: readonly FieldChange[]): boolean {
  const serial = serialOf(section, before);
  const places = placesOf(section);
  return (
    serial !== undefined &&
    serial === serialOf(section, after) &&
    fields.some((change) => places.includes(change.field) && change.before !== undefined && change.after !== undefined)
  );
}

/**
 * A part that moves leaves an empty slot behind and fills another: the two rows that tell of these slots say nothing
 * more. They are those that have nothing but their place in common with the move, and nothing but it apart.
 */
export function vacatedPlaces(
  section: SectionName,
  changes: readonly RowChange[],
  removed: readonly AnyRow[],
  added: readonly AnyRow[],
): ReadonlySet<AnyRow> {
  if (removed.length === 0 || added.length === 0) return new Set();
  const swaps = new Set<AnyRow>();
  for (const { before = {}, after = {} } of changes.filter(({ kind }) => kind === 'moved')) {
    const filled = removed.find((row) => samePlace(section, row, after) && !swaps.has(row));
    const vacated = added.find((row) => samePlace(section, row, before) && !swaps.has(row));
    if (filled && vacated && isSameElsewhere(section, filled, vacated)) swaps.add(filled).add(vacated);
  }
  return swaps;
}

/** Fields that say where a part sits, for the parts that people move. */
const places: { readonly [N in SectionName]?: readonly (keyof SectionRow<N> & string)[] } = {
  memories: ['caption', 'slot'],
  storages: ['name'],
  monitors: ['port'],
  powersupplies: ['location'],
};

function placesOf(section: SectionName): readonly string[] {
  return places[section] ?? [];
}

function samePlace(section: SectionName, row: AnyRow, other: AnyRow): boolean {
  return placesOf(section).every((field) => fieldValue(row, field) === fieldValue(other, field));
}

function isSameElsewhere(section: SectionName, before: AnyRow, after: AnyRow): boolean {
  const differing = differingFields(describe(section), before, after);
  return differing.every(({ field }) => placesOf(section).includes(field));
}
