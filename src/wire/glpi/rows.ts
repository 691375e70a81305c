import { describe, type SectionName } from '../../model/catalogue.ts';
import { type AnyRow, fieldValue, type RawElement, type Value } from '../../model/descriptor.ts';
import { CORRECTIONS, corrected, correctionsOf } from './corrections.ts';
import { fromElements, toElement } from './extras.ts';
import { formOf } from './forms.ts';
import type { Json, JsonObject } from './json.ts';
import { fieldKey, fieldUnder, hasPlace, requiredFields } from './places.ts';
import { readValue, writeValue } from './values.ts';

/** The row in an object; what the catalogue cannot hold goes to its extras. */
export function decodeRow(section: SectionName, object: JsonObject): AnyRow {
  const values: Record<string, Value> = {};
  const extras: RawElement[] = [];
  for (const [key, json] of Object.entries(object)) {
    if (key === CORRECTIONS || takeValue(section, values, key, json)) continue;
    const element = toElement(key, json);
    if (element) extras.push(element);
  }
  const row = extras.length > 0 ? { ...values, extras } : values;
  return corrected(section, row, object[CORRECTIONS]);
}

/** A row as GLPI takes it. */
export interface EncodedRow {
  readonly object: JsonObject;
  /** What a reader would get wrong; undefined where it gets all right. */
  readonly corrections?: JsonObject;
  /** Fields that a reader would not get at all. */
  readonly lost: readonly string[];
}

/**
 * Writes a row with what GLPI expects in it besides. Undefined where a field is missing without which GLPI refuses the
 * row.
 */
export function encodeRow(section: SectionName, row: AnyRow, expected: AnyRow = row): EncodedRow | undefined {
  const { fields } = describe(section);
  const members: Record<string, Json> = {};
  for (const [name, field] of Object.entries(fields)) {
    const value = hasPlace(section, name) ? fieldValue(expected, name) : undefined;
    const json = value === undefined ? undefined : writeValue(field, formOf(section, name, field), value);
    if (json !== undefined) members[fieldKey(field)] = json;
  }
  const keys = requiredFields(section)
    .map((name) => fields[name])
    .filter((field) => field !== undefined)
    .map(fieldKey);
  if (keys.some((key) => members[key] === undefined || members[key] === '')) return undefined;
  const extras = fromElements(row.extras ?? [], (key) => isTaken(section, key));
  const object = { ...members, ...extras.members };
  const read = decodeRow(section, object);
  const corrections = correctionsOf(row, read);
  const lost = Object.keys(corrections).filter((name) => row[name] !== undefined && read[name] === undefined);
  return Object.keys(corrections).length > 0 ? { object, corrections, lost } : { object, lost };
}

function isTaken(section: SectionName, key: string): boolean {
  return fieldUnder(section, key) !== undefined || (section === 'operatingsystem' && key === 'timezone');
}

/** Puts a member where it belongs; false where it has to be kept as it is. */
function takeValue(section: SectionName, values: Record<string, Value>, key: string, json: Json): boolean {
  const name = fieldUnder(section, key);
  const field = name === undefined ? undefined : describe(section).fields[name];
  if (name === undefined || field === undefined || Object.hasOwn(values, name)) return false;
  const value = readValue(field, formOf(section, name, field), json);
  if (value !== undefined) values[name] = value;
  return value !== undefined;
}
