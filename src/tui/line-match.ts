import { foldText } from '../fleet/language/fold.ts';
import { fleetMatcher, listedMachines } from './fleet-list.ts';
import { textOf } from './line.ts';
import { routeOf, type State } from './state.ts';
import { bodyOf } from './viewport.ts';

/** Tells whether a line of the screen is sought: machines as the filter means it, other lines by their text. */
export function lineMatcher(state: State): (index: number) => boolean {
  const fleet = routeOf(state, 'fleet');
  if (fleet) {
    const [machines, isMatch] = [listedMachines(state, fleet), fleetMatcher(state, state.sought)];
    return (index) => machines[index] !== undefined && isMatch(machines[index]);
  }
  const [body, isMatch] = [bodyOf(state), textMatcher(state.sought)];
  return (index) => isMatch(textOf(body.line(index)));
}

/** All words, or a `/pattern/`; nothing matches a pattern that is none yet. */
export function textMatcher(sought: string): (text: string) => boolean {
  const [, pattern] = /^\/(.+?)\/?$/.exec(sought.trim()) ?? [];
  if (pattern === undefined) {
    const words = foldText(sought).split(/\s+/);
    return (text) => words.every((word) => foldText(text).includes(word));
  }
  try {
    const expression = new RegExp(pattern, 'iu');
    return (text) => expression.test(text);
  } catch (error) {
    if (error instanceof SyntaxError) return () => false;
    throw error;
  }
}
