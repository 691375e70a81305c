import type { Label } from '../model/descriptor.ts';
import { ParcoursError } from '../model/errors.ts';

/** A JSON value and where it stands, as the message of a mistake names it: `line 12, field "ram", hint`. */
export interface Found {
  readonly value: unknown;
  readonly at: string;
}

export type Members = Readonly<Record<string, unknown>>;

/** Parses a file a person edits. Fails with `bad-input`, naming the line where JSON has it. */
export function parseJson(text: string, path: string): Found {
  try {
    return { value: JSON.parse(text), at: path };
  } catch (error) {
    const position = positionOf(String(error), text);
    const line = position === undefined ? '' : `, line ${lineAt(text, position)}`;
    throw new ParcoursError('bad-input', `${path}${line}: not JSON`, error);
  }
}

/** V8 names the position, or quotes ten characters on either side of it. */
function positionOf(message: string, text: string): number | undefined {
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) return Number(position);
  const quoted = /\.\.\."(.*)"(?:\.\.\.)? is not valid JSON/s.exec(message)?.[1] ?? '';
  const at = text.indexOf(quoted);
  return quoted === '' || at !== text.lastIndexOf(quoted) ? undefined : at + 10;
}

/** Line of a place in a text, counted from 1. */
export function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

/** An object with these members and no others: a misspelt name must not pass for one left out. */
export function members({ value, at }: Found, names: readonly string[]): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw mistake(at, 'write an object { … }');
  const stranger = Object.keys(value).find((name) => !names.includes(name));
  if (stranger !== undefined) throw mistake(at, `there is no "${stranger}"; there are ${names.join(', ')}`);
  return value as Members;
}

export function member(from: Members, name: string, at: string): Found {
  return { value: from[name], at: `${at}, ${name}` };
}

export function textOf({ value, at }: Found): string {
  if (typeof value !== 'string' || value.trim() === '') throw mistake(at, 'write a text');
  return value;
}

export function oneOf<T extends string>({ value, at }: Found, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === value);
  if (chosen === undefined) throw mistake(at, `write one of ${choices.join(', ')}`);
  return chosen;
}

/** A number of 0 or more. */
export function amountOf({ value, at }: Found): number {
  if (typeof value !== 'number' || !(value >= 0)) throw mistake(at, 'write a number of 0 or more');
  return value;
}

export function listOf({ value, at }: Found): readonly unknown[] {
  if (!Array.isArray(value)) throw mistake(at, 'write a list [ … ]');
  return value;
}

export function labelOf(found: Found): Label {
  const label = members(found, ['en', 'fr']);
  return { en: textOf(member(label, 'en', found.at)), fr: textOf(member(label, 'fr', found.at)) };
}

/** The value where it is there, read by `read`. */
export function optional<T>(found: Found, read: (found: Found) => T): T | undefined {
  return found.value === undefined ? undefined : read(found);
}

export function mistake(at: string, message: string): ParcoursError {
  return new ParcoursError('bad-input', `${at}: ${message}`);
}
