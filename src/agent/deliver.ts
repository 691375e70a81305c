import { explain, ParcoursError } from '../model/errors.ts';
import { decodeInventoryReply } from '../wire/ocs/reply.ts';
import { writeXml } from '../wire/xml.ts';
import { isRefusedForGood } from './client-errors.ts';
import type { Document } from './document.ts';
import { exchange } from './exchange.ts';
import { readText, setAside } from './files.ts';
import type { Delivery } from './options.ts';
import { type Session, sendInventory } from './session.ts';
import { forgetDocument, keepDocument, spoolFolder, waitingDocuments } from './spool.ts';
import { forgetSections, saveState } from './state.ts';

/** Brings a document to a server, after those that wait for it. */
export async function deliver(session: Session, document: Document): Promise<Delivery> {
  const sent = await sendWaiting(session);
  // What the server holds is another state now than the one it told of in PROLOG.
  return sendInventory(sent > 0 ? { ...session, state: forgetSections(session.state) } : session, document);
}

/** Whether a later run may succeed: nobody answered, or the server said that it cannot now. */
export function isTemporary(error: unknown): error is ParcoursError {
  return error instanceof ParcoursError && (error.code === 'unreachable' || error.code === 'busy');
}

/** Whether inventories wait for the server. */
export async function hasWaiting(session: Session): Promise<boolean> {
  return (await waitingFor(session)).length > 0;
}

/** What went wrong, and the file that holds the inventory until it can be sent. */
export interface Kept {
  readonly error: ParcoursError;
  readonly keptAs?: string;
}

/**
 * Keeps a whole inventory until the server takes it. What the server holds is not known until then, since its answer
 * may be all that was lost.
 */
export async function keepForLater(session: Session, document: Document, error: ParcoursError): Promise<Kept> {
  const { address, log, stateFolder, stateName, state } = session;
  try {
    const file = await keepDocument(spoolFolder(stateFolder, stateName), writeXml(document.root), log);
    await saveState(stateFolder, stateName, forgetSections(state));
    log.info('inventory kept', { server: address, file });
    const said = `${explain(error)}. The inventory is kept in ${file} and is sent first at the next run`;
    return { error: new ParcoursError(error.code, said, error), keptAs: file };
  } catch (failed) {
    if (!(failed instanceof ParcoursError)) throw failed;
    const said = `${explain(error)}. The inventory is lost: ${explain(failed)}`;
    return { error: new ParcoursError(failed.code, said, failed) };
  }
}

/** Oldest first, so that no document undoes a newer one. How many there were. */
async function sendWaiting(session: Session): Promise<number> {
  const paths = await waitingFor(session);
  for (const path of paths) {
    const xml = await readText(path);
    // Another run of the agent may have sent it meanwhile.
    if (xml !== undefined) await sendKept(session, path, xml);
  }
  return paths.length;
}

async function sendKept(session: Session, path: string, xml: string): Promise<void> {
  const { address, log, now } = session;
  log.info('sending an inventory that was kept', { server: address, file: path });
  try {
    await exchange(session, { query: 'INVENTORY', xml, shown: () => `see ${path}`, decode: decodeInventoryReply });
    await forgetDocument(path);
    log.info('accepted', { server: address, file: path });
  } catch (error) {
    if (!isRefusedForGood(error)) throw error;
    const keptAs = await setAside(path, now(), 'refused');
    log.warn('the server refuses an inventory that was kept', { server: address, message: error.message, keptAs });
  }
}

function waitingFor({ stateFolder, stateName }: Session): Promise<readonly string[]> {
  return waitingDocuments(spoolFolder(stateFolder, stateName));
}
