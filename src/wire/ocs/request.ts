import type { AddressNotice } from '../../model/address-notice.ts';
import { describe, type Sections } from '../../model/catalogue.ts';
import type { RawElement } from '../../model/descriptor.ts';
import { isDeviceId } from '../../model/device-id.ts';
import type { Inventory, Kind } from '../../model/inventory.ts';
import { present } from '../../model/present.ts';
import { complete, type Speaker } from '../completeness.ts';
import { byName, childNamed, childrenNamed, childrenOf, childText, leaf, parent } from '../element.ts';
import { WireError } from '../wire-error.ts';
import { writeXml } from '../xml.ts';
import { decodeAccount, encodeAccount } from './account.ts';
import { AGREEMENT } from './agreement/agreement.ts';
import { decodeDevices } from './devices.ts';
import { decodeNotice } from './notice.ts';
import { decodeParcours, encodeParcours, type ParcoursElement } from './parcours-element.ts';
import { encodeSections, SectionDecoder } from './sections.ts';

const QUERIES = ['PROLOG', 'INVENTORY', 'SNMP', 'NOTIFY', 'DOWNLOAD', 'UPDATE', 'NETDISCOVERY', 'SNMPQUERY'] as const;
/** CONTACT is what GLPI agents say instead of PROLOG. */
type Query = (typeof QUERIES)[number] | 'CONTACT';

/** What an agent asks of a server. OCS protocol sections 2 to 9. */
export interface OcsRequest {
  readonly query: Query;
  readonly deviceId?: string;
  readonly oldDeviceId?: string;
  /** HARDWARE/CHECKSUM: the sections that moved, as the agent sees it. */
  readonly checksum?: number;
  /** Our own agent asks, which understands more than the protocol. See `agreement/`. */
  readonly isOwn?: true;
  /** Of an INVENTORY. */
  readonly inventory?: Inventory;
  /** Of a NETDISCOVERY or an SNMPQUERY: what an agent learned of devices that have none. */
  readonly devices?: readonly Inventory[];
  /** Of a NOTIFY about addresses. */
  readonly notice?: AddressNotice;
  /** Of a CONTACT: what the agent could do. */
  readonly tasks?: readonly string[];
}

export function encodeProlog(deviceId: string): string {
  return writeXml(
    parent('REQUEST', [leaf('DEVICEID', deviceId), leaf('PARCOURS', AGREEMENT), leaf('QUERY', 'PROLOG')]),
  );
}

export function encodeInventory(inventory: Identified, checksum: number): string {
  return writeXml(inventoryElement(inventory, checksum));
}

type Identified = Inventory & { readonly deviceId: string };

/** The document an agent sends, and the one `--local` writes. */
export function inventoryElement(inventory: Identified, checksum: number): RawElement {
  const content = [
    ...encodeAccount(inventory.account),
    ...withChecksum(encodeSections(inventory.sections), checksum),
    ...(inventory.oldDeviceId === undefined ? [] : [leaf('OLD_DEVICEID', inventory.oldDeviceId)]),
    encodeParcours(inventory),
    leaf('VERSIONCLIENT', inventory.agent),
    ...inventory.extras,
  ];
  return parent('REQUEST', [
    parent('CONTENT', byName(content)),
    leaf('DEVICEID', inventory.deviceId),
    leaf('QUERY', 'INVENTORY'),
  ]);
}

export interface DecodeContext {
  /** Names the agent where the document does not. */
  readonly userAgent?: string;
  /** Holds the rows that were decoded while the document was read. */
  readonly rows?: SectionDecoder;
}

/** What a request says. Fails with a WireError. */
export function decodeRequest(root: RawElement, context: DecodeContext = {}): OcsRequest {
  if (root.name !== 'REQUEST') throw new WireError(`the document is a ${root.name.slice(0, 40)}, not a REQUEST`);
  const query = queryOf(root);
  const content = childNamed(root, 'CONTENT');
  const ids = {
    deviceId: deviceIdOf([...childrenNamed(root, 'DEVICEID'), ...childrenNamed(content, 'DEVICEID')]),
    oldDeviceId: deviceIdOf(oldDeviceIds(content)),
  };
  const checksum = checksumOf(content);
  return {
    query,
    ...present({ ...ids, checksum, isOwn: isOwn(root, content) }),
    ...(query === 'INVENTORY' ? { inventory: decodeInventory(content, ids, checksum, context) } : undefined),
    ...(query === 'NOTIFY' ? present({ notice: decodeNotice(root) }) : undefined),
    ...(tellsOfDevices(query, content) ? { devices: decodeDevices(content, context.userAgent) } : undefined),
  };
}

function withChecksum(sections: readonly RawElement[], checksum: number): readonly RawElement[] {
  const { tag } = describe('hardware');
  const hardware = sections.find(({ name }) => name === tag);
  const children = byName([...(hardware?.children ?? []), leaf('CHECKSUM', checksum)]);
  return [...sections.filter((section) => section !== hardware), parent(tag, children)];
}

function queryOf(root: RawElement): Query {
  const text = childText(root, 'QUERY');
  const query = QUERIES.find((candidate) => candidate === text);
  if (query === undefined) throw new WireError(text === undefined ? 'QUERY is missing' : unknownQuery(text));
  return query;
}

/** FusionInventory says SNMP, too, where OCS agents mean another thing by it. */
function tellsOfDevices(query: Query, content: RawElement | undefined): boolean {
  return (
    query === 'NETDISCOVERY' ||
    query === 'SNMPQUERY' ||
    (query === 'SNMP' && childNamed(content, 'DEVICE') !== undefined)
  );
}

/** Whatever version of the agreement it speaks: where that differs, so do the fingerprints. */
function isOwn(root: RawElement, content: RawElement | undefined): true | undefined {
  return (childNamed(root, 'PARCOURS') ?? childNamed(content, 'PARCOURS')) === undefined ? undefined : true;
}

function unknownQuery(text: string): string {
  return /^\w{1,30}$/.test(text) ? `QUERY ${text} is not supported` : 'QUERY is unknown';
}

function deviceIdOf(elements: readonly RawElement[]): string | undefined {
  const [id, other] = new Set(elements.flatMap(({ text }) => (text === undefined ? [] : [text])));
  if (other !== undefined) throw new WireError('DEVICEID is given twice, with different values');
  if (id !== undefined && !isDeviceId(id))
    throw new WireError('DEVICEID has more than 255 characters, or a control character, a slash or a backslash in it');
  return id;
}

/** The OCS Windows agent writes it inside DOWNLOAD/HISTORY. */
function oldDeviceIds(content: RawElement | undefined): readonly RawElement[] {
  const history = childNamed(childNamed(content, 'DOWNLOAD'), 'HISTORY');
  return [...childrenNamed(content, 'OLD_DEVICEID'), ...childrenNamed(history, 'OLD_DEVICEID')];
}

function checksumOf(content: RawElement | undefined): number | undefined {
  const text = childText(childNamed(content, describe('hardware').tag), 'CHECKSUM') ?? '';
  return /^\d{1,10}$/.test(text) ? Number(text) : undefined;
}

function decodeInventory(
  content: RawElement | undefined,
  ids: { readonly deviceId: string | undefined; readonly oldDeviceId: string | undefined },
  checksum: number | undefined,
  { userAgent, rows = new SectionDecoder() }: DecodeContext,
): Inventory {
  const elements = content === undefined ? [] : childrenOf(content).filter(({ name }) => !PROTOCOL.has(name));
  for (const element of elements) rows.add(element);
  const { sections: received, extras } = rows.finish();
  const client = childText(content, 'VERSIONCLIENT');
  const parcours = decodeParcours(content);
  const { sections, reports } = complete(received, speakerOf(parcours, client, checksum));
  return {
    ...present({ ...ids, at: parcours?.at }),
    kind: parcours?.kind ?? kindOf(ids.deviceId, client ?? userAgent),
    agent: client ?? userAgent ?? 'unknown',
    sections: sections as Sections,
    reports,
    account: decodeAccount(content),
    extras,
    ...present({ delta: parcours?.delta }),
  };
}

/** Elements of CONTENT that speak of the exchange, not of the machine. */
const PROTOCOL = new Set(['ACCOUNTINFO', 'DEVICEID', 'DOWNLOAD', 'OLD_DEVICEID', 'PARCOURS', 'VERSIONCLIENT']);

/** OCS agents never say who they are in the document; FusionInventory's and GLPI's always do. */
function speakerOf(
  parcours: ParcoursElement | undefined,
  client: string | undefined,
  checksum: number | undefined,
): Speaker {
  if (parcours) return { kind: 'parcours', reports: parcours.reports };
  return client === undefined && checksum !== undefined ? { kind: 'ocs', checksum } : { kind: 'other' };
}

function kindOf(deviceId: string | undefined, agent: string | undefined): Kind {
  return /^android-/i.test(deviceId ?? '') || /\bAndroid\b|_(?:Android|iOS)_agent/i.test(agent ?? '')
    ? 'phone'
    : 'computer';
}
