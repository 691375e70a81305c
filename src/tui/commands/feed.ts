import type { FeedEntry, Occurrence } from '../../fleet/feed.ts';
import { changeKey } from '../compare-entries.ts';
import { FIRST_LINE } from '../cursor.ts';
import { compareRoute, type FeedRoute, feedDays } from '../routes.ts';
import { feedLineAtCursor } from '../screens/feed.ts';
import { machineName } from '../screens/lookups.ts';
import { currentRoute, pushRoute, routeOf, type State, withRoute } from '../state.ts';
import type { Command } from './command.ts';
import { filterOf } from './program.ts';

/** What changed in the fleet: how far back, and how a change looks on its machine. */
export const feedCommands = {
  feed: (state) => {
    const filter = feedFilter(state);
    return pushRoute(state, { screen: 'feed', days: 7, filter, opened: new Set(), cursor: FIRST_LINE });
  },
  shorterPeriod: (state) => onFeed(state, (route) => withDays(state, route, -1)),
  longerPeriod: (state) => onFeed(state, (route) => withDays(state, route, 1)),
  openChange: (state) =>
    onFeed(state, (route) => {
      const line = feedLineAtCursor(state, route);
      if (!line || line.kind === 'day') return state;
      if (line.kind === 'occurrence') return showDelta(state, line.entry, line.of);
      const [only, ...others] = line.kind === 'entry' ? line.entry.occurrences : [];
      return line.kind === 'entry' && only && others.length === 0
        ? showDelta(state, line.entry, only)
        : toggled(state, route, line.key);
    }),
} as const satisfies Record<string, Command>;

function onFeed(state: State, act: (route: FeedRoute) => State): State {
  const route = routeOf(state, 'feed');
  return route ? act(route) : state;
}

/** Of the list as it is filtered, or of the machine on show. */
function feedFilter(state: State): string {
  const route = currentRoute(state);
  if (route.screen === 'machine') return `name="${machineName(state, route.spot.id).replaceAll('"', '')}"`;
  return route.screen === 'fleet' ? filterOf(state) : '';
}

function withDays(state: State, route: FeedRoute, by: 1 | -1): State {
  const days = feedDays[feedDays.indexOf(route.days) + by];
  return days ? withRoute(state, { ...route, days, cursor: FIRST_LINE }) : state;
}

function toggled(state: State, route: FeedRoute, key: string): State {
  const opened = new Set(route.opened);
  if (!opened.delete(key)) opened.add(key);
  return withRoute(state, { ...route, opened });
}

/** The snapshot that tells of the change beside the one before, with the cursor on the change. */
function showDelta(state: State, { change }: FeedEntry, { machine: { id }, seq, previous }: Occurrence): State {
  const route = compareRoute({ id, seq: previous }, { id, seq });
  return pushRoute(state, { ...route, cursor: { key: changeKey(change.section, change.key), index: 0, top: 0 } });
}
