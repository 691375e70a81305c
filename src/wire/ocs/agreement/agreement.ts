/**
 * The true delta between our agent and our server, within the OCS protocol. Agents and servers that do not know it
 * neither see nor miss it.
 *
 * 1. The agent's PROLOG has an element PARCOURS besides DEVICEID and QUERY; its text is the version of this agreement.
 * 2. The server's reply to such a PROLOG has an OPTION named PARCOURS with one PARAM. Attribute CATALOGUE:
 *    `fingerprint()` of the sections it can hold. Attribute STATE, where it holds a state of this machine: the digest
 *    of that state.
 * 3. The agent sends a delta where CATALOGUE is its own and STATE is the digest of what it knows the server to hold;
 *    anything else makes it send the full inventory. Its element CONTENT/PARCOURS then also has
 *      BASE       the digest of the state that the server holds
 *      WHOLE      the digest of the new state, over the sections that are complete or unchanged
 *      SECTION    a NAME for each section of which the same is said, and then
 *                 STATE, as in a full inventory; or, beside STATE `complete`,
 *                 ROWS `added` where CONTENT has only rows that are new, in place of those in REMOVED: the hashes
 *                 of the rows that are gone, separated by blanks; a hash is the first 12 digits of the SHA-256 of
 *                 the canonical JSON of a row; or
 *                 ROWS `volatile` where CONTENT has only the volatile values of the rows that are held, in canonical
 *                 order: of each row, or of those at PLACES, numbers from 0 separated by blanks; or
 *                 ROWS `held` where CONTENT has nothing, since the volatile values are as they were, too: VALUES is
 *                 the first 12 digits of the SHA-256 of their JSON, a row each in canonical order
 *    A section of BASE of which nothing is said is unchanged, so that many such sections cost no more than few. Left
 *    out is what was sent complete before, without volatile values, and whose digest has not moved. What is not
 *    complete is never left out, and WHOLE says nothing of it; what is held and was not collected is STATE `skipped`.
 * 4. The server checks BASE, puts the sections together and checks WHOLE. Where one does not fit it keeps nothing and
 *    answers RESPONSE `RESEND`; the agent then sends the full inventory at once.
 * 5. The reply to an INVENTORY with an element PARCOURS names in PARCOURS/SECTION (NAME, DIGEST) the sections of which
 *    the server now holds something else than was said: what others sent of this machine, what it merged with a
 *    partial section. The agent keeps these digests and those of what it sent.
 *
 * Digests are lower-case hex SHA-256, as `model/canonical.ts` takes them: of a section, over the canonical JSON of its
 * rows without volatile fields; of a state, over the names and digests of its sections, those without a row included,
 * those that are wholly volatile not. Both ends take them of rows that were decoded from XML, never of rows as they
 * were collected.
 */
import { canonicalRows, type Digest, sha256 } from '../../../model/canonical.ts';
import { catalogue, describe, type SectionName, sectionNames } from '../../../model/catalogue.ts';
import type { AnyRow } from '../../../model/descriptor.ts';
import { present } from '../../../model/present.ts';
import type { PrologOption } from '../reply.ts';

export const AGREEMENT = '2';

/** Sections that have a digest. */
export const comparedSections = sectionNames.filter((name) => !describe(name).volatile);

/** What a server says that can take a delta. */
export interface Offer {
  readonly catalogue: string;
  /** Digest of the state it holds of the machine; undefined where it holds none. */
  readonly state?: Digest;
}

export function encodeOffer(state: Digest | undefined): PrologOption {
  const attributes: Record<string, string> = { CATALOGUE: fingerprint(), ...present({ STATE: state }) };
  return { name: OPTION, params: [{ attributes }] };
}

/** Undefined where the server offers nothing. */
export function decodeOffer(options: readonly PrologOption[]): Offer | undefined {
  const attributes = options.find(isOffer)?.params[0]?.attributes;
  if (attributes?.['CATALOGUE'] === undefined) return undefined;
  return { catalogue: attributes['CATALOGUE'], ...present({ state: attributes['STATE'] }) };
}

export function isOffer({ name }: PrologOption): boolean {
  return name === OPTION;
}

/** Differs between two programs that would decode or digest the same document differently. */
export function fingerprint(): string {
  known ??= sha256(JSON.stringify([AGREEMENT, catalogue], (key, value) => (WORDS.has(key) ? undefined : value)));
  return known.slice(0, 16);
}

/** Short hash of each row, in canonical order. 48 bits are enough: WHOLE tells where two rows of a machine collide. */
export function rowHashes(section: SectionName, rows: readonly AnyRow[]): readonly HashedRow[] {
  return canonicalRows(section, rows).map(({ row, text }) => ({ row, hash: sha256(text).slice(0, 12) }));
}

/** Short hash of the volatile values of rows, in the canonical order of these. */
export function valuesHash(values: readonly AnyRow[]): string {
  return sha256(JSON.stringify(values)).slice(0, 12);
}

export interface HashedRow {
  readonly row: AnyRow;
  readonly hash: string;
}

/** The rows that have none of the hashes, and the hashes that no row has; each hash stands for one row. */
export function withoutHashes(rows: readonly HashedRow[], hashes: readonly string[]) {
  const counts = new Map<string, number>();
  for (const hash of hashes) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  const left = rows.filter(({ hash }) => !takeOne(counts, hash)).map(({ row }) => row);
  return { left, unused: [...counts].flatMap(([hash, count]) => Array.from({ length: count }, () => hash)) };
}

function takeOne(counts: Map<string, number>, hash: string): boolean {
  const count = counts.get(hash) ?? 0;
  if (count > 0) counts.set(hash, count - 1);
  return count > 0;
}

const OPTION = 'PARCOURS';
/** What a catalogue says to people only. */
const WORDS = new Set(['label', 'source', 'columns', 'topic', 'sensitive']);
let known: string | undefined;
