import { describe } from '../model/catalogue.ts';
import type { AnyRow, Unit } from '../model/descriptor.ts';
import type { Inventory } from '../model/inventory.ts';
import { present } from '../model/present.ts';
import type { SheetField, Source, Template } from './template.ts';

/** A value as the inventory has it. */
export interface Value {
  readonly value: string | number | boolean;
  readonly unit?: Unit;
}

/** Why the agent has no answer: nobody but a person knows it, it needs root, it was not collected, or there is none. */
export const lacks = ['person', 'needs-root', 'not-collected', 'none'] as const;
export type Lack = (typeof lacks)[number];

/** What the agent answers to a field of the sheet: values of which each may be the answer, best first; or none. */
export type Answer = { readonly values: readonly Value[] } | { readonly lack: Lack };

export type Answers = Readonly<Record<string, Answer>>;

export function answersOf({ fields }: Template, inventory: Inventory): Answers {
  return Object.fromEntries(fields.map((field) => [field.id, answerTo(field, inventory)]));
}

function answerTo({ sources }: SheetField, inventory: Inventory): Answer {
  if (sources.length === 0) return { lack: 'person' };
  for (const source of sources) {
    const values = valuesOf(source, inventory);
    if (values.length > 0) return { values };
  }
  return { lack: lackOf(sources, inventory) };
}

function valuesOf({ section, field, rows = 'any' }: Source, { sections }: Inventory): readonly Value[] {
  const found = (sections[section] ?? []).flatMap((row: AnyRow) => usable(row[field]));
  const unit = unitOf({ section, field });
  if (rows === 'any') return [...new Set(found)].map((value) => ({ value, ...present({ unit }) }));
  if (rows === 'count') return sections[section] ? [{ value: found.length }] : [];
  const numbers = found.filter((value) => typeof value === 'number');
  return numbers.length > 0 ? [{ value: numbers.reduce((sum, one) => sum + one, 0), ...present({ unit }) }] : [];
}

function usable(value: unknown): readonly Value['value'][] {
  if (Array.isArray(value)) return value.flatMap(usable);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [value] : [];
}

function unitOf({ section, field }: Source): Unit | undefined {
  const described = describe(section).fields[field];
  return described && 'unit' in described ? described.unit : undefined;
}

/** What was not seen is not none: the first reason that a section gives counts. */
function lackOf(sources: readonly Source[], { reports }: Inventory): Lack {
  const told = sources.flatMap(({ section }) => reports[section] ?? []);
  if (told.some(({ reason }) => reason && /^needs-(?:root|administrator)/.test(reason))) return 'needs-root';
  return told.some(({ state }) => state === 'complete' || state === 'unchanged') ? 'none' : 'not-collected';
}
