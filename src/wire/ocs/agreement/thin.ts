import {
  canonicalOrder,
  hasVolatileFields,
  sectionDigest,
  stateDigest,
  volatileRow,
} from '../../../model/canonical.ts';
import { type AnySections, describe, type SectionName, type Sections } from '../../../model/catalogue.ts';
import type { AnyRow } from '../../../model/descriptor.ts';
import type { Inventory, RowChange } from '../../../model/inventory.ts';
import { NOT_SENT, type SectionReports } from '../../completeness.ts';
import type { SectionDigests } from '../checksum.ts';
import { comparedSections, rowHashes, valuesHash, withoutHashes } from './agreement.ts';

/** What an agent knows a server to hold of its machine. */
export interface Held {
  readonly digests: SectionDigests;
  /** Sections that the agent itself sent, complete and without volatile values: they can be left out. */
  readonly settled: readonly SectionName[];
  /** Hashes of the rows of long sections, so that a change can be sent row by row. */
  readonly rows: { readonly [N in SectionName]?: readonly string[] };
  /** Hashes of the volatile values that the agent itself sent; an agent of old kept none. */
  readonly volatile?: { readonly [N in SectionName]?: string };
}

/** The inventory without what the server holds. Both are as a receiver decodes them. */
export function thin(inventory: Inventory, held: Held): Inventory {
  const complete = comparedSections.filter((name) => inventory.reports[name]?.state === 'complete');
  const digests = digestsOf(inventory.sections, complete);
  const same = complete.filter((name) => digests[name] === held.digests[name]);
  const unchanged = same.filter((name) => held.settled.includes(name) && isSettled(name, inventory));
  const parts = complete.flatMap((name) => {
    const rows = inventory.sections[name] ?? [];
    const values = held.volatile?.[name];
    return same.includes(name) ? volatileValues(name, rows, values) : changedRows(name, rows, held.rows[name]);
  });
  const sections: AnySections = {
    ...inventory.sections,
    ...Object.fromEntries(parts.map(({ name, rows }) => [name, rows])),
  };
  return {
    ...inventory,
    sections: without(sections, [...unchanged, ...parts.filter(isHeld).map(({ name }) => name)]) as Sections,
    reports: { ...notCollected(held), ...inventory.reports, ...unchangedReports(unchanged) },
    delta: {
      base: stateDigest(held.digests),
      whole: stateDigest(digests),
      changes: Object.fromEntries(parts.map(({ name, change }) => [name, change])),
    },
  };
}

/**
 * What a server holds once it has accepted an inventory, decoded and in full: what it held `before`, where a delta was
 * agreed on; what was sent; and what the server told otherwise.
 */
export function heldAfter(inventory: Inventory, before: Held | undefined, told: SectionDigests): Held {
  const { sections } = inventory;
  const sent = comparedSections.filter((name) => sections[name] !== undefined);
  const settled = sent.filter((name) => isSettled(name, inventory));
  const long = settled.filter((name) => isSentByRows(name) && (sections[name] ?? []).length >= LONG);
  const digests = digestsOf(sections, sent);
  function hashesOf(name: SectionName): readonly string[] {
    const known = digests[name] === before?.digests[name] ? before?.rows[name] : undefined;
    return known ?? rowHashes(name, sections[name] ?? []).map(({ hash }) => hash);
  }
  return {
    digests: { ...before?.digests, ...digests, ...told },
    settled: [...(before?.settled ?? []).filter((name) => !sent.includes(name)), ...settled],
    rows: {
      ...without(before?.rows ?? {}, sent),
      ...Object.fromEntries(long.map((name) => [name, hashesOf(name)])),
    },
    volatile: {
      ...without(before?.volatile ?? {}, sent),
      ...Object.fromEntries(
        sent.filter(hasVolatileFields).map((name) => [name, valuesHash(valuesOf(name, sections[name] ?? []))]),
      ),
    },
  };
}

/** A list shorter than this is sent whole. */
const LONG = 32;
/** A text of this many hashes is far below what a receiver cuts. */
const MOST_REMOVED = 2000;

function digestsOf(sections: Sections, names: readonly SectionName[]): SectionDigests {
  return Object.fromEntries(names.map((name) => [name, sectionDigest(name, sections[name] ?? [])]));
}

function isSettled(name: SectionName, { sections, reports }: Inventory): boolean {
  return reports[name]?.state === 'complete' && !(sections[name] ?? []).some((row) => hasVolatileValues(name, row));
}

function hasVolatileValues(name: SectionName, row: AnyRow): boolean {
  return Object.keys(volatileRow(name, row)).length > 0;
}

function isSentByRows(name: SectionName): boolean {
  return describe(name).cardinality === 'many' && !hasVolatileFields(name);
}

interface PartlySent {
  readonly name: SectionName;
  readonly rows: readonly AnyRow[];
  readonly change: RowChange;
}

/** None where no row has such a value: the section is sent, so that it is settled. */
function volatileValues(name: SectionName, rows: readonly AnyRow[], before?: string): readonly PartlySent[] {
  const ordered = canonicalOrder(name, rows);
  const places = ordered.flatMap((row, place) => (hasVolatileValues(name, row) ? place : []));
  if (places.length === 0) return [];
  const hash = valuesHash(valuesOf(name, rows));
  if (hash === before) return [{ name, rows: [], change: { rows: 'held', values: hash } }];
  const values = ordered.filter((row) => hasVolatileValues(name, row)).map((row) => volatileRow(name, row));
  const some = places.length < rows.length ? { places } : {};
  return [{ name, rows: values, change: { rows: 'volatile', ...some } }];
}

function valuesOf(name: SectionName, rows: readonly AnyRow[]): readonly AnyRow[] {
  return canonicalOrder(name, rows).map((row) => volatileRow(name, row));
}

function isHeld({ change }: PartlySent): boolean {
  return change.rows === 'held';
}

/** None where the section is better sent whole. */
function changedRows(
  name: SectionName,
  rows: readonly AnyRow[],
  before: readonly string[] | undefined,
): readonly PartlySent[] {
  if (before === undefined || !isSentByRows(name)) return [];
  const { left: added, unused: removed } = withoutHashes(rowHashes(name, rows), before);
  const isSmall = removed.length <= MOST_REMOVED && added.length + removed.length < rows.length / 2;
  return isSmall ? [{ name, rows: added, change: { rows: 'added', removed } }] : [];
}

/** Of what is held, nothing said would mean that it is unchanged. */
function notCollected({ digests }: Held): SectionReports {
  const names = comparedSections.filter((name) => digests[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, NOT_SENT]));
}

function unchangedReports(names: readonly SectionName[]): SectionReports {
  return Object.fromEntries(names.map((name) => [name, { state: 'unchanged' as const }]));
}

function without<T extends object>(record: T, names: readonly SectionName[]): Partial<T> {
  return Object.fromEntries(
    Object.entries(record).filter(([name]) => !names.some((left) => left === name)),
  ) as Partial<T>;
}
