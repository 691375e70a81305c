import { present } from '../../model/present.ts';
import type { OcsRequest } from '../ocs/request.ts';
import { WireError } from '../wire-error.ts';
import { deviceIdIn } from './device-id.ts';
import { decodeInventory } from './inventory.ts';
import { isObject, type Json, type JsonObject, member, textMember } from './json.ts';

/** What a GLPI agent asks of a server. GLPI reference 1.4 to 1.6. Fails with a WireError. */
export function decodeGlpi(document: JsonObject, context: { readonly userAgent?: string } = {}): OcsRequest {
  const action = textMember(document, 'action') ?? textMember(document, 'query') ?? 'inventory';
  const query = QUERIES[action.toLowerCase()];
  if (query === undefined) throw new WireError(`Query '${printable(action)}' is not supported.`, 501);
  const id = present({ deviceId: deviceIdIn(document) });
  if (query === 'CONTACT') return { query, ...id, tasks: textsIn(member(document, 'installed-tasks')) };
  if (!isObject(member(document, 'content'))) throw new WireError('content is missing');
  return { query, ...id, inventory: decodeInventory(document, context.userAgent) };
}

const QUERIES: Readonly<Record<string, OcsRequest['query'] | undefined>> = {
  contact: 'CONTACT',
  inventory: 'INVENTORY',
  netdiscovery: 'NETDISCOVERY',
  netinventory: 'SNMPQUERY',
  snmp: 'SNMPQUERY',
  snmpquery: 'SNMPQUERY',
};

function printable(action: string): string {
  return action.replace(/[^\w-]/g, '?').slice(0, 30);
}

function textsIn(json: Json | undefined): readonly string[] {
  return Array.isArray(json) ? json.filter((item) => typeof item === 'string') : [];
}
