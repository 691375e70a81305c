import type { Collected } from '../fleet/collected.ts';
import type { Collecting, LogLine } from './collecting.ts';
import { withTyped } from './commands/filter.ts';
import { handlers } from './commands/handlers.ts';
import { moveTo } from './commands/move.ts';
import { takeLetter } from './commands/way.ts';
import { contextsOf } from './contexts.ts';
import { cursorIndex, windowTop } from './cursor.ts';
import type { Notice } from './errands.ts';
import { type Binding, bindingsIn, type CommandId } from './keymap.ts';
import type { Key } from './keys.ts';
import { type Answer, type Query, withAnswer } from './queries.ts';
import {
  currentRoute,
  routeOf,
  type Size,
  type State,
  wholeMinutes,
  withErrand,
  withNotice,
  withOverlay,
} from './state.ts';
import { editText, type TextInput } from './text-input.ts';
import { withUndo } from './undo.ts';
import { arrived, bodyOf, bodyTop, isReading, neededQuery, windowOf } from './viewport.ts';

/** Everything that can happen to the explorer. */
export type Action =
  | { readonly type: 'pressed'; readonly keys: readonly Key[] }
  | { readonly type: 'resized'; readonly size: Size }
  | { readonly type: 'answered'; readonly query: Query; readonly answer: Answer<unknown> }
  /** What was being written is, or the reason why it is not. */
  | { readonly type: 'saved'; readonly refused?: string }
  /** What an inventory of this machine tells of itself. */
  | { readonly type: 'logged'; readonly lines: readonly LogLine[] }
  | { readonly type: 'collected'; readonly collected: Collected }
  | { readonly type: 'notCollected'; readonly reason: string }
  | { readonly type: 'changed' }
  | { readonly type: 'passed'; readonly now: number }
  | { readonly type: 'told'; readonly notice: Notice }
  | { readonly type: 'sent' }
  | { readonly type: 'ended' };

export function reduce(state: State, action: Action): State {
  return catchUp(settled(changed(state, action)));
}

function changed(state: State, action: Action): State {
  switch (action.type) {
    case 'pressed':
      return action.keys.reduce(press, state);
    case 'resized':
      return { ...state, size: action.size };
    case 'answered':
      return { ...state, cache: withAnswer(state.cache, action.query, action.answer) };
    case 'saved':
      return afterSaving(state, action.refused);
    case 'logged':
      return following(state, (collecting) => ({ ...collecting, lines: [...collecting.lines, ...action.lines] }));
    case 'collected':
      return ended({ ...state, version: state.version + 1 }, { phase: 'done', collected: action.collected });
    case 'notCollected':
      return ended(state, { phase: 'failed', reason: action.reason });
    case 'changed':
      return { ...state, version: state.version + 1 };
    case 'passed':
      return { ...state, now: wholeMinutes(action.now) };
    case 'told':
      return { ...state, notice: action.notice };
    case 'sent':
      return { ...state, errands: [] };
    case 'ended':
      return { ...state, ended: true };
  }
}

/** A key that was typed before its screen was there waits for it, unless it leaves. */
function press(state: State, key: Key): State {
  if (state.ended) return state;
  if (state.dumped) return withErrand({ ...state, dumped: false }, { kind: 'undump' });
  if (key.row !== undefined) return click(state, key.row);
  const binding = bindingsIn(contextsOf(state)).find(({ keys }) => keys.includes(key.name));
  if (waitsFor(state, binding)) return { ...state, ahead: [...state.ahead, key] };
  const calm = withNotice(state, undefined);
  if (calm.overlay?.kind === 'letter' && key.text !== undefined) return takeLetter(calm, key, calm.overlay.sets);
  if (key.text !== undefined && inputOf(calm)) return typeKey(calm, key);
  const next = binding ? handlers[binding.id](calm) : typeKey(calm, key);
  return binding?.id === 'undo' ? next : withUndo(state, next);
}

/** The list of fields again, read anew; or the field, still as it was typed, and why it was not taken. */
function afterSaving({ saving: _, ...state }: State, refused: string | undefined): State {
  const { overlay } = state;
  if (refused === undefined) {
    const closed =
      overlay?.kind === 'field'
        ? withOverlay(state, { kind: 'account', selected: overlay.selected })
        : overlay?.kind === 'naming'
          ? withOverlay(state, undefined)
          : state;
    return withNotice({ ...closed, version: state.version + 1 }, 'saved');
  }
  if (overlay?.kind === 'field' || overlay?.kind === 'naming') return withOverlay(state, { ...overlay, refused });
  return withNotice(state, 'notSaved');
}

/** Who looks at the last line of the log stays on the last line. */
function following(state: State, change: (collecting: Collecting) => Collecting): State {
  const { collecting } = state;
  if (!collecting) return state;
  const next = { ...state, collecting: change(collecting) };
  if (!routeOf(state, 'collect')) return next;
  const [{ keys }, { cursor }] = [bodyOf(state), currentRoute(state)];
  const isAtEnd = cursor.key === undefined || cursorIndex(cursor, keys) === keys.length - 1;
  return isAtEnd ? moveTo(next, bodyOf(next).keys.length - 1) : next;
}

function ended(state: State, end: Pick<Collecting, 'phase' | 'collected' | 'reason'>): State {
  return following(state, (collecting) => {
    return { ...collecting, ...end, phase: collecting.phase === 'stopping' && !end.collected ? 'stopped' : end.phase };
  });
}

/** On a line: the cursor goes there; on the cursor: it opens. */
function click(state: State, row: number): State {
  if (state.overlay || isReading(state)) return state;
  const { keys } = bodyOf(state);
  const [window, { cursor }] = [windowOf(state), currentRoute(state)];
  const index = windowTop(cursor, keys, window) + row - bodyTop(state);
  if (index < 0 || keys[index] === undefined) return state;
  return index === cursorIndex(cursor, keys) ? press(state, { name: 'enter' }) : moveTo(state, index);
}

/** What moves the time cursor need not wait for where it was going: what is passed over is never read. */
function waitsFor(state: State, binding: Binding | undefined): boolean {
  if (!isReading(state) || (binding && LEAVING.has(binding.id))) return false;
  return !(binding && state.going && state.ahead.length === 0 && TRAVELLING.has(binding.id));
}

/** The time cursor is there once all of the screen is. */
function settled(state: State): State {
  return state.going && !neededQuery(state) ? arrived(state) : state;
}

function catchUp(state: State): State {
  return state.ahead.length === 0 || isReading(state) ? state : state.ahead.reduce(press, { ...state, ahead: [] });
}

/** Text input owns all keys that type or edit; without one the key means nothing. */
function typeKey(state: State, key: Key): State {
  const input = inputOf(state);
  const edited = input && editText(input, key);
  if (!edited) return state;
  if (state.overlay?.kind === 'palette') return { ...state, overlay: { kind: 'palette', input: edited, selected: 0 } };
  if (state.overlay?.kind === 'pick') return { ...state, overlay: { ...state.overlay, input: edited, selected: 0 } };
  if (state.overlay?.kind === 'keeping') return { ...state, overlay: { ...state.overlay, input: edited } };
  if (state.overlay?.kind === 'date') return { ...state, overlay: { kind: 'date', input: edited } };
  if (state.overlay?.kind === 'field' || state.overlay?.kind === 'naming') {
    const { refused: _, ...overlay } = state.overlay;
    return { ...state, overlay: { ...overlay, input: edited } };
  }
  return withTyped(state, edited);
}

function inputOf({ overlay }: State): TextInput | undefined {
  return overlay && 'input' in overlay ? overlay.input : undefined;
}

const LEAVING: ReadonlySet<CommandId> = new Set(['exit', 'suspend', 'back', 'quit']);
const TRAVELLING: ReadonlySet<CommandId> = new Set(['dayBack', 'dayOn', 'toNow']);
