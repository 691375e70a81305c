import type { Messages } from '../i18n/en.ts';
import { type Language, messagesOf } from '../i18n/language.ts';
import { MINUTE } from '../model/time.ts';
import type { AccountChange } from './account-fields.ts';
import type { Key } from './keys.ts';
import type { Cache } from './queries.ts';
import { fleetRoute, type Route } from './routes.ts';
import type { TextInput } from './text-input.ts';

/** Everything the screen shows comes from here. */
export interface State {
  readonly language: Language;
  readonly size: Size;
  /** The clock, in whole minutes: no screen says more. */
  readonly now: number;
  /** The way to here; the last is shown. */
  readonly stack: readonly [Route, ...Route[]];
  /** The way to the screen that was left last. */
  readonly left?: readonly [Route, ...Route[]];
  readonly overlay?: Overlay;
  /** Sensitive values are shown. */
  readonly reveal: boolean;
  readonly cache: Cache;
  /** Counts the changes of the store; an answer of an older version is asked again. */
  readonly version: number;
  /** What is being written to the store. */
  readonly saving?: AccountChange;
  /** One sentence for the foot bar, until the next key. */
  readonly notice?: NoticeId;
  readonly ended: boolean;
  /** Keys that were typed before the screen they are meant for was read. */
  readonly ahead: readonly Key[];
  /** How often the shell was asked for. */
  readonly suspensions: number;
}

export interface Size {
  readonly columns: number;
  readonly rows: number;
}

export type NoticeId = keyof Messages['tui']['notices'];

/** What lies over the screen and gets the keys. */
export type Overlay =
  | { readonly kind: 'filter'; readonly input: TextInput }
  | { readonly kind: 'palette'; readonly input: TextInput; readonly selected: number }
  | { readonly kind: 'sort'; readonly selected: number }
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
  | { readonly kind: 'help'; readonly top: number };

export interface Start {
  readonly language: Language;
  readonly size: Size;
  readonly now: number;
  readonly initial?: Route;
}

export function initialState({ language, size, now, initial }: Start): State {
  const root = fleetRoute();
  const stack: State['stack'] = initial && initial.screen !== 'fleet' ? [root, initial] : [initial ?? root];
  const cache: Cache = new Map();
  return {
    language,
    size,
    now: wholeMinutes(now),
    stack,
    reveal: false,
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
  return { ...state, stack: [...state.stack, route], left: state.stack };
}

/** Back by one; at the root nothing happens. */
export function popRoute(state: State): State {
  const [root, ...rest] = state.stack;
  return rest.length > 0 ? { ...state, stack: [root, ...rest.slice(0, -1)], left: state.stack } : state;
}

export function withOverlay(state: State, overlay: Overlay | undefined): State {
  const { overlay: _, ...bare } = state;
  return overlay ? { ...bare, overlay } : bare;
}

export function withNotice(state: State, notice: NoticeId | undefined): State {
  const { notice: _, ...bare } = state;
  return notice ? { ...bare, notice } : bare;
}

export function wholeMinutes(milliseconds: number): number {
  return Math.floor(milliseconds / MINUTE) * MINUTE;
}
