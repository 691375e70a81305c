import { languages } from '../../i18n/language.ts';
import { isRunning } from '../collecting.ts';
import { FIRST_LINE } from '../cursor.ts';
import { commandName, paletteBindings } from '../palette.ts';
import type { FeedRoute, FleetRoute, MachineRoute, PackagesRoute, Route } from '../routes.ts';
import { selectedIds } from '../screens/fleet.ts';
import {
  currentRoute,
  popRoute,
  routeOf,
  type State,
  withErrand,
  withNotice,
  withOverlay,
  withRoute,
} from '../state.ts';
import { EMPTY_INPUT, typed } from '../text-input.ts';
import { undo } from '../undo.ts';
import type { Command } from './command.ts';
import { withSelection } from './selection.ts';

/** What works everywhere, and in the overlays; `run` stands in `handlers.ts`, which knows all commands. */
export const programCommands = {
  back: (state) => {
    if (filterOf(state) !== '') return withFilter(state, '');
    const fleet = routeOf(state, 'fleet');
    if (fleet && selectedIds(state, fleet).size > 0) return withSelection(state, fleet, new Set());
    return popRoute(state);
  },
  help: (state) => withOverlay(state, { kind: 'help', top: 0 }),
  zoom: (state) => ({ ...state, zoomed: !state.zoomed }),
  mouse: (state) =>
    withNotice(
      withErrand({ ...state, mouse: !state.mouse }, { kind: 'mouse', on: !state.mouse }),
      state.mouse ? 'mouseOff' : 'mouseOn',
    ),
  palette: (state) => withOverlay(state, { kind: 'palette', input: EMPTY_INPUT, selected: 0 }),
  close: (state) => withOverlay(state, undefined),
  complete: (state) => {
    const { overlay } = state;
    const chosen = chosenCommand(state);
    if (overlay?.kind !== 'palette' || !chosen) return state;
    return withOverlay(state, { kind: 'palette', input: typed(commandName(state, chosen)), selected: 0 });
  },
  recall: (state) => recalled(state, 1),
  forget: (state) => recalled(state, -1),
  language: (state) => {
    const next = languages[(languages.indexOf(state.language) + 1) % languages.length];
    return next ? { ...state, language: next } : state;
  },
  undo,
  reload: (state) => ({ ...state, version: state.version + 1 }),
  reveal: (state) => withNotice({ ...state, reveal: !state.reveal }, state.reveal ? 'masked' : 'revealed'),
  quit: (state) => (state.stack.length > 1 ? popRoute(state) : leaveUnlessBusy(state)),
  exit: (state) => (state.overlay?.kind === 'leaving' ? { ...state, ended: true } : leaveUnlessBusy(state)),
  leave: (state) => ({ ...state, ended: true }),
  suspend: (state) => ({ ...state, suspensions: state.suspensions + 1 }),
} as const satisfies Record<string, Command>;

function leaveUnlessBusy(state: State): State {
  return isRunning(state) ? withOverlay(state, { kind: 'leaving' }) : { ...state, ended: true };
}

/** The names that were run before, the last one first; the list below answers to what is recalled. */
function recalled(state: State, by: 1 | -1): State {
  const { overlay, memory } = state;
  if (overlay?.kind !== 'palette') return state;
  if (by < 0 ? overlay.recalled === undefined : overlay.selected > 0) {
    const last = paletteBindings(state, overlay.input.text).length - 1;
    return withOverlay(state, { ...overlay, selected: Math.max(0, Math.min(overlay.selected - by, last)) });
  }
  const at = Math.min((overlay.recalled ?? 0) + by, memory.commands.length);
  const text = memory.commands.at(-at);
  if (at <= 0 || text === undefined) return withOverlay(state, { kind: 'palette', input: EMPTY_INPUT, selected: 0 });
  return withOverlay(state, { kind: 'palette', input: typed(text), selected: 0, recalled: at });
}

/** The filter of the screen; empty where it has none. */
export function filterOf(state: State): string {
  const route = currentRoute(state);
  return hasFilter(route) ? route.filter : '';
}

/** The list as the filter leaves it, from its beginning. */
export function withFilter(state: State, filter: string): State {
  const route = currentRoute(state);
  const sought = filter === '' ? state.sought : filter;
  if (!hasFilter(route)) return state;
  return withRoute({ ...state, sought }, { ...route, filter, cursor: FIRST_LINE });
}

/** Elsewhere what is sought is gone to, and nothing is hidden. */
export function hasFilter(route: Route): route is FleetRoute | MachineRoute | FeedRoute | PackagesRoute {
  return FILTERED.has(route.screen) || (route.screen === 'machine' && route.tab === 'software');
}

const FILTERED: ReadonlySet<Route['screen']> = new Set(['fleet', 'feed', 'packages']);

/** The command the palette points at. */
export function chosenCommand(state: State) {
  const { overlay } = state;
  return overlay?.kind === 'palette' ? paletteBindings(state, overlay.input.text)[overlay.selected]?.id : undefined;
}
