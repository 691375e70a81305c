import { isDeepStrictEqual } from 'node:util';
import { describe, type SectionName } from '../../model/catalogue.ts';
import type { AnyRow, Field, RawElement, Value } from '../../model/descriptor.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

/** Key of what GLPI's format has no place for; servers skip keys they do not know. */
export const CORRECTIONS = '_parcours';

/**
 * What a reader of the written row has to be told so that it gets the row that was meant: the members that differ,
 * null for one that is not in the row.
 */
export function correctionsOf(meant: AnyRow, read: AnyRow): JsonObject {
  const names = new Set([...Object.keys(meant), ...Object.keys(read)]);
  const wrong = [...names].filter((name) => !isDeepStrictEqual(meant[name], read[name]));
  return Object.fromEntries(wrong.map((name) => [name, toJson(meant[name])]));
}

/** The row that was meant. What is no value of its field is passed over. */
export function corrected(section: SectionName, row: AnyRow, corrections: Json | undefined): AnyRow {
  if (!isObject(corrections)) return row;
  const { fields } = describe(section);
  const members: Record<string, AnyRow[string]> = { ...row };
  for (const [name, json] of Object.entries(corrections)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const value = field ? valueIn(field, json) : undefined;
    if (name === 'extras') members['extras'] = readElements(json);
    else if (field && value !== undefined) members[name] = value;
    if (json === null) delete members[name];
  }
  return members;
}

/** Elements as they are kept in JSON, those of them that are such. */
export function readElements(json: Json | undefined): readonly RawElement[] {
  return Array.isArray(json) ? json.flatMap((item: Json) => readElement(item) ?? []) : [];
}

export function toJson(value: AnyRow[string]): Json {
  return value === undefined ? null : (value as Json);
}

function readElement(json: Json): RawElement | undefined {
  if (!isObject(json) || typeof json['name'] !== 'string') return undefined;
  const { name, text, attributes, children } = json;
  return {
    name,
    ...(isTexts(attributes) && { attributes }),
    ...(typeof text === 'string' && { text }),
    ...(children !== undefined && { children: readElements(children) }),
  };
}

function isTexts(json: Json | undefined): json is Readonly<Record<string, string>> {
  return isObject(json) && Object.values(json).every((text) => typeof text === 'string');
}

function valueIn(field: Field, json: Json): Value | undefined {
  if (field.type === 'list') return isTextList(json) ? json : undefined;
  return typeof json === JSON_TYPES[field.type] ? (json as string | number | boolean) : undefined;
}

function isTextList(json: Json): json is readonly string[] {
  return Array.isArray(json) && json.length > 0 && json.every((item) => typeof item === 'string');
}

const JSON_TYPES = { text: 'string', date: 'string', integer: 'number', decimal: 'number', yesNo: 'boolean' } as const;
