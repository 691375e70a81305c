import type { FleetRoute } from '../routes.ts';
import { machineAtCursor, selectedIds, shownIds } from '../screens/fleet.ts';
import { type State, withRoute } from '../state.ts';
import type { Command } from './command.ts';
import { onFleet } from './fleet.ts';
import { moveCommands } from './move.ts';

/** Choosing machines: one by one, a range, all, the others. */
export const selectionCommands = {
  select: (state) =>
    onFleet(state, (route) => {
      const id = machineAtCursor(state, route)?.id;
      if (route.anchor !== undefined || id === undefined) return withSelection(state, route, selectedIds(state, route));
      const selected = new Set(route.selected);
      if (!selected.delete(id)) selected.add(id);
      return withSelection(state, route, selected);
    }),
  range: (state) =>
    onFleet(state, (route) =>
      route.anchor === undefined ? anchored(state, route) : withSelection(state, route, selectedIds(state, route)),
    ),
  extendDown: (state) => onFleet(state, (route) => moveCommands.down(anchored(state, route))),
  extendUp: (state) => onFleet(state, (route) => moveCommands.up(anchored(state, route))),
  selectAll: (state) =>
    onFleet(state, (route) => {
      const shown = shownIds(state, route);
      const isAll = shown.every((id) => route.selected.has(id));
      return withSelection(state, route, isAll ? new Set() : new Set([...route.selected, ...shown]));
    }),
  invert: (state) =>
    onFleet(state, (route) => {
      const selected = selectedIds(state, route);
      return withSelection(state, route, new Set(shownIds(state, route).filter((id) => !selected.has(id))));
    }),
} as const satisfies Record<string, Command>;

/** Those are chosen, and no range is begun. */
export function withSelection(state: State, { anchor: _, ...route }: FleetRoute, selected: ReadonlySet<string>): State {
  return withRoute(state, { ...route, selected });
}

function anchored(state: State, route: FleetRoute): State {
  const id = machineAtCursor(state, route)?.id;
  return route.anchor !== undefined || id === undefined ? state : withRoute(state, { ...route, anchor: id });
}
