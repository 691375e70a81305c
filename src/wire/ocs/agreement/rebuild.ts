import { type Digest, sectionDigest, stateDigest } from '../../../model/canonical.ts';
import type { SectionName, Sections } from '../../../model/catalogue.ts';
import type { AnyRow } from '../../../model/descriptor.ts';
import type { DeltaClaim, Inventory, RowChange } from '../../../model/inventory.ts';
import type { SectionReports } from '../../completeness.ts';
import type { SectionDigests } from '../checksum.ts';
import { comparedSections, rowHashes, valuesHash, withoutHashes } from './agreement.ts';

/** What a server holds of a machine. */
export interface HeldState {
  readonly digests: SectionDigests;
  /** Undefined where they are lost. */
  rows(section: SectionName): Promise<readonly AnyRow[] | undefined>;
  /** Volatile values of each of these rows; undefined where none are held. */
  readonly volatile: { readonly [N in SectionName]?: readonly AnyRow[] };
}

/** An inventory that stands for itself, or why what was left out cannot be put back. */
export type Rebuilt = { readonly inventory: Inventory } | { readonly misfit: string };

/** Puts the rows that were left out of long sections back in, and checks that the whole is what the agent has. */
export async function rebuild(inventory: Inventory, claim: DeltaClaim, held: HeldState): Promise<Rebuilt> {
  if (claim.base !== stateDigest(held.digests)) return { misfit: 'another state is held' };
  const sections: { [N in SectionName]?: readonly AnyRow[] } = { ...inventory.sections };
  for (const name of comparedSections) {
    const change = claim.changes[name];
    if (change === undefined) continue;
    const before = { rows: await held.rows(name), values: held.volatile[name] };
    const rows = putTogether(name, change, sections[name] ?? [], before);
    if (rows === undefined) return { misfit: `the rows of ${name} do not fit those held` };
    sections[name] = rows;
  }
  const reports = { ...unsaid(inventory, held.digests), ...inventory.reports };
  const { delta, ...whole } = { ...inventory, sections: sections as Sections, reports };
  if (wholeDigest(whole, held.digests) !== claim.whole) return { misfit: 'the whole is not what the agent has' };
  return { inventory: whole };
}

/** The sections that are held otherwise than an agent can know of what it sent: what it has to be told. */
export function heldOtherwise(held: SectionDigests, { sections, reports, delta }: Inventory): SectionDigests {
  const otherwise = comparedSections.filter((name) => {
    const rows = sections[name];
    if (held[name] === undefined || (delta && reports[name]?.state !== 'partial')) return false;
    return rows === undefined || held[name] !== sectionDigest(name, rows);
  });
  return Object.fromEntries(otherwise.map((name) => [name, held[name]]));
}

/** What is held and not spoken of is unchanged. */
function unsaid({ sections }: Inventory, held: SectionDigests): SectionReports {
  const names = comparedSections.filter((name) => held[name] !== undefined && sections[name] === undefined);
  return Object.fromEntries(names.map((name) => [name, { state: 'unchanged' as const }]));
}

interface Before {
  readonly rows: readonly AnyRow[] | undefined;
  readonly values: readonly AnyRow[] | undefined;
}

/** Undefined where they do not belong together. */
function putTogether(
  name: SectionName,
  change: RowChange,
  sent: readonly AnyRow[],
  { rows: before, values = [] }: Before,
): readonly AnyRow[] | undefined {
  if (before === undefined) return undefined;
  if (change.rows === 'held') {
    const isSame = sent.length === 0 && valuesHash(values) === change.values;
    return isSame ? withVolatile(before, values, [...before.keys()]) : undefined;
  }
  if (change.rows === 'volatile') return withVolatile(before, sent, change.places ?? [...before.keys()]);
  const { left, unused } = withoutHashes(rowHashes(name, before), change.removed);
  return unused.length > 0 ? undefined : [...left, ...sent];
}

function withVolatile(
  before: readonly AnyRow[],
  values: readonly AnyRow[],
  places: readonly number[],
): readonly AnyRow[] | undefined {
  const byPlace = new Map(places.map((place, i) => [place, values[i]]));
  const fits = places.length === values.length && places.every((place) => before[place] !== undefined);
  return fits ? before.map((row, place) => ({ ...row, ...byPlace.get(place) })) : undefined;
}

/** Undefined where a section is called unchanged that is not held. */
function wholeDigest({ sections, reports }: Inventory, held: SectionDigests): Digest | undefined {
  const digests: Record<string, Digest> = {};
  for (const name of comparedSections) {
    const state = reports[name]?.state;
    const digest = state === 'complete' ? sectionDigest(name, sections[name] ?? []) : held[name];
    if (state !== 'complete' && state !== 'unchanged') continue;
    if (digest === undefined) return undefined;
    digests[name] = digest;
  }
  return stateDigest(digests);
}
