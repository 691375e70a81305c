import { ParcoursError } from '../model/errors.ts';
import { present } from '../model/present.ts';
import { type Document, makeDocument } from './document.ts';
import { takeInventory } from './inventory.ts';
import type { AgentDeps, AgentOptions, AgentOutcome, Delivery } from './options.ts';
import { printed, writeLocal } from './outputs.ts';
import { askProlog, keepDeclined, type Session, sendInventory, waiting } from './session.ts';
import { newServer } from './state.ts';
import { timed } from './timed.ts';

type Conversation = Pick<AgentOutcome, 'deliveries' | 'inventory' | 'collectors' | 'localFile'>;

/** What PROLOG left to do at a server: send to it, or nothing more. */
type Asked = { readonly wanted: Session } | { readonly done: Delivery };

/** Asks every server, reads the machine once if anybody wants an inventory, and sends it: a STOP costs nothing. */
export async function converse(
  sessions: readonly Session[],
  deviceId: string,
  options: AgentOptions,
  deps: AgentDeps,
): Promise<Conversation> {
  const asked = await timed(deps, 'prolog', () => each(sessions, (session) => ask(session, deviceId, options)));
  const first = asked.find((answer) => 'wanted' in answer);
  if (!first && options.local === undefined && options.stdout === undefined) {
    return { deliveries: asked.flatMap((answer) => ('done' in answer ? [answer.done] : [])), collectors: [] };
  }
  const { inventory, collectors } = await takeInventory(deviceId, options, deps);
  const documentFor = ({ state }: Pick<Session, 'state'>) => makeDocument(inventory, state, options.tag);
  const shown = documentFor(first?.wanted ?? { state: newServer });
  const localFile = await bringHome(shown, options, deps);
  const deliveries = await timed(deps, 'send', () =>
    each(asked, async (answer) =>
      'done' in answer ? answer.done : send(answer.wanted, answer === first ? shown : documentFor(answer.wanted)),
    ),
  );
  return { deliveries, collectors, inventory: shown.inventory, ...present({ localFile }) };
}

async function ask(session: Session, deviceId: string, { force = 0, lazy = false }: AgentOptions): Promise<Asked> {
  const early = lazy && force === 0 ? waiting(session) : undefined;
  if (early) return { done: early };
  if (force > 1) return { wanted: session };
  try {
    const { wanted, session: informed } = await askProlog(session, deviceId);
    return wanted || force > 0 ? { wanted: informed } : { done: await keepDeclined(informed) };
  } catch (error) {
    return { done: failure(session, error) };
  }
}

async function send(session: Session, document: Document): Promise<Delivery> {
  try {
    return await sendInventory(session, document);
  } catch (error) {
    return failure(session, error);
  }
}

/** What one server did wrong is told in its delivery; what we did wrong ends the run. */
function failure({ address, log }: Session, error: unknown): Delivery {
  if (!(error instanceof ParcoursError)) throw error;
  log.info('server failed', { server: address, code: error.code, message: error.message });
  return { address, result: 'failed', error };
}

/** `--local` and `--stdout`, before anything is sent, so that they have the document whatever the servers do. */
async function bringHome(document: Document, { local, stdout }: AgentOptions, { log, write }: AgentDeps) {
  if (stdout !== undefined) write(printed(document, stdout));
  if (local === undefined) return undefined;
  const file = await writeLocal(local, document);
  log.info('written', { file });
  return file;
}

function each<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  return Promise.all(items.map(work));
}
