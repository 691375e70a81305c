import { cursorIndex } from './cursor.ts';
import { readFilter } from './fleet-filter.ts';
import { fleetMatcher, machinesOf } from './fleet-list.ts';
import type { FleetRoute, GroupSide, Spot } from './routes.ts';
import { machineAtCursor } from './screens/fleet.ts';
import { timelineEntries } from './screens/time-tab.ts';
import { routeOf, type State, textsOf } from './state.ts';
import { bodyOf } from './viewport.ts';

/** The machine that a command is about: under the cursor, or on show, at its snapshot. */
export function subjectOf(state: State): Spot | undefined {
  const fleet = routeOf(state, 'fleet');
  if (fleet) {
    const machine = machineAtCursor(state, fleet);
    return machine && { id: machine.id, seq: 'newest' };
  }
  const page = routeOf(state, 'machine');
  if (page?.tab !== 'time') return page?.spot;
  const entry = timelineEntries(state, page)[cursorIndex(page.cursor, bodyOf(state).keys)];
  return entry && { id: page.spot.id, seq: entry.seq };
}

/** The groups a machine may be compared with: its room, and the machines that a filter shows; all where it is alone. */
export function groupsOf(state: State, { id }: Spot): readonly GroupSide[] {
  const groups = [...roomGroup(state, id), ...filterGroup(state)];
  const members = groups.map(({ group }) => membersOf(state, group));
  const names = members.map((ids) => ids.join('\n'));
  const own = groups.filter((_, at) => (members[at]?.length ?? 0) > 1 && names.indexOf(names[at] ?? '') === at);
  return own.length > 0 ? own : [{ group: '', name: textsOf(state).compare.wholeFleet }];
}

/** Ids of the machines of a group, as far as they are known here. */
export function membersOf(state: State, group: string): readonly string[] {
  const isMatch = fleetMatcher(state, group);
  return machinesOf(state).flatMap((machine) => (isMatch(machine) ? machine.id : []));
}

/** Letters in order are the explorer's own: the fleet is not asked for them. */
function filterGroup({ stack }: State): readonly GroupSide[] {
  const list = stack.find((route): route is FleetRoute => route.screen === 'fleet' && route.filter !== '');
  if (!list) return [];
  const { query, matcher } = readFilter(list.filter);
  return matcher && query !== '' && query === list.filter.trim() ? [{ group: query, name: query }] : [];
}

function roomGroup(state: State, id: string): readonly GroupSide[] {
  const tag = machinesOf(state).find((machine) => machine.id === id)?.tag;
  return tag === undefined || tag.includes('"') ? [] : [{ group: `tag="${tag}"`, name: tag }];
}
