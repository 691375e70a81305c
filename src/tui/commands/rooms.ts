import { FIRST_LINE } from '../cursor.ts';
import { fleetRoute, machineRoute } from '../routes.ts';
import { withoutQuery, withQuery } from '../saved-queries.ts';
import { groupAtCursor } from '../screens/groups.ts';
import { silentAtCursor } from '../screens/silent.ts';
import { pushRoute, routeOf, type State, withNotice, withOverlay } from '../state.ts';
import { EMPTY_INPUT } from '../text-input.ts';
import type { Command } from './command.ts';

/** Rooms, filters that have a name, and machines that have gone silent. */
export const roomCommands = {
  groups: (state) => pushRoute(state, { screen: 'groups', cursor: FIRST_LINE }),
  openGroup: (state) => {
    const route = routeOf(state, 'groups');
    const filter = route && groupAtCursor(state, route)?.filter;
    return filter === undefined ? state : pushRoute(state, { ...fleetRoute(), filter });
  },
  keepFilter: (state) => {
    const query = routeOf(state, 'fleet')?.filter.trim() ?? '';
    return query === ''
      ? withNotice(state, 'noFilter')
      : withOverlay(state, { kind: 'keeping', query, input: EMPTY_INPUT });
  },
  saveQuery: (state) => {
    const { overlay } = state;
    const name = overlay?.kind === 'keeping' ? overlay.input.text.trim() : '';
    if (overlay?.kind !== 'keeping' || name === '') return state;
    const queries = withQuery(state.memory.queries, { name, query: overlay.query });
    return withNotice(withOverlay(withQueries(state, queries), undefined), 'filterKept', name);
  },
  dropQuery: (state) => {
    const route = routeOf(state, 'groups');
    const entry = route && groupAtCursor(state, route);
    return entry?.kind === 'saved' ? withOverlay(state, { kind: 'dropping', name: entry.name }) : state;
  },
  confirmDrop: (state) => {
    const { overlay } = state;
    if (overlay?.kind !== 'dropping') return state;
    const queries = withoutQuery(state.memory.queries, overlay.name);
    return withNotice(withOverlay(withQueries(state, queries), undefined), 'filterDropped', overlay.name);
  },
  silent: (state) => {
    const of = routeOf(state, 'fleet') ?? fleetRoute();
    return pushRoute(state, { screen: 'silent', of, cursor: FIRST_LINE });
  },
  openSilent: (state) => {
    const route = routeOf(state, 'silent');
    const machine = route && silentAtCursor(state, route);
    return machine ? pushRoute(state, machineRoute({ id: machine.id, seq: 'newest' })) : state;
  },
} as const satisfies Record<string, Command>;

function withQueries(state: State, queries: State['memory']['queries']): State {
  return { ...state, memory: { ...state.memory, queries } };
}
