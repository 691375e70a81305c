import { FIRST_LINE } from '../cursor.ts';
import { fleetColumnIds } from '../fleet-columns.ts';
import { compareRoute, type FleetRoute, machineRoute, type Spot } from '../routes.ts';
import { machineAtCursor } from '../screens/fleet.ts';
import { pushRoute, routeOf, type State, withNotice, withOverlay, withRoute } from '../state.ts';
import type { Command } from './command.ts';

/** What is done with the list of machines. */
export const fleetCommands = {
  open: (state) => onMachine(state, ({ id }) => pushRoute(state, machineRoute({ id, seq: 'newest' }))),
  mark: (state) =>
    onMachine(state, ({ id }, route) => {
      const { marked, ...bare } = route;
      return marked === id ? withRoute(state, bare) : withNotice(withRoute(state, { ...bare, marked: id }), 'marked');
    }),
  compareMachines: (state) =>
    onMachine(state, ({ id }, { marked }) => {
      if (marked === id) return withNotice(state, 'sameMachine');
      const other: Spot = marked === undefined ? { id, seq: 'previous' } : { id: marked, seq: 'newest' };
      return pushRoute(state, compareRoute(other, { id, seq: 'newest' }));
    }),
  sort: (state) => {
    const route = routeOf(state, 'fleet');
    return route ? withOverlay(state, { kind: 'sort', selected: fleetColumnIds.indexOf(route.sort) }) : state;
  },
  choose: (state) => {
    const route = routeOf(state, 'fleet');
    const sort = state.overlay?.kind === 'sort' ? fleetColumnIds[state.overlay.selected] : undefined;
    return route && sort ? withOverlay(withRoute(state, { ...route, sort, cursor: FIRST_LINE }), undefined) : state;
  },
  reverse: (state) => {
    const route = routeOf(state, 'fleet');
    return route ? withRoute(state, { ...route, descending: !route.descending, cursor: FIRST_LINE }) : state;
  },
} as const satisfies Record<string, Command>;

function onMachine(state: State, act: (machine: { id: string }, route: FleetRoute) => State): State {
  const route = routeOf(state, 'fleet');
  const machine = route && machineAtCursor(state, route);
  return route && machine ? act(machine, route) : state;
}
