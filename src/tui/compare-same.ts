import { rowName } from '../delta/delta.ts';
import type { Delta, RowChange } from '../delta/types.ts';
import type { MachineView, SectionView } from '../fleet/fleet.ts';
import { canonicalRows } from '../model/canonical.ts';
import { describe, type SectionName } from '../model/catalogue.ts';
import { type AnyRow, fieldValue } from '../model/descriptor.ts';

/** What is the same on both sides: a row, or a field of a section that exists once. */
export interface SameThing {
  readonly row: AnyRow;
  readonly key: string;
  readonly field?: string;
}

/** By section, what two sides have in common: what one of them has, without what differs. */
export function sameThings(delta: Delta, { sections }: MachineView): ReadonlyMap<SectionName, readonly SameThing[]> {
  const unknown = new Set(delta.notCompared.map(({ section }) => section));
  const changes = new Map(delta.sections.map((section) => [section.name, section.changes]));
  const compared = sections.filter(
    ({ name, rows }) => !describe(name).volatile && !unknown.has(name) && rows.length > 0,
  );
  return new Map(compared.map((section) => [section.name, sameIn(section, changes.get(section.name) ?? [])]));
}

function sameIn({ name, rows }: SectionView, changes: readonly RowChange[]): readonly SameThing[] {
  if (describe(name).cardinality === 'one') return sameFields(name, rows, changes);
  const differing = countTexts(
    name,
    changes.map(({ after }) => after).filter((row) => row !== undefined),
  );
  return canonicalRows(name, rows).flatMap(({ row, text }) => {
    const left = differing.get(text) ?? 0;
    differing.set(text, left - 1);
    return left > 0 ? [] : [{ row, key: rowName(name, row) }];
  });
}

function sameFields(name: SectionName, [row]: readonly AnyRow[], changes: readonly RowChange[]): readonly SameThing[] {
  if (!row) return [];
  if (!row) return [];
  const differing = new Set(changes.flatMap(({ fields }) => fields.map(({ field }) => field)));
  const { fields } = describe(name);
  return Object.keys(fields)
    .filter((field) => !fields[field]?.volatile && !differing.has(field) && fieldValue(row, field) !== undefined)
    .map((field) => ({ row, key: name, field }));
}

function countTexts(name: SectionName, rows: readonly AnyRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text } of canonicalRows(name, rows)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
