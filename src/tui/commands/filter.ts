import { MAX_COMMANDS } from '../memory.ts';
import { currentRoute, type State, withOverlay } from '../state.ts';
import { type TextInput, typed } from '../text-input.ts';
import type { Command } from './command.ts';
import { showMatch } from './find.ts';
import { filterOf, hasFilter, withFilter } from './program.ts';

/** Typing what is filtered or sought, and taking again what was before. */
export const filterCommands = {
  filter: (state) => withOverlay(state, { kind: 'filter', input: typed(filterOf(state)) }),
  accept: (state) => withOverlay(kept(state), undefined),
  cancel: (state) => withFilter(withOverlay(state, undefined), ''),
  earlierFilter: (state) => recalled(state, 1),
  laterFilter: (state) => recalled(state, -1),
} as const satisfies Record<string, Command>;

/** The list as what is typed leaves it; where nothing is hidden, the first line that has it. */
export function withTyped(state: State, input: TextInput, recalled?: number): State {
  const overlay = { kind: 'filter', input, ...(recalled !== undefined && { recalled }) } as const;
  const typing: State = { ...state, overlay };
  if (!hasFilter(currentRoute(state))) return showMatch({ ...typing, sought: input.text });
  return input.text === filterOf(state) ? typing : withFilter(typing, input.text);
}

/** The filters that were kept before, the last one first. */
function recalled(state: State, by: 1 | -1): State {
  if (state.overlay?.kind !== 'filter') return state;
  const { input, recalled: last = 0 } = state.overlay;
  const { filters } = state.memory;
  const isShown = last === 0 && by > 0 && filters.at(-1) === input.text;
  const at = Math.max(0, Math.min(last + by + (isShown ? 1 : 0), filters.length));
  return withTyped(state, typed(at === 0 ? '' : (filters.at(-at) ?? '')), at);
}

/** Offered again, also at the next start. */
function kept(state: State): State {
  const text = state.overlay?.kind === 'filter' ? state.overlay.input.text.trim() : '';
  if (text === '') return state;
  const filters = [...state.memory.filters.filter((other) => other !== text), text].slice(-MAX_COMMANDS);
  return { ...state, memory: { ...state.memory, filters } };
}
