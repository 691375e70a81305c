import type { Field, Value } from '../../model/descriptor.ts';
import { convertUnit } from '../ocs/units.ts';
import { decodeValue } from '../ocs/values.ts';
import type { Form } from './forms.ts';
import type { Json } from './json.ts';

/** A value in its form; undefined where it does not fit there. */
export function writeValue(field: Field, form: Form, value: Value): Json | undefined {
  if (form.as === 'list') return listOf(form, value);
  const given = textOf(field, value);
  const text = form.write?.(given) ?? given;
  if (form.like?.test(text) === false) return undefined;
  if (form.as === 'integer') return integerIn(text);
  if (form.as === 'boolean') return BOOLEANS.get(text);
  return text;
}

/** What a scalar or a list of texts says; undefined where it is no value of the field. */
export function readValue(field: Field, form: Form, json: Json): Value | undefined {
  if (Array.isArray(json)) return field.type === 'list' ? textsIn(json) : undefined;
  if (typeof json === 'object') return undefined;
  const given = String(json).trim();
  if (given === '') return undefined;
  const text = form.read?.(given) ?? given;
  return decodeValue(field, text) ?? ('unit' in field ? convertUnit(field, text) : undefined);
}

function listOf({ like }: Form, value: Value): Json | undefined {
  const items = Array.isArray(value) ? value.filter((item) => like?.test(item) !== false) : [];
  return items.length === 0 ? undefined : items;
}

function textOf(field: Field, value: Value): string {
  return field.type === 'list' && Array.isArray(value) ? value.join(field.separator) : String(value);
}

function integerIn(text: string): number | undefined {
  const value = Math.round(Number(text));
  return text !== '' && Number.isSafeInteger(value) ? value : undefined;
}

function textsIn(items: readonly Json[]): readonly string[] | undefined {
  if (items.some((item) => typeof item === 'object')) return undefined;
  const texts = items.map((item) => String(item).trim()).filter((text) => text !== '');
  return texts.length === 0 ? undefined : texts;
}

const BOOLEANS = new Map([
  ['true', true],
  ['false', false],
]);
