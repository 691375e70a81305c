import type { Way } from '../bookmarks.ts';
import type { Key } from '../keys.ts';
import { goTo, type State, withNotice, withOverlay } from '../state.ts';
import type { Command } from './command.ts';

/** Going back and forward among the screens that were shown, and to those that were given a letter. */
export const wayCommands = {
  previous: (state) => (state.left ? goTo(state, state.left) : state),
  older: (state) => {
    const last = state.past.at(-1);
    if (!last) return withNotice(state, 'noOlder');
    const { stack: left } = state;
    return { ...state, stack: last, past: state.past.slice(0, -1), future: [...state.future, left], left };
  },
  newer: (state) => {
    const next = state.future.at(-1);
    if (!next) return withNotice(state, 'noNewer');
    const { stack: left } = state;
    return { ...state, stack: next, past: [...state.past, left], future: state.future.slice(0, -1), left };
  },
  setMark: (state) => withOverlay(state, { kind: 'letter', sets: true }),
  goMark: (state) => withOverlay(state, { kind: 'letter', sets: false }),
} as const satisfies Record<string, Command>;

/** The letter that `m` and `M` wait for. */
export function takeLetter(state: State, { text = '' }: Key, sets: boolean): State {
  const closed = withOverlay(state, undefined);
  if (!/^[\p{L}\p{N}]$/u.test(text)) return state;
  const { memory, stack } = closed;
  if (sets) {
    const marks = { ...memory.marks, [text]: stack };
    return withNotice({ ...closed, memory: { ...memory, marks } }, 'markSet', text);
  }
  const way: Way | undefined = memory.marks[text];
  return way ? goTo(closed, way) : withNotice(closed, 'noMark', text);
}
