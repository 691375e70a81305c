import { present } from '../model/present.ts';
import { encodeContactReply, encodeError, encodeOk } from '../wire/glpi/reply.ts';
import type { OcsRequest } from '../wire/ocs/request.ts';
import { WireError } from '../wire/wire-error.ts';
import { planFor, type Receiver } from './answer.ts';
import { type HttpReply, type HttpRequest, headerOf, reply } from './exchange.ts';

/** The reply to a GLPI agent that speaks JSON. Fails with a WireError where it must be refused. */
export async function answerGlpi(request: OcsRequest, peer: string, receiver: Receiver): Promise<string> {
  const { deviceId, inventory, query, tasks = [] } = request;
  const { noCategory } = receiver.settings;
  if (query === 'CONTACT' && deviceId === undefined) throw new WireError('deviceid is missing');
  if (inventory) await receiver.ingest(inventory, { at: new Date(receiver.now()).toISOString(), peer });
  const plan = deviceId === undefined ? undefined : await planFor(deviceId, receiver);
  const expiration = (plan ?? receiver.settings).prologFreqHours;
  if (query !== 'CONTACT') return encodeOk(expiration);
  return encodeContactReply({ expiration, wanted: plan?.isDue === true, tasks, ...present({ noCategory }) });
}

/** A PROLOG with this header comes from a GLPI agent: an answer in JSON makes it speak JSON. GLPI reference 1.7. */
export function isGlpiAgent(request: HttpRequest): boolean {
  return headerOf(request, AGENT_ID) !== undefined;
}

/** The ids of an agent and of its request, which it wants back. */
export function glpiIds(request: HttpRequest): Readonly<Record<string, string>> {
  const ids = [AGENT_ID, REQUEST_ID].map((name) => [name, headerOf(request, name)] as const);
  return Object.fromEntries(ids.filter((pair): pair is [string, string] => /^[\w-]{1,64}$/.test(pair[1] ?? '')));
}

/** A refusal in the form that GLPI agents read: their log then says why. */
export function refusalInJson({ status, headers, body }: HttpReply, expiration: number): HttpReply {
  const text = Buffer.from(encodeError(Buffer.from(body).toString().trim(), expiration));
  return reply(status, { ...headers, 'Content-Type': 'application/json', 'Content-Length': String(text.length) }, text);
}

const AGENT_ID = 'glpi-agent-id';
const REQUEST_ID = 'glpi-request-id';
