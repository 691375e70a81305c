import { describe, isSectionName, type Sections } from '../model/catalogue.ts';
import type { AnyRow, Field, RawElement, SectionDescriptor } from '../model/descriptor.ts';
import { isDeviceId } from '../model/device-id.ts';
import { type Inventory, kinds, type SectionReport, sectionStates } from '../model/inventory.ts';
import { present } from '../model/present.ts';
import { safeJson } from '../model/safe-text.ts';
import { isObject, type Json, type JsonObject, textMember } from './glpi/json.ts';
import { WireError } from './wire-error.ts';

/** Version of the shape; a reader refuses the ones it does not know. */
const VERSION = 1;

/** Our own JSON: an inventory as the model has it, nothing lost. Its member `parcours` tells it from GLPI's. */
export function encodeOwn({ delta, ...inventory }: Inventory): string {
  return `${safeJson({ parcours: VERSION, ...inventory }, 2)}\n`;
}

export function isOwn(document: JsonObject): boolean {
  return Object.hasOwn(document, 'parcours');
}

/** Fails with a WireError where the document is not of this shape. */
export function decodeOwn(document: JsonObject): Inventory {
  if (document['parcours'] !== VERSION) throw new WireError(`the document is not of version ${VERSION}`);
  const ids = { deviceId: textMember(document, 'deviceId'), oldDeviceId: textMember(document, 'oldDeviceId') };
  for (const id of Object.values(ids))
    if (id !== undefined && !isDeviceId(id)) throw new WireError('a device id that cannot be one');
  return {
    ...present({ ...ids, at: textMember(document, 'at') }),
    kind: oneOf(kinds, document['kind']),
    agent: textMember(document, 'agent') ?? 'unknown',
    sections: sectionsIn(document['sections']),
    reports: mapSections(document['reports'], (_, report) => reportOf(report)),
    account: textsOf(document['account'], 'account'),
    extras: elementsIn(document['extras'] ?? []),
  };
}

function sectionsIn(json: Json | undefined): Sections {
  return mapSections(json, (descriptor, rows) => listOf(rows).map((row) => rowOf(descriptor, row))) as Sections;
}

function mapSections<T>(json: Json | undefined, read: (descriptor: SectionDescriptor, value: Json) => T) {
  const entries = Object.entries(objectOf(json ?? {}));
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (!isSectionName(name)) throw new WireError(`there is no section ${name.slice(0, 40)}`);
      return [name, read(describe(name), value)];
    }),
  );
}

function rowOf({ tag, fields }: SectionDescriptor, json: Json): AnyRow {
  const { extras, ...values } = objectOf(json);
  for (const [name, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field || !fits(field, value)) throw new WireError(`${tag} has no such ${name.slice(0, 40)}`);
  }
  return { ...(values as AnyRow), ...(extras === undefined ? {} : { extras: elementsIn(extras) }) };
}

function fits({ type }: Field, value: Json): boolean {
  switch (type) {
    case 'integer':
      return Number.isSafeInteger(value);
    case 'decimal':
      return typeof value === 'number';
    case 'yesNo':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    default:
      return typeof value === 'string';
  }
}

function reportOf(json: Json): SectionReport {
  const report = objectOf(json);
  return { state: oneOf(sectionStates, report['state']), ...present({ reason: textMember(report, 'reason') }) };
}

function elementsIn(json: Json): readonly RawElement[] {
  return listOf(json).map((item) => {
    const { name, text, attributes, children } = objectOf(item);
    if (typeof name !== 'string') throw new WireError('an element has no name');
    return {
      name,
      ...(attributes === undefined ? {} : { attributes: textsOf(attributes, name) }),
      ...(typeof text === 'string' ? { text } : {}),
      ...(children === undefined ? {} : { children: elementsIn(children) }),
    };
  });
}

function textsOf(json: Json | undefined, name: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(objectOf(json ?? {})).map(([key, value]) => {
      if (typeof value !== 'string') throw new WireError(`${name.slice(0, 40)} holds more than texts`);
      return [key, value];
    }),
  );
}

function oneOf<const T extends string>(allowed: readonly T[], json: Json | undefined): T {
  const found = allowed.find((candidate) => candidate === json);
  if (found === undefined) throw new WireError(`none of ${allowed.join(', ')} where one is due`);
  return found;
}

function objectOf(json: Json): JsonObject {
  if (!isObject(json)) throw new WireError('an object is missing where one is due');
  return json;
}

function listOf(json: Json): readonly Json[] {
  if (!Array.isArray(json)) throw new WireError('a list is missing where one is due');
  return json;
}
