import type { Delta } from '../delta/types.ts';
import type { SectionName } from '../model/catalogue.ts';

/** A field that one side tells of no row, and how many rows differ in it alike. */
export interface Untold {
  readonly section: SectionName;
  readonly field: string;
  readonly rows: number;
}

/**
 * Fields that came or went in so many rows at once that it is the agent that changed, not the machine: a newer one tells
 * the category of each package.
 */
export function untoldFields({ sections }: Delta): readonly Untold[] {
  return sections.flatMap(({ name, changes }) => {
    const counts = new Map<string, { come: number; gone: number; other: number }>();
    for (const { field, before, after } of changes.flatMap(({ fields }) => fields)) {
      const count = counts.get(field) ?? { come: 0, gone: 0, other: 0 };
      counts.set(field, count);
      if (before === undefined) count.come++;
      else if (after === undefined) count.gone++;
      else count.other++;
    }
    return [...counts].flatMap(([field, { come, gone, other }]): readonly Untold[] => {
      const rows = come + gone;
      return other === 0 && Math.min(come, gone) === 0 && rows >= MANY ? [{ section: name, field, rows }] : [];
    });
  });
}

/** So many rows never gain a value by themselves on one day. */
const MANY = 50;
