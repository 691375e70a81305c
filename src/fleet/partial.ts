import { pairRows } from '../delta/identity.ts';
import type { SectionName } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';

/**
 * A section of which an agent saw only a part never removes anything: a field that is missing now keeps the value
 * known before, and so does a row. What is new or different replaces what was known.
 */
export function mergePartial(
  section: SectionName,
  known: readonly AnyRow[],
  seen: readonly AnyRow[],
): readonly AnyRow[] {
  const { pairs, removed, added } = pairRows(section, known, seen);
  return [...pairs.map(({ before, after }) => ({ ...before, ...after })), ...removed, ...added];
}
