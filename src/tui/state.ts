import type { Messages } from '../i18n/en.ts';
import { type Language, messagesOf } from '../i18n/language.ts';
import { MINUTE } from '../model/time.ts';
import type { Way } from './bookmarks.ts';
import type { Collecting } from './collecting.ts';
import type { Errand, Notice } from './errands.ts';
import type { Key } from './keys.ts';
import { type Memory, NO_MEMORY } from './memory.ts';
import type { Cache } from './queries.ts';
import { fleetRoute, type Route, type Spot } from './routes.ts';
import type { StoreChange } from './store-change.ts';
import type { TextInput } from './text-input.ts';
import type { View } from './undo.ts';

/** Everything the screen shows comes from here. */
export interface State {
  readonly language: Language;
  readonly size: Size;
  /** The clock, in whole minutes: no screen says more. */
  readonly now: number;
  /** The time cursor: what every screen shows is as it was then, in milliseconds since 1970; undefined: now. */
  readonly at?: number;
  /** Where the time cursor is going: the screen stays as it is until it is read. */
  readonly going?: { readonly at?: number };
  readonly stack: Way;
  /** The ways to the screens before this one, and after it where a person went back; the nearest last. */
  readonly past: readonly Way[];
  readonly future: readonly Way[];
  /** The way to the screen that was shown last. */
  readonly left?: Way;
  /** What outlasts the program. */
  readonly memory: Memory;
  readonly overlay?: Overlay;
  /** Sensitive values are shown. */
  readonly reveal: boolean;
  readonly cache: Cache;
  /** Counts the changes of the store; an answer of an older version is asked again. */
  readonly version: number;
  /** What is being written to the store. */
  readonly saving?: StoreChange;
  /** The inventory of this machine that was asked for last. */
  readonly collecting?: Collecting;
  /** One sentence for the foot bar, until the next key. */
  readonly notice?: Notice;
  /** What is to be done outside, in that order. */
  readonly errands: readonly Errand[];
  /** What stands beside a screen is hidden. */
  readonly zoomed: boolean;
  /** Long values of a comparison go on below instead of being cut. */
  readonly wrapped: boolean;
  /** How the screen was looked at before, the last change last, and how it is now. */
  readonly undone: readonly View[];
  readonly settled?: View;
  /** The screen stands in the terminal as plain text, until the next key. */
  readonly dumped: boolean;
  /** The mouse belongs to the explorer, not to the terminal. */
  readonly mouse: boolean;
  /** What was filtered or searched for last. */
  readonly sought: string;
  readonly ended: boolean;
  /** What the person left for, and comes back from. */
  readonly leftFor?: Pastime;
  /** Keys that were typed before the screen they are meant for was read. */
  readonly ahead: readonly Key[];
  /** How often the shell was asked for. */
  readonly suspensions: number;
}

/** What is done in the terminal while the explorer is not on it. */
export type Pastime = 'sheet';

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export type NoticeId = keyof Messages['tui']['notices'];

/** What lies over the screen and gets the keys. */
export type Overlay =
  | { readonly kind: 'filter'; readonly input: TextInput; readonly recalled?: number }
  | { readonly kind: 'palette'; readonly input: TextInput; readonly selected: number; readonly recalled?: number }
  | { readonly kind: 'sort'; readonly selected: number; readonly adds: boolean }
  | { readonly kind: 'columns'; readonly selected: number }
  | { readonly kind: 'copy' }
  | { readonly kind: 'export' }
  | { readonly kind: 'letter'; readonly sets: boolean }
  /** A date being typed; `refused` where it is none. */
  /** A name for a filter being typed; then a filter whose name is to be forgotten. */
  | { readonly kind: 'keeping'; readonly query: string; readonly input: TextInput }
  | { readonly kind: 'dropping'; readonly name: string }
  | { readonly kind: 'date'; readonly input: TextInput; readonly refused?: true }
  | { readonly kind: 'account'; readonly selected: number }
  /** A field being typed; without a name, a new one as NAME=VALUE. */
  | {
      readonly kind: 'field';
      readonly selected: number;
      readonly name?: string;
      readonly input: TextInput;
      /** Why it could not be written. */
      readonly refused?: string;
    }
  /** With what to compare a machine. */
  | { readonly kind: 'against'; readonly of: Spot }
  | { readonly kind: 'pick'; readonly of: Spot; readonly input: TextInput; readonly selected: number }
  | { readonly kind: 'baselines'; readonly of: Spot; readonly selected: number }
  /** The name of a baseline being typed. */
  | { readonly kind: 'naming'; readonly of: Spot; readonly input: TextInput; readonly refused?: string }
  /** Whether to leave although an inventory is being made. */
  | { readonly kind: 'leaving' }
  | { readonly kind: 'help'; readonly top: number };

export interface Start {
  readonly language: Language;
  readonly size: Size;
  readonly now: number;
  readonly initial?: Route;
  readonly memory?: Memory;
}

export function initialState({ language, size, now, initial, memory = NO_MEMORY }: Start): State {
  const root = fleetRoute();
  const stack: State['stack'] = initial && initial.screen !== 'fleet' ? [root, initial] : [initial ?? root];
  const cache: Cache = new Map();
  return {
    language,
    size,
    now: wholeMinutes(now),
    stack,
    past: [],
    future: [],
    memory,
    reveal: false,
    errands: [],
    zoomed: false,
    wrapped: false,
    undone: [],
    dumped: false,
    mouse: false,
    sought: '',
    cache,
    version: 0,
    ended: false,
    ahead: [],
    suspensions: 0,
  };
}

export function textsOf(state: Pick<State, 'language'>) {
  return messagesOf(state.language).tui;
}

/** The time that ages and flags count from. */
export function clockOf({ at, now }: Pick<State, 'at' | 'now'>): number {
  return at ?? now;
}

export function currentRoute(state: State): Route {
  return state.stack.at(-1) ?? state.stack[0];
}

/** The route on screen, if it is of that screen. */
export function routeOf<S extends Route['screen']>(state: State, screen: S): Extract<Route, { screen: S }> | undefined {
  const route = currentRoute(state);
  return route.screen === screen ? (route as Extract<Route, { screen: S }>) : undefined;
}

/** The same screen, looked at in another way. */
export function withRoute(state: State, route: Route): State {
  const [root, ...rest] = state.stack;
  return { ...state, stack: rest.length > 0 ? [root, ...rest.slice(0, -1), route] : [route] };
}

export function pushRoute(state: State, route: Route): State {
  return goTo(state, [...state.stack, route]);
}

/** Back by one; at the root nothing happens. */
export function popRoute(state: State): State {
  const [root, ...rest] = state.stack;
  return rest.length > 0 ? goTo(state, [root, ...rest.slice(0, -1)]) : state;
}

/** Another screen: the way to this one is kept. */
export function goTo(state: State, stack: Way): State {
  return { ...state, stack, past: [...state.past.slice(-MAX_PAST), state.stack], future: [], left: state.stack };
}

export function withOverlay(state: State, overlay: Overlay | undefined): State {
  const { overlay: _, ...bare } = state;
  return overlay ? { ...bare, overlay } : bare;
}

export function withNotice(state: State, id: NoticeId | undefined, detail = ''): State {
  const { notice: _, ...bare } = state;
  return id ? { ...bare, notice: { id, detail } } : bare;
}

export function withErrand(state: State, errand: Errand): State {
  return { ...state, errands: [...state.errands, errand] };
}

export function wholeMinutes(milliseconds: number): number {
  return Math.floor(milliseconds / MINUTE) * MINUTE;
}

const MAX_PAST = 99;
