import { FIRST_LINE } from '../cursor.ts';
import { compareRoute, consensusPanes } from '../routes.ts';
import { itemAtCursor, outlierAtCursor } from '../screens/consensus.ts';
import { pairAtCursor } from '../screens/doubles.ts';
import { holderAtCursor } from '../screens/holders.ts';
import { pushRoute, routeOf, type State, withRoute } from '../state.ts';
import { groupsOf, subjectOf } from '../subject.ts';
import type { Command } from './command.ts';

/** What machines have in common, and machines that may be one. */
export const groupCommands = {
  consensus: (state) => {
    const subject = subjectOf(state);
    const of = subject && groupsOf(state, subject).at(-1);
    return of ? pushRoute(state, { screen: 'consensus', of, pane: 'outliers', cursor: FIRST_LINE }) : state;
  },
  nextPane: (state) => otherPane(state, 1),
  previousPane: (state) => otherPane(state, -1),
  openItem: (state) => {
    const route = routeOf(state, 'consensus');
    if (!route) return state;
    if (route.pane === 'outliers') return compareWithGroup(state, route.of, outlierAtCursor(state, route)?.id);
    const item = itemAtCursor(state, route);
    return item === undefined ? state : pushRoute(state, { screen: 'holders', of: route.of, item, cursor: FIRST_LINE });
  },
  compareHolder: (state) => {
    const route = routeOf(state, 'holders');
    return route ? compareWithGroup(state, route.of, holderAtCursor(state, route)) : state;
  },
  doubles: (state) => pushRoute(state, { screen: 'doubles', cursor: FIRST_LINE }),
  compareDoubles: (state) => {
    const route = routeOf(state, 'doubles');
    const pair = route && pairAtCursor(state, route);
    if (!pair) return state;
    const side = (id: string) => ({ id, seq: 'newest' }) as const;
    return pushRoute(state, compareRoute(side(pair.older.id), side(pair.newer.id)));
  },
} as const satisfies Record<string, Command>;

function otherPane(state: State, by: 1 | -1): State {
  const route = routeOf(state, 'consensus');
  if (!route) return state;
  const at = (consensusPanes.indexOf(route.pane) + by + consensusPanes.length) % consensusPanes.length;
  return withRoute(state, { ...route, pane: consensusPanes[at] ?? 'outliers', cursor: FIRST_LINE });
}

function compareWithGroup(state: State, of: Parameters<typeof compareRoute>[0], id: string | undefined): State {
  return id === undefined ? state : pushRoute(state, compareRoute(of, { id, seq: 'newest' }));
}
