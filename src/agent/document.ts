import {
  canonicalOrder,
  type Digest,
  hasVolatileFields,
  sectionDigest,
  sha256,
  volatileRow,
} from '../model/canonical.ts';
import { isSectionName, type SectionName } from '../model/catalogue.ts';
import type { AnyRow, RawElement } from '../model/descriptor.ts';
import type { Inventory } from '../model/inventory.ts';
import { checksum, type SectionDigests } from '../wire/ocs/checksum.ts';
import { inventoryElement } from '../wire/ocs/request.ts';
import type { ServerState } from './state.ts';

export type OwnInventory = Inventory & { readonly deviceId: string };

/** An inventory as one server gets it. */
export interface Document {
  readonly inventory: OwnInventory;
  /** What is sent; `writeXml` makes it text. */
  readonly root: RawElement;
  readonly checksum: number;
  /** To be kept once the server has accepted; sections that were not collected keep their last one. */
  readonly digests: SectionDigests;
}

/** The document for a server, with the administrative values it holds; a `--tag` wins over the server's. */
export function makeDocument(collected: OwnInventory, state: ServerState, tag: string | undefined): Document {
  const inventory = { ...collected, account: { ...state.account, ...(tag !== undefined && { TAG: tag }) } };
  const current = contentDigests(inventory);
  const moved = checksum(state.sections, current);
  return {
    inventory,
    root: inventoryElement(inventory, moved),
    checksum: moved,
    digests: { ...state.sections, ...current },
  };
}

/**
 * Digests with volatile fields: a stock server refreshes a section it knows only where its CHECKSUM bit is set, and free
 * space is worth refreshing. OCS protocol section 6.4.
 */
function contentDigests({ sections }: Inventory): SectionDigests {
  const digests = Object.entries(sections).flatMap(([name, rows]) =>
    isSectionName(name) ? [[name, contentDigest(name, rows)]] : [],
  );
  return Object.fromEntries(digests);
}

function contentDigest(section: SectionName, rows: readonly AnyRow[]): Digest {
  if (!hasVolatileFields(section)) return sectionDigest(section, rows);
  const volatile = canonicalOrder(section, rows).map((row) => volatileRow(section, row));
  return sha256(JSON.stringify([sectionDigest(section, rows), volatile]));
}
