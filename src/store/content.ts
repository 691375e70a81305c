import { createHash } from 'node:crypto';
import { setImmediate as otherWork } from 'node:timers/promises';
import { type Digest, sectionPieces } from '../model/canonical.ts';
import { describe, type SectionName, sectionNames } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import { INLINE_LIMIT } from './layout.ts';
import type { SaveRequest } from './store.ts';

/** The stable content of a section as it is hashed and kept: canonical JSON in UTF-8, piece by piece. */
export interface Content {
  readonly name: SectionName;
  readonly digest: Digest;
  readonly pieces: readonly Uint8Array[];
  /** Too long to stand in the history line. */
  readonly long: boolean;
}

/** Sections whose content is compared and kept. */
export const stableNames = sectionNames.filter((name) => !describe(name).volatile);

/** The content of each section that was collected. A long one, of many thousand rows, gives way to other work. */
export async function collectedContents({ sections }: Pick<SaveRequest, 'sections'>): Promise<readonly Content[]> {
  const contents: Content[] = [];
  for (const name of stableNames) {
    const rows = sections[name]?.rows;
    if (rows) contents.push(await contentOf(name, rows));
  }
  return contents;
}

export function textOf({ pieces }: Content): string {
  return Buffer.concat(pieces).toString('utf8');
}

/** The content of one section. */
export async function contentOf(name: SectionName, rows: readonly AnyRow[]): Promise<Content> {
  const hash = createHash('sha256');
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (const text of sectionPieces(name, rows)) {
    if (length > 0 || text === '') await otherWork();
    const piece = Buffer.from(text);
    hash.update(piece);
    pieces.push(piece);
    length += text.length;
  }
  return { name, digest: hash.digest('hex'), pieces, long: length > INLINE_LIMIT };
}
