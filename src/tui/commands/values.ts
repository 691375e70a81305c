import { fleetRoute } from '../routes.ts';
import { valueAtCursor } from '../screens/values.ts';
import { pushRoute, routeOf } from '../state.ts';
import type { Command } from './command.ts';

/** What is done with the values of a column. */
export const valuesCommands = {
  openValue: (state) => {
    const route = routeOf(state, 'values');
    const value = route && valueAtCursor(state, route)?.value;
    if (!route || value === undefined || value === '') return state;
    const { column, sort, filter } = route.of;
    const own = `${column}="${value.replaceAll('"', '')}"`;
    return pushRoute(state, { ...fleetRoute(), column, sort, filter: filter === '' ? own : `${filter} ${own}` });
  },
} as const satisfies Record<string, Command>;
