import type { RawElement } from '../../model/descriptor.ts';
import { isEmpty } from '../element.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

/** A member as an element; undefined where it says nothing. What is not text carries its kind in the attribute `json`. */
export function toElement(name: string, value: Json): RawElement | undefined {
  const element = elementOf(name, value);
  return element === undefined || isEmpty(element) ? undefined : element;
}

/** Members made of elements, and the elements that are none: of another dialect, or several of one name. */
export interface WrittenElements {
  readonly members: JsonObject;
  readonly left: readonly RawElement[];
}

/** Puts back in place what came as JSON; `taken` are keys that mean something else there. */
export function fromElements(elements: readonly RawElement[], taken: (key: string) => boolean): WrittenElements {
  const members: Record<string, Json> = {};
  const left: RawElement[] = [];
  for (const element of elements) {
    const value = KEY.test(element.name) ? jsonOf(element) : undefined;
    if (value === undefined || taken(element.name) || Object.hasOwn(members, element.name)) left.push(element);
    else members[element.name] = value;
  }
  return { members, left };
}

/** GLPI's keys are lower case; the elements of the XML dialects are not. */
const KEY = /^[a-z][a-z0-9_]*$/;
const ITEM = 'item';

function elementOf(name: string, value: Json): RawElement | undefined {
  if (value === null) return undefined;
  if (typeof value === 'string') return { name, text: value.trim() };
  if (isObject(value))
    return { name, children: present(Object.entries(value).map(([key, item]) => toElement(key, item))) };
  if (typeof value === 'object') {
    return { name, attributes: { json: 'list' }, children: present(value.map((item) => toElement(ITEM, item))) };
  }
  return { name, attributes: { json: typeof value }, text: String(value) };
}

function present(elements: readonly (RawElement | undefined)[]): readonly RawElement[] {
  return elements.filter((element) => element !== undefined);
}

function jsonOf({ text, attributes, children = [] }: RawElement): Json | undefined {
  switch (attributes?.['json']) {
    case 'list': {
      const items = children.map(jsonOf);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case 'number':
      return Number.isFinite(Number(text)) ? Number(text) : undefined;
    case 'boolean':
      return text === 'true';
    case undefined:
      return attributes === undefined ? (text ?? objectOf(children)) : undefined;
    default:
      return undefined;
  }
}

function objectOf(children: readonly RawElement[]): JsonObject | undefined {
  const { members, left } = fromElements(children, () => false);
  return left.length === 0 ? members : undefined;
}
