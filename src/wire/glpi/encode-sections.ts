import { isDeepStrictEqual } from 'node:util';
import { type AnySections, describe, type SectionName, sectionNames } from '../../model/catalogue.ts';
import { CORRECTIONS } from './corrections.ts';
import { decodeSections } from './decode-sections.ts';
import { withExpected } from './expected.ts';
import { isObject, type Json, type JsonObject } from './json.ts';
import { sectionKey } from './places.ts';
import { type EncodedRow, encodeRow } from './rows.ts';

/** Sections as members of `content`. */
export interface EncodedSections {
  readonly members: JsonObject;
  /** The sections that a reader would get wrong, as they are; null for one that was only written for GLPI. */
  readonly corrections: JsonObject;
  /** What has no place in GLPI's format: `section` or `section.field`. */
  readonly lost: readonly string[];
}

/** `strict` leaves out of the rows what GLPI's format has no place for. */
export function encodeSections(sections: AnySections, strict: boolean): EncodedSections {
  const expected = withExpected(sections);
  const lost = new Set<string>();
  const members: Record<string, Json> = {};
  for (const name of sectionNames) {
    const rows = (sections[name] ?? expected[name])?.map((row, at) => encodeRow(name, row, expected[name]?.[at]));
    if (rows === undefined) continue;
    const objects = rows.filter((row) => row !== undefined);
    if (
      !put(
        members,
        name,
        objects.map((row) => objectOf(row, strict)),
      ) ||
      objects.length < rows.length
    )
      lost.add(name);
    for (const field of objects.flatMap((row) => row.lost)) lost.add(`${name}.${field}`);
  }
  const read = decodeSections(members).sections;
  const wrong = sectionNames.filter((name) => !isDeepStrictEqual(sections[name], read[name]));
  const corrections = wrong.map((name) => [name, (sections[name] as Json | undefined) ?? null] as const);
  return { members, corrections: Object.fromEntries(corrections), lost: [...lost].sort() };
}

function objectOf({ object, corrections }: EncodedRow, strict: boolean): JsonObject {
  return corrections === undefined || strict ? object : { ...object, [CORRECTIONS]: corrections };
}

/** False where rows have no place. */
function put(members: Record<string, Json>, name: SectionName, objects: readonly JsonObject[]): boolean {
  const key = sectionKey(name);
  const [only] = objects;
  if (name === 'timezone' && only) {
    const system = members['operatingsystem'];
    members['operatingsystem'] = { ...(isObject(system) ? system : {}), timezone: only };
    return true;
  }
  if (key === undefined) return objects.length === 0;
  if (describe(name).cardinality === 'many') members[key] = objects;
  else if (only) members[key] = only;
  return true;
}
