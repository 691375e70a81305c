import { ParcoursError } from '../model/errors.ts';
import { present } from '../model/present.ts';
import { deliver, hasWaiting, isTemporary, keepForLater } from './deliver.ts';
import { type Document, makeDocument } from './document.ts';
import { takeInventory } from './inventory.ts';
import { metered } from './meter.ts';
import type { AgentDeps, AgentOptions, AgentOutcome, Delivery } from './options.ts';
import { printed, writeLocal } from './outputs.ts';
import { askProlog, keepDeclined, type Session, waiting } from './session.ts';
import { forgetSections, newServer, type ServerState } from './state.ts';
import { timed } from './timed.ts';

type Conversation = Pick<AgentOutcome, 'deliveries' | 'inventory' | 'collectors' | 'localFile'>;

/** What PROLOG left to do for a server. */
type Asked =
  | { readonly next: 'send'; readonly session: Session }
  /** The server could not even be asked: what it should have is kept for it. */
  | { readonly next: 'keep'; readonly session: Session; readonly error: ParcoursError }
  | { readonly next: 'nothing'; readonly delivery: Delivery };

/** Asks every server, reads the machine once if anybody wants an inventory, and sends it: a STOP costs nothing. */
export async function converse(
  sessions: readonly Session[],
  deviceId: string,
  options: AgentOptions,
  deps: AgentDeps,
): Promise<Conversation> {
  const asked = await timed(deps, 'prolog', () => each(sessions, (session) => ask(session, deviceId, options)));
  const first = firstToServe(asked);
  if (!first && options.local === undefined && options.stdout === undefined) {
    return {
      deliveries: asked.flatMap((answer) => (answer.next === 'nothing' ? [answer.delivery] : [])),
      collectors: [],
    };
  }
  const { inventory, collectors } = await takeInventory(deviceId, options, deps);
  const make = (state: ServerState) => metered(deps.meter, 'build', () => makeDocument(inventory, state, options.tag));
  const shown = make(first?.state ?? newServer);
  const localFile = await bringHome(shown, options, deps);
  const documentFor = (state: ServerState) => (state === first?.state ? shown : make(state));
  const deliveries = await timed(deps, 'send', () => each(asked, (answer) => serve(answer, documentFor, options)));
  return { deliveries, collectors, inventory: shown.inventory, ...present({ localFile }) };
}

async function ask(session: Session, deviceId: string, { force = 0, lazy = false }: AgentOptions): Promise<Asked> {
  const early = lazy && force === 0 ? waiting(session) : undefined;
  if (early) return { next: 'nothing', delivery: early };
  if (force > 1) return { next: 'send', session };
  try {
    const { wanted, session: informed } = await askProlog(session, deviceId);
    if (wanted || force > 0) return { next: 'send', session: informed };
    return { next: 'nothing', delivery: await keepDeclined(informed) };
  } catch (error) {
    if (isTemporary(error)) return { next: 'keep', session, error };
    return { next: 'nothing', delivery: failure(session, { error }) };
  }
}

/** The session whose document is also the one for people: of a server that wants it, if there is any. */
function firstToServe(asked: readonly Asked[]): Session | undefined {
  const sessions = (wanted: Asked['next']) =>
    asked.flatMap((answer) => (answer.next === wanted && answer.next !== 'nothing' ? [answer.session] : []));
  return sessions('send')[0] ?? sessions('keep')[0];
}

async function serve(
  answer: Asked,
  documentFor: (state: ServerState) => Document,
  { retry = false }: AgentOptions,
): Promise<Delivery> {
  if (answer.next === 'nothing') return answer.delivery;
  const { session } = answer;
  try {
    if (answer.next === 'keep') throw answer.error;
    return await deliver(session, documentFor(session.state));
  } catch (error) {
    if (!(error instanceof ParcoursError) || !(await isToBeKept(session, error, retry)))
      return failure(session, { error });
    return failure(session, await keepForLater(session, documentFor(forgetSections(session.state)), error));
  }
}

/** What was not even tried joins the documents that wait, unless one of a moment ago is there already. */
async function isToBeKept(session: Session, error: ParcoursError, retry: boolean): Promise<boolean> {
  if (isTemporary(error)) return !(retry && (await hasWaiting(session)));
  return !retry && (await hasWaiting(session));
}

/** What one server did wrong is told in its delivery; what we did wrong ends the run. */
function failure({ address, log }: Session, { error, keptAs }: { error: unknown; keptAs?: string }): Delivery {
  if (!(error instanceof ParcoursError)) throw error;
  log.info('server failed', { server: address, code: error.code, message: error.message });
  return { address, result: 'failed', error, ...present({ keptAs }) };
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
