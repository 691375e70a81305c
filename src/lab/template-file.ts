import { describe, isSectionName, type SectionName } from '../model/catalogue.ts';
import { present } from '../model/present.ts';
import {
  amountOf,
  type Found,
  labelOf,
  lineAt,
  listOf,
  type Members,
  member,
  members,
  mistake,
  oneOf,
  optional,
  parseJson,
  textOf,
} from './json-shape.ts';
import {
  type Competence,
  type CourseFigure,
  platforms,
  rowUses,
  type SheetField,
  type Source,
  sheetTypes,
  sheetUnits,
  type Template,
} from './template.ts';

/** The sheet of a file. Fails with `bad-input` on the first mistake, naming its line, its field and its member. */
export function parseTemplate(text: string, path: string): Template {
  const found = parseJson(text, path);
  const sheet = members(found, ['name', 'title', 'competences', 'course', 'fields']);
  const competences = listOf(member(sheet, 'competences', path)).map((value, index) =>
    competenceOf({ value, at: `${path}, competence ${index + 1}` }),
  );
  return {
    name: nameOf(member(sheet, 'name', path)),
    title: labelOf(member(sheet, 'title', path)),
    competences,
    course: (optional(member(sheet, 'course', path), listOf) ?? []).map((value, index) =>
      figureOf({ value, at: `${path}, course ${index + 1}` }),
    ),
    fields: fieldsOf(text, member(sheet, 'fields', path), competences, path),
  };
}

function competenceOf(found: Found): Competence {
  const from = members(found, ['code', 'label']);
  return { code: textOf(member(from, 'code', found.at)), label: labelOf(member(from, 'label', found.at)) };
}

function figureOf(found: Found): CourseFigure {
  const from = members(found, ['machines', 'manualMinutes', 'autoMinutes']);
  const manualMinutes = optional(member(from, 'manualMinutes', found.at), amountOf);
  return {
    machines: amountOf(member(from, 'machines', found.at)),
    autoMinutes: amountOf(member(from, 'autoMinutes', found.at)),
    ...present({ manualMinutes }),
  };
}

function fieldsOf(text: string, found: Found, competences: readonly Competence[], path: string): readonly SheetField[] {
  const values = listOf(found);
  if (values.length === 0) throw mistake(found.at, 'a sheet has at least one field');
  const fields = values.map((value, index) => fieldOf({ value, at: placeOf(value, index, text, path) }, competences));
  for (const [index, { id }] of fields.entries()) {
    if (fields.findIndex((field) => field.id === id) < index) throw mistake(path, `two fields have the id "${id}"`);
  }
  return fields;
}

/** The field as a message names it: with its line where the text has its id. */
function placeOf(value: unknown, index: number, text: string, path: string): string {
  const id = (value as Members | null)?.['id'];
  if (typeof id !== 'string') return `${path}, field ${index + 1}`;
  const position = text.search(new RegExp(`"id"\\s*:\\s*${JSON.stringify(id).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}`));
  return `${path}, ${position < 0 ? '' : `line ${lineAt(text, position)}, `}field "${id}"`;
}

function fieldOf(found: Found, competences: readonly Competence[]): SheetField {
  const { at } = found;
  const from = members(found, FIELD_MEMBERS);
  const of = (name: string) => member(from, name, at);
  const type = oneOf(of('type'), sheetTypes);
  const unit = optional(of('unit'), (unit) => oneOf(unit, sheetUnits));
  const tolerance = optional(of('tolerance'), amountOf);
  if (type !== 'number' && (unit ?? tolerance) !== undefined)
    throw mistake(at, 'only a number has a unit and a tolerance');
  return {
    id: nameOf(of('id')),
    label: labelOf(of('label')),
    hint: hintOf(of('hint')),
    type,
    ...present({ unit, tolerance }),
    weight: optional(of('weight'), amountOf) ?? 1,
    competence: oneOf(
      of('competence'),
      competences.map(({ code }) => code),
    ),
    sources: listOf(of('sources')).map((value, index) => sourceOf({ value, at: `${at}, source ${index + 1}` })),
  };
}

const FIELD_MEMBERS = ['id', 'label', 'hint', 'type', 'unit', 'tolerance', 'weight', 'competence', 'sources'];

function hintOf(found: Found): SheetField['hint'] {
  const from = members(found, platforms);
  return {
    windows: labelOf(member(from, 'windows', found.at)),
    linux: labelOf(member(from, 'linux', found.at)),
  };
}

function sourceOf(found: Found): Source {
  const from = members(found, ['section', 'field', 'rows']);
  const section = sectionOf(member(from, 'section', found.at));
  const field = oneOf(member(from, 'field', found.at), Object.keys(describe(section).fields));
  const rows = optional(member(from, 'rows', found.at), (rows) => oneOf(rows, rowUses));
  return { section, field, ...present({ rows }) };
}

function sectionOf(found: Found): SectionName {
  const name = textOf(found);
  if (!isSectionName(name)) throw mistake(found.at, `no inventory has a section "${name}"`);
  return name;
}

function nameOf(found: Found): string {
  const name = textOf(found);
  if (!/^[a-z][a-z0-9-]*$/.test(name))
    throw mistake(found.at, 'write small letters, digits and hyphens, such as disk-size');
  return name;
}
