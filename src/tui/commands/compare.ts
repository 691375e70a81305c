import { differenceStarts } from '../compare-entries.ts';
import { comparison } from '../comparison.ts';
import { cursorIndex, FIRST_LINE } from '../cursor.ts';
import { type CompareRoute, compareFilters } from '../routes.ts';
import { pushRoute, routeOf, type State, withRoute } from '../state.ts';
import { bodyOf } from '../viewport.ts';
import type { Command } from './command.ts';
import { moveTo } from './move.ts';

/** What is done with a comparison. */
export const compareCommands = {
  nextDifference: (state) =>
    onCompare(state, (route) => jump(state, route, (starts, at) => starts.find((start) => start > at) ?? starts.at(0))),
  previousDifference: (state) =>
    onCompare(state, (route) =>
      jump(state, route, (starts, at) => starts.findLast((start) => start < at) ?? starts.at(-1)),
    ),
  cycleFilter: (state) =>
    onCompare(state, (route) => {
      const next = compareFilters[(compareFilters.indexOf(route.filter) + 1) % compareFilters.length] ?? 'all';
      return withRoute(state, { ...route, filter: next, cursor: FIRST_LINE });
    }),
  stack: (state) =>
    onCompare(state, ({ stacked, ...route }) => withRoute(state, stacked ? route : { ...route, stacked: true })),
  wrap: (state) => ({ ...state, wrapped: !state.wrapped }),
  swap: (state) =>
    onCompare(state, (route) =>
      withRoute(state, { ...route, before: route.after, after: route.before, cursor: FIRST_LINE }),
    ),
  changeDetails: (state) => onCompare(state, (route) => showChange(state, route)),
} as const satisfies Record<string, Command>;

function onCompare(state: State, act: (route: CompareRoute) => State): State {
  const route = routeOf(state, 'compare');
  return route ? act(route) : state;
}

type Choice = (starts: readonly number[], at: number) => number | undefined;

function jump(state: State, route: CompareRoute, choose: Choice): State {
  const starts = differenceStarts(comparison(state, route).entries);
  const target = choose(starts, cursorIndex(route.cursor, bodyOf(state).keys));
  return target === undefined ? state : moveTo(state, target);
}

function showChange(state: State, route: CompareRoute): State {
  const entry = comparison(state, route).entries[cursorIndex(route.cursor, bodyOf(state).keys)];
  if (entry?.kind !== 'change') return state;
  const { before, after } = route;
  const { section, index } = entry;
  return pushRoute(state, { screen: 'change', before, after, section, change: index, cursor: FIRST_LINE });
}
