import { isRunning } from '../collecting.ts';
import { FIRST_LINE } from '../cursor.ts';
import { compareRoute, machineRoute } from '../routes.ts';
import { pushRoute, routeOf, type State, withNotice } from '../state.ts';
import type { Command } from './command.ts';

/** An inventory of this machine, made from here. */
export const collectCommands = {
  collect: (state) => {
    const shown = routeOf(state, 'collect') ? state : pushRoute(state, { screen: 'collect', cursor: FIRST_LINE });
    return isRunning(state) ? shown : { ...shown, collecting: { phase: 'running', lines: [] } };
  },
  stopCollecting: (state) => {
    const { collecting } = state;
    return collecting?.phase === 'running' ? { ...state, collecting: { ...collecting, phase: 'stopping' } } : state;
  },
  openCollected: (state) => {
    const id = placeOf(state)?.id;
    return id === undefined ? state : pushRoute(state, machineRoute({ id, seq: 'newest' }));
  },
  compareCollected: (state) => {
    const place = placeOf(state);
    if (!place) return state;
    if (place.seq === 1) return withNotice(state, 'noPrevious');
    const { id } = place;
    return pushRoute(state, compareRoute({ id, seq: 'previous' }, { id, seq: 'newest' }));
  },
} as const satisfies Record<string, Command>;

function placeOf({ collecting }: State) {
  return collecting?.collected?.place;
}
