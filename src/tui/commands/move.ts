import { accountFields } from '../account-fields.ts';
import { baselineChoices, pickable } from '../against.ts';
import { type Cursor, moveCursor, placeCursor } from '../cursor.ts';
import { fleetColumnIds } from '../fleet-columns.ts';
import { helpLines } from '../help-lines.ts';
import { paletteBindings } from '../palette.ts';
import type { Route } from '../routes.ts';
import { currentRoute, type Overlay, type State, withRoute } from '../state.ts';
import { bodyOf, windowOf } from '../viewport.ts';
import type { Command } from './command.ts';

/** Moving the cursor, in whatever has one. */
export const moveCommands = {
  up: (state) => moveBy(state, -1),
  down: (state) => moveBy(state, 1),
  pageUp: (state) => moveBy(state, -windowOf(state).height),
  pageDown: (state) => moveBy(state, windowOf(state).height),
  first: (state) => moveTo(state, 0),
  last: (state) => moveTo(state, bodyOf(state).keys.length - 1),
} as const satisfies Record<string, Command>;

/** The cursor on that line of the body, or the nearest it can rest on. */
export function moveTo(state: State, index: number): State {
  return withCursor(state, (cursor, keys, window) => placeCursor(cursor, keys, index, window));
}

function moveBy(state: State, by: number): State {
  const { overlay } = state;
  if (overlay && overlay.kind !== 'filter') return { ...state, overlay: moveOverlay(state, overlay, by) };
  return withCursor(state, (cursor, keys, window) => moveCursor(cursor, keys, by, window));
}

function moveOverlay(state: State, overlay: Exclude<Overlay, { kind: 'filter' }>, by: number): Overlay {
  switch (overlay.kind) {
    case 'help': {
      const { height } = windowOf(state);
      const lines = helpLines(state, state.size.columns, height).length;
      return { ...overlay, top: within(overlay.top + by, lines - height) };
    }
    case 'sort':
    case 'columns':
      return { ...overlay, selected: within(overlay.selected + by, fleetColumnIds.length - 1) };
    case 'account':
      return { ...overlay, selected: within(overlay.selected + by, accountFields(state).length) };
    case 'pick': {
      const last = pickable(state, overlay.of, overlay.input.text).length - 1;
      return { ...overlay, selected: within(overlay.selected + by, last) };
    }
    case 'baselines':
      return { ...overlay, selected: within(overlay.selected + by, baselineChoices(state, overlay.of).length - 1) };
    case 'against':
    case 'leaving':
    case 'naming':
    case 'field':
    case 'copy':
    case 'export':
    case 'letter':
    case 'date':
    case 'keeping':
    case 'dropping':
      return overlay;
    case 'palette':
      return {
        ...overlay,
        selected: within(overlay.selected + by, paletteBindings(state, overlay.input.text).length - 1),
      };
  }
}

function withCursor(
  state: State,
  move: (cursor: Cursor, keys: readonly (string | undefined)[], window: { height: number; margin: number }) => Cursor,
): State {
  const route = offTabs(currentRoute(state));
  return withRoute(state, { ...route, cursor: move(route.cursor, bodyOf(state).keys, windowOf(state)) });
}

function within(value: number, last: number): number {
  return Math.max(0, Math.min(value, last));
}

/** The cursor has moved: the keys belong to the list again. */
function offTabs(route: Route): Route {
  if (route.screen !== 'machine') return route;
  const { onTabs: _, ...page } = route;
  return page;
}
