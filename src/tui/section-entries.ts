import { findingsOf } from '../fleet/findings.ts';
import type { SectionView } from '../fleet/fleet.ts';
import { describe, type SectionName, sectionNames } from '../model/catalogue.ts';
import { type AnyRow, fieldValue, type Topic } from '../model/descriptor.ts';
import type { Finding } from '../model/finding.ts';
import type { LineKeys } from './cursor.ts';
import { rowKeys } from './row-key.ts';

/** One line of a tab of a machine. */
export type Entry =
  | { readonly kind: 'heading'; readonly section: SectionView }
  | { readonly kind: 'titles'; readonly section: SectionView }
  | { readonly kind: 'row'; readonly section: SectionView; readonly row: AnyRow; readonly key: string }
  | {
      readonly kind: 'field';
      readonly section: SectionView;
      readonly row: AnyRow;
      readonly field: string;
      readonly key: string;
    }
  | { readonly kind: 'nothing'; readonly section: SectionView }
  | { readonly kind: 'findings'; readonly count: number }
  | { readonly kind: 'finding'; readonly finding: Finding; readonly key: string }
  | { readonly kind: 'blank' };

/** Which rows of a section are shown. */
export type RowFilter = (section: SectionName, row: AnyRow) => boolean;

/**
 * The sections of a heading of the course as lines: those with content first, then what is empty or unknown. Under
 * security, what is wrong stands before all, and then what is not known.
 */
export function sectionEntries(
  sections: readonly SectionView[],
  topic: Topic,
  isShown: RowFilter | undefined,
): readonly Entry[] {
  const here = sections
    .filter(({ name }) => describe(name).topic === topic)
    .toSorted((a, b) => sectionNames.indexOf(a.name) - sectionNames.indexOf(b.name));
  const filled = here.filter(({ rows }) => rows.length > 0);
  const unknown = here.filter(({ rows, completeness }) => rows.length === 0 && completeness !== 'complete');
  const empty = here.filter(({ rows, completeness }) => rows.length === 0 && completeness === 'complete');
  const isSecurity = topic === 'security' && here.length > 0;
  const notCollected = unknown.map((section): Entry => ({ kind: 'heading', section }));
  const blocks = [
    ...(isSecurity ? [findingEntries(sections), notCollected] : []),
    ...filled.map((section) => contentOf(section, isShown)),
    isSecurity ? [] : notCollected,
    empty.map((section): Entry => ({ kind: 'nothing', section })),
  ].filter((block) => block.length > 0);
  return blocks.flatMap((block, index) => (index === 0 ? block : [{ kind: 'blank' } as const, ...block]));
}

/** The cursor rests on rows, on fields, and on sections without any. */
export function entryKeys(entries: readonly Entry[]): LineKeys {
  return entries.map((entry) => {
    if ('key' in entry) return entry.key;
    return 'section' in entry && entry.section.rows.length === 0 ? entry.section.name : undefined;
  });
}

function findingEntries(sections: readonly SectionView[]): readonly Entry[] {
  const findings = findingsOf(sections);
  const lines = findings.map((finding): Entry => {
    return { kind: 'finding', finding, key: `${finding.code}/${finding.subject ?? ''}` };
  });
  return [{ kind: 'findings', count: findings.length }, ...lines];
}

function contentOf(section: SectionView, isShown: RowFilter | undefined): readonly Entry[] {
  const keys = rowKeys(section.name, section.rows);
  const heading: Entry = { kind: 'heading', section };
  if (describe(section.name).cardinality === 'one') return [heading, ...fieldsOf(section, keys[0] ?? '')];
  const rows = section.rows.map((row, index): Entry => ({ kind: 'row', section, row, key: keys[index] ?? '' }));
  const shown = isShown ? rows.filter((entry) => entry.kind === 'row' && isShown(section.name, entry.row)) : rows;
  return [heading, { kind: 'titles', section }, ...shown];
}

function fieldsOf(section: SectionView, key: string): readonly Entry[] {
  const [row] = section.rows;
  if (!row) return [];
  return Object.keys(describe(section.name).fields)
    .filter((field) => fieldValue(row, field) !== undefined)
    .map((field): Entry => ({ kind: 'field', section, row, field, key: `${key}/${field}` }));
}
