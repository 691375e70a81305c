/** The form of the lab: a sheet filled by hand against a stopwatch. */

import type { Messages } from '../../i18n/en.ts';
import { type Language, messagesOf } from '../../i18n/language.ts';
import { moveTo, open, write } from '../../lab/filling.ts';
import type { Entry, ManualSheet } from '../../lab/sheet.ts';
import type { Platform, SheetField, Template } from '../../lab/template.ts';
import type { SheetContext } from '../keymap.ts';
import type { Size } from '../state.ts';
import { type TextInput, typed } from '../text-input.ts';

export interface SheetState {
  readonly template: Template;
  readonly language: Language;
  readonly size: Size;
  /** The system whose hints are shown. */
  readonly platform: Platform;
  /** As it is on disk, or about to be; what is being typed is not in it. */
  readonly sheet: ManualSheet;
  /** Which field, from 0. */
  readonly at: number;
  readonly input: TextInput;
  readonly overlay?: SheetOverlay;
  readonly notice?: SheetNotice;
  readonly suspensions: number;
  readonly ended: boolean;
}

/** What lies over the fields and gets the keys. */
export type SheetOverlay =
  | { readonly kind: 'pause'; readonly input: TextInput }
  | { readonly kind: 'leave' }
  /** The sheet was finished before: the stopwatch does not run. */
  | { readonly kind: 'finished' }
  | { readonly kind: 'help' };

export interface SheetNotice {
  readonly id: 'notSaved' | 'undone' | 'nothingToUndo' | 'reasonMissing';
  readonly detail?: string;
}

export interface SheetStart extends Pick<SheetState, 'template' | 'language' | 'size' | 'platform' | 'sheet'> {
  /** The clock, in milliseconds since 1970. */
  readonly now: number;
}

/** Opens the sheet where it was left; the stopwatch runs, unless the sheet is finished. */
export function openSheet({ now, ...start }: SheetStart): SheetState {
  const last = start.sheet.visits.at(-1)?.field;
  const at = Math.max(
    0,
    start.template.fields.findIndex(({ id }) => id === last),
  );
  const state = atField({ ...start, at, input: typed(''), suspensions: 0, ended: false }, at);
  return start.sheet.finishedAt ? { ...state, overlay: { kind: 'finished' } } : resumeSheet(state, now);
}

/** The stopwatch runs on, in the field that is open. */
export function resumeSheet({ overlay: _, ...state }: SheetState, now: number): SheetState {
  return { ...state, sheet: open(state.sheet, fieldOf(state).id, now) };
}

export function sheetTexts(state: Pick<SheetState, 'language'>): Messages['sheet'] {
  return messagesOf(state.language).sheet;
}

export function contextOf({ overlay }: SheetState): SheetContext {
  return overlay?.kind ?? 'field';
}

/** The field that is open. A template has at least one. */
export function fieldOf({ template, at }: SheetState): SheetField {
  const field = template.fields[at] ?? template.fields[0];
  if (!field) throw new RangeError('a sheet without fields');
  return field;
}

/** The sheet with what is being typed: what a crash must not lose. */
export function wholeSheet(state: SheetState): ManualSheet {
  return write(state.sheet, fieldOf(state).id, typedEntry(state));
}

/** Another field: what was typed is written, and the visit of this one ends. */
export function toField(state: SheetState, at: number, now: number): SheetState {
  const [sheet, there] = [wholeSheet(state), Math.min(Math.max(0, at), state.template.fields.length - 1)];
  if (there === state.at) return { ...state, sheet };
  return atField({ ...state, sheet: moveTo(sheet, state.template.fields[there]?.id ?? '', now) }, there);
}

/** The same sheet, open at a field as it stands there. */
export function atField(state: SheetState, at: number): SheetState {
  return { ...state, at, input: typed(textOf(state.sheet.entries[state.template.fields[at]?.id ?? ''])) };
}

export function textOf(entry: Entry | undefined): string {
  return entry?.kind === 'value' ? entry.text : '';
}

/** A blank input leaves "I don’t know" as it is. */
function typedEntry(state: SheetState): Entry | undefined {
  const text = state.input.text.trim();
  const known = state.sheet.entries[fieldOf(state).id];
  if (text !== '') return { kind: 'value', text };
  return known?.kind === 'unknown' ? known : undefined;
}
