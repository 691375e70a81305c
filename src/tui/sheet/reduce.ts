import { explainFillingPause, finish, passed, pauseFilling, resumeFilling, undo, write } from '../../lab/filling.ts';
import { type SheetCommandId, sheetKeymap } from '../keymap.ts';
import type { Key } from '../keys.ts';
import type { Size } from '../state.ts';
import { EMPTY_INPUT, editText, typed } from '../text-input.ts';
import {
  atField,
  contextOf,
  fieldOf,
  resumeSheet,
  type SheetNotice,
  type SheetOverlay,
  type SheetState,
  toField,
  wholeSheet,
} from './state.ts';

/** Everything that can happen to the form. Times are in milliseconds since 1970. */
export type SheetAction =
  | { readonly type: 'pressed'; readonly keys: readonly Key[]; readonly now: number }
  | { readonly type: 'passed'; readonly now: number }
  | { readonly type: 'resized'; readonly size: Size }
  | { readonly type: 'notSaved'; readonly reason: string }
  | { readonly type: 'ended'; readonly now: number };

export function reduceSheet(state: SheetState, action: SheetAction): SheetState {
  if (state.overlay?.kind === 'finished' && action.type === 'passed') return state;
  switch (action.type) {
    case 'pressed':
      return action.keys.reduce((before, key) => press(before, key, action.now), state);
    case 'passed':
      return { ...state, sheet: passed(state.sheet, action.now) };
    case 'resized':
      return { ...state, size: action.size };
    case 'notSaved':
      return withNotice(state, { id: 'notSaved', detail: action.reason });
    case 'ended':
      return end(state, action.now);
  }
}

function press(state: SheetState, key: Key, now: number): SheetState {
  if (state.ended) return state;
  const calm = withNotice(state, undefined);
  const context = contextOf(state);
  const binding = sheetKeymap.find(({ keys, when }) => when.includes(context) && keys.includes(key.name));
  return binding ? sheetCommands[binding.id](calm, now) : typeKey(calm, key);
}

function typeKey(state: SheetState, key: Key): SheetState {
  if (state.overlay?.kind === 'pause') {
    return { ...state, overlay: { kind: 'pause', input: editText(state.overlay.input, key) ?? state.overlay.input } };
  }
  if (state.overlay) return state;
  return { ...state, input: editText(state.input, key) ?? state.input };
}

/** Every command of the form by its name: one that is missing does not compile. */
export const sheetCommands: Readonly<Record<SheetCommandId, (state: SheetState, now: number) => SheetState>> = {
  next: (state, now) => toField(state, state.at + 1, now),
  previous: (state, now) => toField(state, state.at - 1, now),
  unknown: (state, now) => {
    const sheet = write(state.sheet, fieldOf(state).id, { kind: 'unknown' });
    return toField({ ...state, sheet, input: EMPTY_INPUT }, state.at + 1, now);
  },
  pause: (state, now) =>
    withOverlay({ ...state, sheet: pauseFilling(wholeSheet(state), now) }, { kind: 'pause', input: EMPTY_INPUT }),
  goOn,
  undo: undoLast,
  platform: (state) => ({ ...state, platform: state.platform === 'linux' ? 'windows' : 'linux' }),
  leave: (state) => withOverlay(explained(state), { kind: 'leave' }),
  finish: (state, now) => ({ ...state, sheet: finish(wholeSheet(state), now), ended: true }),
  later: end,
  reopen: resumeSheet,
  quit: (state) => ({ ...state, ended: true }),
  stay: (state) =>
    withOverlay(state, state.sheet.watch.isPaused ? { kind: 'pause', input: typed(reasonOf(state)) } : undefined),
  help: (state) => withOverlay(state, { kind: 'help' }),
  close: (state) => withOverlay(state, undefined),
  suspend: (state) => ({ ...state, suspensions: state.suspensions + 1 }),
};

function goOn(state: SheetState, now: number): SheetState {
  const told = explained(state);
  if (reasonOf(told) === '') return withNotice(state, { id: 'reasonMissing' });
  return withOverlay({ ...told, sheet: resumeFilling(told.sheet, now) }, undefined);
}

/** The reason of a pause as it was typed stands in the sheet, also where the person leaves meanwhile. */
function explained(state: SheetState): SheetState {
  const reason = state.overlay?.kind === 'pause' ? state.overlay.input.text.trim() : '';
  return reason === '' ? state : { ...state, sheet: explainFillingPause(state.sheet, reason) };
}

function reasonOf({ sheet }: SheetState): string {
  return sheet.watch.pauses.at(-1)?.reason ?? '';
}

/** What is being typed is the last change; before it, those that were written. */
function undoLast(state: SheetState, now: number): SheetState {
  const sheet = wholeSheet(state);
  const edit = sheet.edits.at(-1);
  const at = state.template.fields.findIndex(({ id }) => id === edit?.field);
  if (!edit || at < 0) return withNotice(state, { id: 'nothingToUndo' });
  const there = at === state.at ? state : toField(state, at, now);
  const undone = atField({ ...there, sheet: undo(there === state ? sheet : there.sheet) }, at);
  return withNotice(undone, { id: 'undone', detail: fieldOf(undone).label[state.language] });
}

function end(state: SheetState, now: number): SheetState {
  if (state.overlay?.kind === 'finished') return { ...state, ended: true };
  return { ...state, sheet: passed(wholeSheet(state), now), ended: true };
}

function withOverlay(state: SheetState, overlay: SheetOverlay | undefined): SheetState {
  const { overlay: _, ...bare } = state;
  return overlay ? { ...bare, overlay } : bare;
}

function withNotice(state: SheetState, notice: SheetNotice | undefined): SheetState {
  const { notice: _, ...bare } = state;
  return notice ? { ...bare, notice } : bare;
}
