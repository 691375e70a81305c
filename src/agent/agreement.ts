import { stateDigest } from '../model/canonical.ts';
import { sectionNames } from '../model/catalogue.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Log } from '../model/log.ts';
import { fingerprint, type Offer } from '../wire/ocs/agreement/agreement.ts';
import { type Held, heldAfter, thin } from '../wire/ocs/agreement/thin.ts';
import { inventoryAsReceived } from '../wire/ocs/received.ts';
import type { Accepted } from '../wire/ocs/reply.ts';
import { inventoryElement } from '../wire/ocs/request.ts';
import type { Document } from './document.ts';

/** What is agreed with a server that takes deltas, for one document; see `wire/ocs/agreement/`. */
export interface Agreement {
  /** The document without what the server holds; undefined where all of it has to be sent. */
  readonly delta?: Document;
  /** What the server holds once it has accepted the delta, or the document in full. */
  after(sent: 'delta' | 'full', reply: Accepted): Held;
}

export interface Agreeing {
  readonly address: string;
  readonly log: Log;
  readonly offer?: Offer;
  readonly state: { readonly held?: Held };
}

/** Undefined where the server offers nothing. Digests are taken of what it will decode. */
export function agree({ address, log, offer, state }: Agreeing, full: Document): Agreement | undefined {
  if (offer === undefined) return undefined;
  const inventory = inventoryAsReceived(full.root, full.inventory);
  if (inventory === undefined) return undefined;
  const { held } = state;
  const reason = whyFull(offer, held);
  const after: Agreement['after'] = (sent, { told = {} }) =>
    heldAfter(inventory, sent === 'delta' ? held : undefined, told);
  if (held === undefined || reason !== undefined) {
    log.debug('full inventory', { server: address, reason });
    return { after };
  }
  const delta = thin(inventory, held);
  logDelta(log, address, delta);
  return { delta: thinDocument(full, delta), after };
}

function whyFull({ catalogue, state }: Offer, held: Held | undefined): string | undefined {
  if (catalogue !== fingerprint()) return 'the server has another catalogue';
  if (state === undefined) return 'the server holds nothing of this machine';
  if (held === undefined) return 'nothing is known here of what the server holds';
  return state === stateDigest(held.digests) ? undefined : 'the server holds another state than is known here';
}

function thinDocument(full: Document, { sections, reports, delta }: Inventory): Document {
  const inventory = { ...full.inventory, sections, reports, ...(delta && { delta }) };
  return { ...full, inventory, root: inventoryElement(inventory, full.checksum) };
}

function logDelta(log: Log, server: string, { sections, reports, delta }: Inventory): void {
  const leftOut = sectionNames.filter((name) => reports[name]?.state === 'unchanged');
  log.debug('left out', { server, sections: leftOut.join(' '), reason: 'unchanged since the server accepted them' });
  for (const name of sectionNames) {
    const [change, rows] = [delta?.changes[name], sections[name]];
    if (rows === undefined) continue;
    const removed = change?.rows === 'added' ? change.removed.length : undefined;
    log.debug('sent', { server, section: name, rows: rows.length, what: change?.rows ?? 'all', removed });
  }
}
