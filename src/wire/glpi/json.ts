/** wire/glpi/ knows GLPI's inventory format: JSON in the shape of its published schema, and the protocol around it. */
import { xmlLimits } from '../limits.ts';
import { WireError } from '../wire-error.ts';
import type { Repairs } from '../xml.ts';

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export interface JsonDocument {
  readonly root: JsonObject;
  readonly repairs: Omit<Repairs, 'recodedTexts'>;
}

/** Reads a document. Rejects with a WireError past the limits of XML documents, and where it is no JSON object. */
export function parseJson(text: string): JsonDocument {
  checkShape(text);
  const repairs = { replacedCharacters: 0, cutTexts: 0 };
  const root = parse(text, (key, value) => {
    if (UNSAFE_KEYS.has(key)) return undefined;
    return typeof value === 'string' ? mended(value, repairs) : value;
  });
  if (!isObject(root)) throw new WireError('the document is no JSON object');
  return { root, repairs };
}

export function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** A member of an object; undefined where there is none, or nothing in it. */
export function member(object: JsonObject | undefined, key: string): Json | undefined {
  const value = object !== undefined && Object.hasOwn(object, key) ? object[key] : undefined;
  return value === null || value === '' ? undefined : value;
}

export function textMember(object: JsonObject | undefined, key: string): string | undefined {
  const value = member(object, key);
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}

/** Looks at the text before the parser does, which knows no limits. */
function checkShape(text: string): void {
  const { depth, elements } = xmlLimits;
  let open = 0;
  let values = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === COMMA) values += 1;
    // Brackets and braces differ from each other in one bit: 5b and 7b open, 5d and 7d close.
    else if ((code | 0x20) === OPEN) open += 1;
    else if ((code | 0x20) === CLOSE) open -= 1;
    if (open > depth) throw new WireError(`values nested more than ${depth} deep`);
  }
  if (values > elements * VALUES_AN_ELEMENT)
    throw new WireError(`more than ${elements * VALUES_AN_ELEMENT} values`, 413);
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at += 1;
  }
  return text.length;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
/** XML counts sections as well as values, and a row of JSON has a comma more. */
const VALUES_AN_ELEMENT = 2;

function parse(text: string, revive: (key: string, value: Json) => Json | undefined): Json {
  try {
    return JSON.parse(text, revive);
  } catch (error) {
    throw new WireError('the document is not well-formed JSON', 400, error);
  }
}

/** Names that would reach what all objects share. */
const UNSAFE_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

function mended(text: string, repairs: { replacedCharacters: number; cutTexts: number }): string {
  const cut = text.length > xmlLimits.text;
  if (cut) repairs.cutTexts += 1;
  return (cut ? text.slice(0, xmlLimits.text) : text).replace(FORBIDDEN, () => {
    repairs.replacedCharacters += 1;
    return '\ufffd';
  });
}

/** What XML forbids: what came as JSON must be writable as XML. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
