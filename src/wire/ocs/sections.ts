import { type AnySections, describe, type SectionName, sectionNames } from '../../model/catalogue.ts';
import { type AnyRow, type Field, fieldValue, type RawElement, type Value } from '../../model/descriptor.ts';
import { compareTexts } from '../../model/order.ts';
import { textReceived } from '../as-received.ts';
import { childrenOf, isEmpty, leaf, parent } from '../element.ts';
import { maxRows } from '../limits.ts';
import { WireError } from '../wire-error.ts';
import { isProtocolField, liftNested, mendRow, scaleOf } from './exceptions.ts';
import { convertUnit } from './units.ts';
import { decodeValue, encodeValue } from './values.ts';

/** The rows in a document, and the elements that are no section the catalogue knows. */
export interface DecodedSections {
  readonly sections: AnySections;
  readonly extras: readonly RawElement[];
}

/** One element a row, sections in the order of their tags. */
export function encodeSections(sections: AnySections): readonly RawElement[] {
  return namesByTag.flatMap((name) => (sections[name] ?? []).map((row) => encodeRow(name, row)));
}

/** True for an element that is a whole row of a list by itself, whatever else the document says. */
export function isListRow(element: RawElement): boolean {
  const name = sectionOf.get(element.name);
  return name !== undefined && describe(name).cardinality === 'many';
}

/** Whether a receiver decodes the very row that is encoded. */
export function travelsUnchanged(section: SectionName, row: AnyRow): boolean {
  if (describe(section).cardinality === 'one' || row.extras !== undefined || mendRow(section, row) !== row)
    return false;
  const fields = fieldNamed.get(section);
  const names = Object.keys(row);
  return names.length > 0 && names.every((name) => isKept(fields?.get(name), fieldValue(row, name)));
}

/**
 * Decodes the sections of a document element by element, so that its rows need not stand in memory as XML as well.
 * What the catalogue cannot hold goes to the extras of the row or of the document.
 */
export class SectionDecoder {
  readonly #given = new Map<SectionName, readonly AnyRow[]>();
  readonly #lists = new Map<SectionName, AnyRow[]>();
  /** Elements of the sections that exist once; one that was sent twice is read as one, the first value first. */
  readonly #singles = new Map<SectionName, RawElement[]>();
  readonly #extras: RawElement[] = [];

  /** Fails with a WireError past the limit of rows. */
  add(element: RawElement): void {
    for (const part of liftNested(element)) this.#addPart(part);
  }

  /** Takes a list that is decoded already, in place of its elements. */
  give(name: SectionName, rows: readonly AnyRow[]): void {
    this.#given.set(name, rows);
  }

  finish(): DecodedSections {
    const singles = [...this.#singles].map(([name, elements]) => {
      return [name, rowsIn(name, elements.flatMap(childrenOf))] as const;
    });
    const sections = [...this.#given, ...this.#lists, ...singles].filter(([, rows]) => rows.length > 0);
    return { sections: Object.fromEntries(sections), extras: this.#extras };
  }

  #addPart(element: RawElement): void {
    const name = sectionOf.get(element.name);
    if (name === undefined) {
      if (!isEmpty(element)) this.#extras.push(element);
      return;
    }
    if (element.text !== undefined) this.#extras.push(leaf(element.name, element.text));
    if (describe(name).cardinality === 'one') addTo(this.#singles, name, [element]);
    else addTo(this.#lists, name, rowsIn(name, childrenOf(element)));
  }
}

function encodeRow(section: SectionName, row: AnyRow): RawElement {
  const elements: RawElement[] = [];
  for (const { name, field, scale } of fieldsInOrder.get(section) ?? []) {
    const value = fieldValue(row, name);
    const text = value === undefined ? '' : encodeValue(field, value, scale);
    if (text !== '') elements.push(leaf(field.tag, text));
  }
  return parent(describe(section).tag, row.extras === undefined ? elements : [...elements, ...row.extras]);
}

function isKept(wired: WiredField | undefined, value: Value | undefined): boolean {
  if (wired === undefined || value === undefined) return false;
  const { field, scale } = wired;
  if (field.type !== 'text')
    return isSureDate(field, value) || decodeValue(field, encodeValue(field, value, scale), scale) === value;
  return typeof value === 'string' && (PLAIN.test(value) || (value !== '' && textReceived(value) === value));
}

/** A short text of printable ASCII without a blank at its ends, as nearly all are: the same on any way. */
const PLAIN = /^[!-~](?:[ -~]{0,1000}[!-~])?$/;

/** Of most days it is plain to see that they exist; a list of packages has a thousand. */
function isSureDate({ type }: Field, value: Value): boolean {
  return type === 'date' && typeof value === 'string' && SURE_DATE.test(value);
}

const SURE_DATE = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)?$/;

function addTo<T>(found: Map<SectionName, T[]>, name: SectionName, items: readonly T[]): void {
  const known = found.get(name) ?? [];
  if (known.length + items.length > maxRows) {
    throw new WireError(`more than ${maxRows} rows of ${describe(name).tag}`, 413);
  }
  known.push(...items);
  found.set(name, known);
}

/** One row, or none where nothing is said. */
function rowsIn(name: SectionName, children: readonly RawElement[]): readonly AnyRow[] {
  const row = mendRow(name, decodeRow(name, children));
  return Object.keys(row).length > 0 ? [row] : [];
}

function decodeRow(name: SectionName, children: readonly RawElement[]): AnyRow {
  const values: Record<string, Value> = {};
  const extras = children.filter(
    (child) => !isEmpty(child) && !isProtocolField(name, child.name) && !takeField(name, values, child),
  );
  return extras.length > 0 ? { ...values, extras } : values;
}

/** Puts an element's value where it belongs; false where the element has to be kept besides, or instead. */
function takeField(section: SectionName, values: Record<string, Value>, element: RawElement): boolean {
  const { name: tag, text, attributes, children } = element;
  const wired = fieldOf.get(section)?.get(tag);
  if (wired === undefined || text === undefined || attributes || children) return false;
  const { name, field, scale } = wired;
  const exact = decodeValue(field, text, scale);
  const value = exact ?? ('unit' in field ? convertUnit(field, text) : undefined);
  const known = values[name];
  if (value === undefined) return false;
  if (known === undefined) values[name] = value;
  else if (Array.isArray(known) && Array.isArray(value)) values[name] = [...known, ...value];
  else return false;
  return exact !== undefined;
}

const namesByTag = sectionNames.toSorted((a, b) => compareTexts(describe(a).tag, describe(b).tag));

const sectionOf = new Map<string, SectionName>([
  ...sectionNames.flatMap((name) => (describe(name).aliases ?? []).map((alias) => [alias, name] as const)),
  ...sectionNames.map((name) => [describe(name).tag, name] as const),
]);

/** A field as it travels: its name in a row, and what a number in its element is multiplied with. */
interface WiredField {
  readonly name: string;
  readonly field: Field;
  readonly scale: number;
}

/** The fields of each section in the order of their elements. */
const fieldsInOrder = new Map(sectionNames.map((section) => [section, wiredFields(section)] as const));

/** Fields by element name; where one dialect's name is another field's tag, the tag wins. */
const fieldOf = new Map(sectionNames.map((section) => [section, fieldsByElement(section)] as const));

/** Fields by their name in a row, without those whose element is read as another field. */
const fieldNamed = new Map(
  sectionNames.map((section) => {
    const own = (fieldsInOrder.get(section) ?? []).filter(
      (wired) => fieldOf.get(section)?.get(wired.field.tag) === wired,
    );
    return [section, new Map(own.map((wired) => [wired.name, wired]))] as const;
  }),
);

function wiredFields(section: SectionName): readonly WiredField[] {
  return Object.entries(describe(section).fields)
    .map(([name, field]) => ({ name, field, scale: scaleOf(section, field.tag) }))
    .sort((a, b) => compareTexts(a.field.tag, b.field.tag));
}

function fieldsByElement(section: SectionName): ReadonlyMap<string, WiredField> {
  const all = fieldsInOrder.get(section) ?? [];
  const others = all.flatMap((wired) => {
    const { fusion } = wired.field;
    return fusion === undefined ? [] : [[fusion, { ...wired, scale: scaleOf(section, fusion) }] as const];
  });
  return new Map([...others, ...all.map((wired) => [wired.field.tag, wired] as const)]);
}
