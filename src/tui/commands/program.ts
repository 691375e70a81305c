import { languages } from '../../i18n/language.ts';
import { FIRST_LINE } from '../cursor.ts';
import { paletteBindings } from '../palette.ts';
import { currentRoute, popRoute, type State, withNotice, withOverlay, withRoute } from '../state.ts';
import { EMPTY_INPUT, typed } from '../text-input.ts';
import type { Command } from './command.ts';

/** What works everywhere, and in the overlays; `run` stands in `handlers.ts`, which knows all commands. */
export const programCommands = {
  back: (state) => (filterOf(state) === '' ? popRoute(state) : withFilter(state, '')),
  previous: (state) => (state.left ? { ...state, stack: state.left, left: state.stack } : state),
  help: (state) => withOverlay(state, { kind: 'help', top: 0 }),
  palette: (state) => withOverlay(state, { kind: 'palette', input: EMPTY_INPUT, selected: 0 }),
  close: (state) => withOverlay(state, undefined),
  filter: (state) => withOverlay(state, { kind: 'filter', input: typed(filterOf(state)) }),
  accept: (state) => withOverlay(state, undefined),
  cancel: (state) => withFilter(withOverlay(state, undefined), ''),
  language: (state) => {
    const next = languages[(languages.indexOf(state.language) + 1) % languages.length];
    return next ? { ...state, language: next } : state;
  },
  reload: (state) => ({ ...state, version: state.version + 1 }),
  reveal: (state) => withNotice({ ...state, reveal: !state.reveal }, state.reveal ? 'masked' : 'revealed'),
  quit: (state) => (state.stack.length > 1 ? popRoute(state) : { ...state, ended: true }),
  exit: (state) => ({ ...state, ended: true }),
  suspend: (state) => ({ ...state, suspensions: state.suspensions + 1 }),
} as const satisfies Record<string, Command>;

/** The filter of the screen; empty where it has none. */
export function filterOf(state: State): string {
  const route = currentRoute(state);
  return 'filter' in route && route.screen !== 'compare' ? route.filter : '';
}

/** The list as the filter leaves it, from its beginning. */
export function withFilter(state: State, filter: string): State {
  const route = currentRoute(state);
  if (route.screen !== 'fleet' && route.screen !== 'machine') return state;
  return withRoute(state, { ...route, filter, cursor: FIRST_LINE });
}

/** The command the palette points at. */
export function chosenCommand(state: State) {
  const { overlay } = state;
  return overlay?.kind === 'palette' ? paletteBindings(state, overlay.input.text)[overlay.selected]?.id : undefined;
}
