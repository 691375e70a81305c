import { ParcoursError } from '../model/errors.ts';
import { present } from '../model/present.ts';
import { HOUR } from '../model/time.ts';
import { decodeOffer, isOffer, type Offer } from '../wire/ocs/agreement/agreement.ts';
import {
  type Accepted,
  decodeInventoryReply,
  decodePrologReply,
  type InventoryReply,
  type PrologReply,
} from '../wire/ocs/reply.ts';
import { encodeInventory, encodeProlog } from '../wire/ocs/request.ts';
import { writeXml } from '../wire/xml.ts';
import { agree } from './agreement.ts';
import type { ProxyChoice } from './client-options.ts';
import type { Document } from './document.ts';
import { exchange, type Line } from './exchange.ts';
import { sweepLeftovers } from './leftovers.ts';
import { metered } from './meter.ts';
import type { AgentDeps, AgentOptions, Delivery } from './options.ts';
import { redactInventory, redactUrl } from './redact.ts';
import { spoolFolder } from './spool.ts';
import { loadState, type ServerState, saveState, serverFolderIn } from './state.ts';

/** One run with one server. */
export interface Session extends Line {
  readonly state: ServerState;
  /** Undefined where the server takes no deltas, or was not asked. */
  readonly offer?: Offer;
  readonly stateFolder: string;
  readonly stateName: string;
}

/** Fails with `configuration` where the proxy is none. */
export async function openSession(address: string, options: AgentOptions, deps: AgentDeps): Promise<Session> {
  const { log, now, host, limits, meter } = deps;
  const { stateFolder, stateName = address, credentials, tls } = options;
  const proxy = proxyChoice(options, deps);
  log.debug('server', { server: address, proxy: proxy.kind === 'url' ? redactUrl(proxy.url) : proxy.kind });
  if (tls?.verify === false) log.warn('the certificate of the server is not verified', { server: address });
  const folders = [stateFolder, serverFolderIn(stateFolder, stateName), spoolFolder(stateFolder, stateName)];
  for (const folder of folders) await sweepLeftovers(folder, now(), log);
  // Loaded for those who send alone: it is a third of the program.
  const { openClient } = await import('./client.ts');
  const client = openClient({
    address,
    platform: host.facts.platform,
    now,
    proxy,
    ...present({ limits, credentials, tls }),
  });
  return {
    address,
    client,
    log,
    now,
    documents: options.documents === true,
    stateFolder,
    stateName,
    state: await loadState(stateFolder, stateName, now(), log),
    ...present({ meter }),
  };
}

/** What `--lazy` says before anything is asked; undefined where it is time. */
export function waiting({ address, state, log, now }: Session): Delivery | undefined {
  if (state.nextRunAt === undefined || now() >= Date.parse(state.nextRunAt)) return undefined;
  log.info('not yet time', { server: address, nextRunAt: state.nextRunAt });
  return { address, result: 'waiting', nextRunAt: state.nextRunAt };
}

/** Asks whether an inventory is wanted; the session that comes back knows the schedule of the server. Section 2. */
export async function askProlog(session: Session, deviceId: string): Promise<{ wanted: boolean; session: Session }> {
  const xml = encodeProlog(deviceId);
  const reply = await exchange(session, { query: 'PROLOG', xml, shown: () => xml, decode: decodePrologReply });
  logProlog(session, reply);
  const hours = reply.prologFreq === undefined ? undefined : clampHours(reply.prologFreq);
  const state = { ...session.state, ...present({ prologFreqHours: hours }) };
  const offer = decodeOffer(reply.options);
  return { wanted: reply.response === 'SEND', session: { ...session, state, ...present({ offer }) } };
}

/** Keeps the schedule of a server that wants no inventory. */
export async function keepDeclined(session: Session): Promise<Delivery> {
  const nextRunAt = await keep(session, session.state);
  return { address: session.address, result: 'declined', ...present({ nextRunAt }) };
}

/**
 * Sends the inventory and, once it is accepted, keeps what the server now knows. A server that takes deltas gets what
 * it does not hold; all of it where that does not fit. Section 4.
 */
export async function sendInventory(session: Session, document: Document): Promise<Delivery> {
  const { address, log, state, meter } = session;
  const agreement = metered(meter, 'build', () => agree(session, document));
  const first = agreement?.delta && (await post(session, agreement.delta));
  const isDelta = first !== undefined && first.response !== 'RESEND';
  if (first && !isDelta) log.info('the server asks for the full inventory', { server: address });
  const reply = isDelta ? first : accepted(session, await post(session, document));
  const account = reply.response === 'ACCOUNT_UPDATE' ? reply.account : undefined;
  log.info('accepted', { server: address, response: reply.response, tag: account?.['TAG'] });
  const nextRunAt = await keep(session, {
    ...state,
    sections: document.digests,
    account: account ?? document.inventory.account,
    ...present({ held: agreement?.after(isDelta ? 'delta' : 'full', reply) }),
  });
  return { address, result: 'accepted', ...present({ account, nextRunAt }) };
}

function post(session: Session, { inventory, root, checksum }: Document): Promise<InventoryReply> {
  return exchange(session, {
    query: 'INVENTORY',
    xml: metered(session.meter, 'build', () => writeXml(root, inventory.delta ? 'compact' : 'indented')),
    shown: () => encodeInventory({ ...redactInventory(inventory), deviceId: inventory.deviceId }, checksum),
    decode: decodeInventoryReply,
  });
}

function accepted({ address }: Session, reply: InventoryReply): Accepted {
  if (reply.response !== 'RESEND') return reply;
  throw new ParcoursError('protocol', `${address} asks for a full inventory in answer to one`);
}

async function keep(
  { address, stateFolder, stateName, log, now }: Session,
  state: ServerState,
): Promise<string | undefined> {
  const { prologFreqHours: hours } = state;
  const nextRunAt = hours === undefined ? undefined : new Date(now() + hours * HOUR).toISOString();
  await saveState(stateFolder, stateName, { ...state, ...present({ nextRunAt }) });
  log.debug('next run', { server: address, at: nextRunAt ?? 'the server did not say' });
  return nextRunAt;
}

/** A server must be able neither to stop the machine from reporting nor to make it report without pause. */
function clampHours(hours: number): number {
  return Math.min(Math.max(hours, 1), MONTH_OF_HOURS);
}

const MONTH_OF_HOURS = 720;

function logProlog({ address, log }: Session, { response, prologFreq, options }: PrologReply): void {
  log.info('prolog', { server: address, response, prologFreq });
  for (const { name } of options.filter((option) => !isOffer(option)))
    log.debug('option ignored', { server: address, option: name });
}

function proxyChoice({ noProxy, proxy }: AgentOptions, { environment }: AgentDeps): ProxyChoice {
  if (noProxy) return { kind: 'none' };
  return proxy === undefined ? { kind: 'environment', variables: environment } : { kind: 'url', url: proxy };
}
