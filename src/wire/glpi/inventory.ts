import { isDeepStrictEqual } from 'node:util';
import { type AnySections, type Sections, sectionNames } from '../../model/catalogue.ts';
import type { Inventory, Kind } from '../../model/inventory.ts';
import { present } from '../../model/present.ts';
import { safeJson } from '../../model/safe-text.ts';
import { complete, type Speaker } from '../completeness.ts';
import { parent } from '../element.ts';
import { decodeParcours, encodeParcours } from '../ocs/parcours-element.ts';
import { CORRECTIONS, readElements } from './corrections.ts';
import { decodeSections } from './decode-sections.ts';
import { ANYONE, deviceIdIn } from './device-id.ts';
import { encodeSections } from './encode-sections.ts';
import { fromElements } from './extras.ts';
import { isObject, type Json, type JsonObject, member, textMember } from './json.ts';
import { sectionUnder } from './places.ts';

export interface EncodeOptions {
  /** Without what GLPI's format has no place for: servers before GLPI 10.0.10 refuse keys they do not know. */
  readonly strict?: boolean;
}

export interface EncodedInventory {
  readonly text: string;
  /** What GLPI's format has no place for, as `section` or `section.field`; strict documents are without it. */
  readonly lost: readonly string[];
}

/** An inventory as GLPI takes it; computers' validate with GLPI's published schema. */
export function encodeGlpi(inventory: Inventory, { strict = false }: EncodeOptions = {}): EncodedInventory {
  const { members, corrections, lost } = encodeSections(known(inventory), strict);
  const extras = fromElements(inventory.extras, (key) => key === 'versionclient' || sectionUnder(key) !== undefined);
  const content = { ...members, ...extras.members, versionclient: inventory.agent };
  const own = strict ? {} : { [CORRECTIONS]: ownWords(inventory, content, corrections) };
  const { TAG: tag } = inventory.account;
  const document = {
    action: 'inventory',
    ...present({ deviceid: inventory.deviceId ?? ANYONE, itemtype: ITEM_TYPES[inventory.kind], tag }),
    content: { ...content, ...own },
  };
  const names = extras.left.map(({ name }) => name);
  return { text: `${safeJson(document, 2)}\n`, lost: [...lost, ...new Set(names)] };
}

/** What a document says of a machine. Fails with a WireError. */
export function decodeInventory(document: JsonObject, userAgent: string | undefined): Inventory {
  const content = objectOf(member(document, 'content'));
  const { sections, extras } = decodeSections(content);
  const words = member(content, CORRECTIONS);
  const own = isObject(words) ? words : undefined;
  const parcours = decodeParcours(parent('CONTENT', readElements([member(own, 'element') ?? null])));
  const kind = parcours?.kind ?? kindOf(textMember(document, 'itemtype'));
  const speaker: Speaker = parcours
    ? { kind: 'parcours', reports: parcours.reports }
    : { kind: hasAgent(kind) ? 'glpi' : 'snmp', partial: member(document, 'partial') === true };
  const completed = complete(sections, speaker);
  return {
    ...present({ deviceId: deviceIdIn(document), oldDeviceId: textMember(own, 'oldDeviceId'), at: parcours?.at }),
    kind,
    agent: textMember(content, 'versionclient') ?? userAgent ?? 'unknown',
    sections: completed.sections as Sections,
    reports: completed.reports,
    account: { ...textsOf(member(own, 'account')), ...present({ TAG: textMember(document, 'tag') }) },
    extras: member(own, 'extras') === undefined ? extras : readElements(member(own, 'extras')),
  };
}

const ITEM_TYPES: Readonly<Record<Kind, string>> = {
  computer: 'Computer',
  phone: 'Phone',
  printer: 'Printer',
  network: 'NetworkEquipment',
  unmanaged: 'Unmanaged',
};

/** Unknown is not none: an empty list is written only of what was collected. */
function known({ sections, reports }: Inventory): AnySections {
  const names = sectionNames.filter((name) => {
    return sections[name]?.length === 0 ? reports[name]?.state === 'complete' : sections[name] !== undefined;
  });
  return Object.fromEntries(names.map((name) => [name, sections[name]]));
}

function ownWords(inventory: Inventory, content: JsonObject, sections: JsonObject): JsonObject {
  const { TAG, ...account } = inventory.account;
  const { extras } = decodeSections(content);
  return present({
    element: encodeParcours(inventory) as unknown as Json,
    sections: Object.keys(sections).length > 0 ? sections : undefined,
    extras: isDeepStrictEqual(extras, inventory.extras) ? undefined : (inventory.extras as unknown as Json),
    account: Object.keys(account).length > 0 ? account : undefined,
    oldDeviceId: inventory.oldDeviceId,
  }) as JsonObject;
}

/** Agents before GLPI 10 name no type; assets of a class of the site's own are of no kind we know. */
function kindOf(itemType: string | undefined): Kind {
  if (itemType === undefined) return 'computer';
  const [kind] = Object.entries(ITEM_TYPES).find(([, name]) => name === itemType) ?? ['unmanaged'];
  return kind as Kind;
}

function hasAgent(kind: Kind): boolean {
  return kind === 'computer' || kind === 'phone';
}

function objectOf(json: Json | undefined): JsonObject {
  return isObject(json) ? json : {};
}

function textsOf(json: Json | undefined): Readonly<Record<string, string>> {
  const entries = Object.entries(objectOf(json)).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}
