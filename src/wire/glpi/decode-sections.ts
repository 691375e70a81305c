import { type AnySections, describe, isSectionName, type SectionName } from '../../model/catalogue.ts';
import type { AnyRow, RawElement } from '../../model/descriptor.ts';
import { maxRows } from '../limits.ts';
import { WireError } from '../wire-error.ts';
import { CORRECTIONS, corrected } from './corrections.ts';
import { toElement } from './extras.ts';
import { isObject, type Json, type JsonObject, member } from './json.ts';
import { sectionUnder } from './places.ts';
import { decodeRow } from './rows.ts';

export interface DecodedContent {
  readonly sections: AnySections;
  readonly extras: readonly RawElement[];
}

/** The rows in `content`; an empty list says that there is nothing of the kind. Fails with a WireError. */
export function decodeSections(content: JsonObject): DecodedContent {
  const sections: { [N in SectionName]?: readonly AnyRow[] } = {};
  const extras: RawElement[] = [];
  for (const [key, json] of membersOf(content)) {
    const name = sectionUnder(key);
    const rows = name === undefined ? undefined : rowsIn(name, json);
    if (name !== undefined && rows !== undefined) sections[name] = [...(sections[name] ?? []), ...rows];
    const element = rows === undefined ? toElement(key, json) : undefined;
    if (element) extras.push(element);
  }
  const corrections = member(content, CORRECTIONS);
  const right = isObject(corrections) ? member(corrections, 'sections') : undefined;
  return { sections: correctedSections(sections, isObject(right) ? right : {}), extras };
}

/** Members of `content` that speak of the exchange. */
const OF_THE_EXCHANGE = new Set(['versionclient', CORRECTIONS]);

/** The members that speak of the machine, with the time zone beside the operating system, not in it. */
function membersOf(content: JsonObject): readonly (readonly [string, Json])[] {
  return Object.entries(content).flatMap(([key, json]): (readonly [string, Json])[] => {
    if (OF_THE_EXCHANGE.has(key)) return [];
    if (sectionUnder(key) !== 'operatingsystem' || !isObject(json) || !isObject(json['timezone'])) return [[key, json]];
    const { timezone, ...system } = json;
    return [[key, system], ...(timezone === undefined ? [] : [['timezone', timezone] as const])];
  });
}

/** Undefined where this is no content of a section, or an object that says nothing. */
function rowsIn(name: SectionName, json: Json): readonly AnyRow[] | undefined {
  const objects = isObject(json)
    ? [json]
    : Array.isArray(json)
      ? json.filter((item: Json) => isObject(item))
      : undefined;
  if (objects === undefined || (Array.isArray(json) && objects.length < json.length)) return undefined;
  const { cardinality, tag } = describe(name);
  if (cardinality === 'one' && objects.length > 1) return undefined;
  if (objects.length > maxRows) throw new WireError(`more than ${maxRows} rows of ${tag}`, 413);
  const rows = objects.map((object) => decodeRow(name, object)).filter((row) => Object.keys(row).length > 0);
  return isObject(json) && rows.length === 0 ? undefined : rows;
}

function correctedSections(sections: AnySections, corrections: JsonObject): AnySections {
  const right: { [N in SectionName]?: readonly AnyRow[] } = { ...sections };
  for (const [name, rows] of Object.entries(corrections)) {
    if (!isSectionName(name)) continue;
    if (rows === null) delete right[name];
    else if (Array.isArray(rows)) right[name] = rows.map((row: Json) => corrected(name, {}, row));
  }
  return right;
}
