import { cursorIndex } from '../cursor.ts';
import { lineMatcher } from '../line-match.ts';
import { currentRoute, type State, withNotice } from '../state.ts';
import { bodyOf } from '../viewport.ts';
import type { Command } from './command.ts';
import { moveTo } from './move.ts';

/** Going from one match of what was sought to the next. */
export const findCommands = {
  nextMatch: (state) => toMatch(state, (matches, at) => matches.find((index) => index > at) ?? matches.at(0)),
  previousMatch: (state) => toMatch(state, (matches, at) => matches.findLast((index) => index < at) ?? matches.at(-1)),
} as const satisfies Record<string, Command>;

/** The first match at or after the cursor, while what is sought is being typed. */
export function showMatch(state: State): State {
  const matches = matchesIn(state);
  const at = cursorIndex(currentRoute(state).cursor, bodyOf(state).keys);
  const target = matches.find((index) => index >= at) ?? matches.at(0);
  return target === undefined ? state : moveTo(state, target);
}

function toMatch(state: State, choose: (matches: readonly number[], at: number) => number | undefined): State {
  if (state.sought === '') return withNotice(state, 'nothingSought');
  const matches = matchesIn(state);
  const target = choose(matches, cursorIndex(currentRoute(state).cursor, bodyOf(state).keys));
  if (target === undefined) return withNotice(state, 'noMatch', state.sought);
  const count = `${matches.indexOf(target) + 1}/${matches.length}`;
  return withNotice(moveTo(state, target), 'match', count);
}

/** Lines the cursor can rest on that hold what is sought. */
function matchesIn(state: State): readonly number[] {
  const { keys } = bodyOf(state);
  const isMatch = lineMatcher(state);
  return keys.flatMap((key, index) => (key !== undefined && isMatch(index) ? [index] : []));
}
