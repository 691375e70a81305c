import type { Digest } from '../../model/canonical.ts';
import { describe, type SectionName, sectionNames } from '../../model/catalogue.ts';

export type SectionDigests = { readonly [N in SectionName]?: Digest };

/**
 * HARDWARE/CHECKSUM: the bits of the sections whose digest moved since the last accepted run, all of them on a first
 * run. A section that was not collected has no digest and did not move. OCS protocol section 6.
 */
export function checksum(previous: SectionDigests | undefined, current: SectionDigests): number {
  const moved =
    previous === undefined ? sectionNames : sectionNames.filter((name) => hasMoved(name, previous, current));
  return moved.reduce((bits, name) => bits | (describe(name).bit ?? 0), 0);
}

function hasMoved(name: SectionName, previous: SectionDigests, current: SectionDigests): boolean {
  return current[name] !== undefined && current[name] !== previous[name];
}
