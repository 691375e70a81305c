import { FIRST_LINE } from '../cursor.ts';
import { fleetRoute, machineRoute, packageOrders, type Route } from '../routes.ts';
import { bearerAtCursor } from '../screens/bearers.ts';
import { packageAtCursor } from '../screens/packages.ts';
import { versionAtCursor } from '../screens/versions.ts';
import { pushRoute, routeOf, withRoute } from '../state.ts';
import type { Command } from './command.ts';

/** From the packages of a list to their versions, to the machines that have them, and to one of these. */
export const packageCommands = {
  packages: (state) => {
    const of = routeOf(state, 'fleet') ?? routeOf(state, 'values')?.of ?? fleetRoute();
    return pushRoute(state, { screen: 'packages', of, filter: '', order: 'name', cursor: FIRST_LINE });
  },
  order: (state) => {
    const route = routeOf(state, 'packages');
    if (!route) return state;
    const order = packageOrders[(packageOrders.indexOf(route.order) + 1) % packageOrders.length] ?? 'name';
    return withRoute(state, { ...route, order, cursor: FIRST_LINE });
  },
  openPackage: (state) => {
    const route = routeOf(state, 'packages');
    const name = route && packageAtCursor(state, route)?.name;
    if (!route || name === undefined) return state;
    const { of, filter } = route;
    return pushRoute(state, { screen: 'versions', of, filter, name, cursor: FIRST_LINE });
  },
  openVersion: (state) => {
    const route = routeOf(state, 'versions');
    const row = route && versionAtCursor(state, route);
    if (!route || !row) return state;
    const { of, filter, name } = route;
    const version = row.version === undefined ? {} : { version: row.version };
    return pushRoute(state, { screen: 'bearers', of, filter, name, ...version, cursor: FIRST_LINE });
  },
  openBearer: (state) => {
    const route = routeOf(state, 'bearers');
    const id = route && bearerAtCursor(state, route)?.machine.id;
    if (!route || id === undefined) return state;
    const page: Route = { ...machineRoute({ id, seq: 'newest' }, 'software'), filter: route.name };
    return pushRoute(state, page);
  },
} as const satisfies Record<string, Command>;
