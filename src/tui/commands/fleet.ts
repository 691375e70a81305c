import { FIRST_LINE } from '../cursor.ts';
import { chosenColumns, fleetColumnIds } from '../fleet-columns.ts';
import { type FleetRoute, machineRoute, type Sort } from '../routes.ts';
import { machineAtCursor } from '../screens/fleet.ts';
import { pushRoute, routeOf, type State, withOverlay, withRoute } from '../state.ts';
import type { Command } from './command.ts';

/** What is done with the list of machines. */
export const fleetCommands = {
  open: (state) => onMachine(state, ({ id }) => pushRoute(state, machineRoute({ id, seq: 'newest' }))),
  sort: (state) => withOverlay(state, { kind: 'sort', selected: currentChoice(state), adds: false }),
  sortMore: (state) => withOverlay(state, { kind: 'sort', selected: currentChoice(state), adds: true }),
  choose: (state) =>
    onFleet(state, (route) => {
      const { overlay } = state;
      const column = overlay?.kind === 'sort' ? fleetColumnIds[overlay.selected] : undefined;
      if (overlay?.kind !== 'sort' || !column) return state;
      const others = route.sort.filter((key) => key.column !== column);
      const [first, ...rest] = overlay.adds ? others : [];
      const key = { column, descending: false };
      const sort: Sort = first ? [first, ...rest, key] : [key];
      return withOverlay(withRoute(state, { ...route, sort, cursor: FIRST_LINE }), undefined);
    }),
  reverse: (state) =>
    onFleet(state, (route) => {
      const last = route.sort.length - 1;
      const turned = route.sort.map((key, index) => (index === last ? { ...key, descending: !key.descending } : key));
      const [first = route.sort[0], ...rest] = turned;
      return withRoute(state, { ...route, sort: [first, ...rest], cursor: FIRST_LINE });
    }),
  previousColumn: (state) => onFleet(state, (route) => moveColumn(state, route, -1)),
  nextColumn: (state) => onFleet(state, (route) => moveColumn(state, route, 1)),
  values: (state) =>
    onFleet(state, (of) => pushRoute(state, { screen: 'values', column: of.column, of, cursor: FIRST_LINE })),
} as const satisfies Record<string, Command>;

export function onFleet(state: State, act: (route: FleetRoute) => State): State {
  const route = routeOf(state, 'fleet');
  return route ? act(route) : state;
}

function onMachine(state: State, act: (machine: { id: string }) => State): State {
  return onFleet(state, (route) => {
    const machine = machineAtCursor(state, route);
    return machine ? act(machine) : state;
  });
}

function moveColumn(state: State, route: FleetRoute, by: 1 | -1): State {
  const columns = chosenColumns(state.memory);
  const at = columns.indexOf(route.column) + by;
  const column = columns[Math.max(0, Math.min(at, columns.length - 1))];
  return column ? withRoute(state, { ...route, column }) : state;
}

function currentChoice(state: State): number {
  const route = routeOf(state, 'fleet');
  return route ? Math.max(0, fleetColumnIds.indexOf(route.column)) : 0;
}
