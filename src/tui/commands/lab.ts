import { isRunning } from '../collecting.ts';
import { FIRST_LINE } from '../cursor.ts';
import { type LabRoute, labRoute } from '../routes.ts';
import { exerciseOf } from '../screens/lab.ts';
import { pushRoute, routeOf, type State, withRoute } from '../state.ts';
import type { Command } from './command.ts';

/** What is done with the exercise of the classroom. */
export const labCommands = {
  lab: (state) => (routeOf(state, 'lab') ? state : pushRoute(state, labRoute())),
  fill: (state) => (exerciseOf(state) && !isRunning(state) ? { ...state, ended: true, leftFor: 'sheet' } : state),
  sheet: (state) => (routeOf(state, 'lab') ? pushRoute(state, { screen: 'sheet', cursor: FIRST_LINE }) : state),
  moreAgents: (state) => withAgents(state, ({ parallel }) => AGENTS.find((agents) => agents > parallel)),
  fewerAgents: (state) => withAgents(state, ({ parallel }) => AGENTS.findLast((agents) => agents < parallel)),
} as const satisfies Record<string, Command>;

function withAgents(state: State, choose: (route: LabRoute) => number | undefined): State {
  const route = routeOf(state, 'lab');
  const parallel = route && choose(route);
  return route && parallel !== undefined ? withRoute(state, { ...route, parallel }) : state;
}

const AGENTS = [1, 2, 5, 10, 20, 50, 100, 200];
