import { areaWidth } from './area.ts';
import type { Body } from './body.ts';
import type { Window } from './cursor.ts';
import { answerTo, type Query } from './queries.ts';
import type { Aside } from './screens/screen.ts';
import { screenOf } from './screens/screens.ts';
import { currentRoute, type State } from './state.ts';

/** The lines of the screen under the overlays: what is drawn, and what the cursor moves on. */
export function bodyOf(state: State): Body {
  const route = currentRoute(state);
  return screenOf(route).body(state, route, bodyWidth(state));
}

/** The first question the screen still has. */
export function openQuery(state: State): Query | undefined {
  return neededQuery(state) ?? besideQuery(state);
}

/** The first question the screen cannot do without. */
export function neededQuery(state: State): Query | undefined {
  const [next, route] = [arrived(state), currentRoute(state)];
  return [...screenOf(route).queries(next, route), ...overlayQueries(next)].find(isOpen(next));
}

/** The screen once the time cursor is where it is going. */
export function arrived(state: State): State {
  if (!state.going) return state;
  const { at: _, going, ...rest } = state;
  return { ...rest, ...going };
}

/** What a menu over the screen has to know. */
function overlayQueries({ overlay }: State): readonly Query[] {
  return overlay?.kind === 'baselines' || overlay?.kind === 'naming' ? [{ kind: 'baselines' }] : [];
}

function besideQuery(state: State): Query | undefined {
  const route = currentRoute(state);
  return screenOf(route).besideQueries?.(state, route).find(isOpen(state));
}

function isOpen({ cache, version }: State): (query: Query) => boolean {
  return (query) => answerTo(cache, query)?.version !== version;
}

/** The content of the screen, of the menu over it, or of the screen at another time, is on its way. */
export function isReading(state: State): boolean {
  const isMenuOpen = overlayQueries(state).some((query) => answerTo(state.cache, query) === undefined);
  const isOpenHere = state.going !== undefined || isMenuOpen || bodyOf(state).reading === true;
  return isOpenHere && neededQuery(state) !== undefined;
}

export function windowOf(state: State): Window {
  const { headHeight, margin } = screenOf(currentRoute(state));
  return { height: Math.max(1, state.size.rows - TITLE_AND_FOOT - headHeight), margin };
}

/** Row of the terminal on which the body begins, from 0. */
export function bodyTop(state: State): number {
  return 1 + screenOf(currentRoute(state)).headHeight;
}

export function bodyWidth(state: State): number {
  const aside = asideOf(state);
  return aside ? areaWidth(state) - aside.width - SEPARATOR.length : areaWidth(state);
}

export function asideOf(state: State): Aside | undefined {
  const route = currentRoute(state);
  return screenOf(route).aside?.(state, route);
}

/** Between the body and what stands beside it. */
export const SEPARATOR = ' │ ';
const TITLE_AND_FOOT = 2;
