import { describe, type SectionName } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import type { SectionReport } from '../model/inventory.ts';
import type { CollectorReport } from './collector.ts';

/** What one collector gave for a section, or why it gave nothing. */
export interface Contribution {
  readonly outcome: CollectorReport['outcome'];
  /** Undefined where the source does not exist, failed or was not asked. */
  readonly rows?: readonly AnyRow[];
  readonly reason?: string;
  /** What a source that does not exist here is made of, such as /sys/class/net. */
  readonly lacks?: string;
}

export interface Merged {
  /** Undefined where nothing is known of the section. */
  readonly rows?: readonly AnyRow[];
  readonly report: SectionReport;
}

/** Sections whose collectors each see a part of the whole: every package manager lists its own packages. */
const concatenated: ReadonlySet<SectionName> = new Set<SectionName>([
  'softwares',
  'repository',
  'security',
  'languagepackages',
  'inputs',
]);

/**
 * One section out of what its collectors gave, in their order of priority.
 * A section that exists once takes the first value of each field; a list takes the first collector that has rows.
 */
export function merge(section: SectionName, contributions: readonly Contribution[]): Merged {
  const given = contributions.filter(({ rows }) => rows !== undefined);
  if (given.length === 0) return { report: notCollected(contributions) };
  if (describe(section).cardinality === 'one')
    return { rows: [firstValues(given)], report: wholeReport(contributions) };
  if (concatenated.has(section)) return { rows: given.flatMap(rowsOf), report: wholeReport(contributions) };
  const winner = given.find((contribution) => rowsOf(contribution).length > 0);
  if (!winner) return { rows: [], report: wholeReport(contributions) };
  // Who stands in for a better source that failed does not know as much.
  return { rows: rowsOf(winner), report: wholeReport(contributions.slice(0, contributions.indexOf(winner) + 1)) };
}

function rowsOf({ rows = [] }: Contribution): readonly AnyRow[] {
  return rows;
}

function firstValues(contributions: readonly Contribution[]): AnyRow {
  return Object.assign({}, ...contributions.flatMap(rowsOf).toReversed());
}

function wholeReport(contributions: readonly Contribution[]): SectionReport {
  const reason = firstReason(contributions);
  return reason ? { state: 'partial', reason } : { state: 'complete' };
}

function notCollected(contributions: readonly Contribution[]): SectionReport {
  const skipped = contributions.every(({ outcome }) => outcome === 'skipped');
  const lacks = contributions.find((contribution) => contribution.lacks !== undefined)?.lacks;
  const unsupported = lacks === undefined ? 'not-supported' : `not-supported: no ${lacks}`;
  return { state: skipped ? 'skipped' : 'failed', reason: firstReason(contributions) ?? unsupported };
}

function firstReason(contributions: readonly Contribution[]): string | undefined {
  return contributions.find(({ reason }) => reason !== undefined)?.reason;
}
