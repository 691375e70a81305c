import { type AnyRow, fieldValue, type SectionDescriptor } from '../model/descriptor.ts';
import { differingFields } from './fields.ts';
import { type Pair, placeFields, serialOf } from './identity.ts';
import type { FieldChange, RowChange } from './types.ts';

/** True for the same serial number in another place. */
export function isMove(
  descriptor: SectionDescriptor,
  { before, after }: Pair,
  fields: readonly FieldChange[],
): boolean {
  const serial = serialOf(descriptor, before);
  const places = placeFields(descriptor);
  return (
    serial !== undefined &&
    serial === serialOf(descriptor, after) &&
    fields.some((change) => places.includes(change.field) && change.before !== undefined && change.after !== undefined)
  );
}

/**
 * A part that moves leaves an empty slot behind and fills another: the two rows that tell of these slots say nothing
 * more. They are those that have nothing but their place in common with the move, and nothing but it apart.
 */
export function vacatedPlaces(
  descriptor: SectionDescriptor,
  changes: readonly RowChange[],
  removed: readonly AnyRow[],
  added: readonly AnyRow[],
): ReadonlySet<AnyRow> {
  const places = placeFields(descriptor);
  const swaps = new Set<AnyRow>();
  for (const { before = {}, after = {} } of changes.filter(({ kind }) => kind === 'moved')) {
    const filled = removed.find((row) => samePlace(places, row, after) && !swaps.has(row));
    const vacated = added.find((row) => samePlace(places, row, before) && !swaps.has(row));
    if (filled && vacated && isSameElsewhere(descriptor, filled, vacated)) swaps.add(filled).add(vacated);
  }
  return swaps;
}

function samePlace(places: readonly string[], row: AnyRow, other: AnyRow): boolean {
  return places.every((field) => fieldValue(row, field) === fieldValue(other, field));
}

function isSameElsewhere(descriptor: SectionDescriptor, before: AnyRow, after: AnyRow): boolean {
  const places = placeFields(descriptor);
  return differingFields(descriptor, before, after).every(({ field }) => places.includes(field));
}
