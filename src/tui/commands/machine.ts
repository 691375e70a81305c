import { cursorIndex, FIRST_LINE } from '../cursor.ts';
import { compareRoute, type MachineRoute, machineRoute, type Tab, tabs } from '../routes.ts';
import { machineAtCursor } from '../screens/fleet.ts';
import { snapshotAt, snapshotsOf } from '../screens/lookups.ts';
import { tabEntries } from '../screens/section-tab.ts';
import { timelineEntries } from '../screens/time-tab.ts';
import { pushRoute, routeOf, type State, withNotice, withRoute } from '../state.ts';
import { bodyOf } from '../viewport.ts';
import type { Command } from './command.ts';

/** What is done on the page of a machine. */
export const machineCommands = {
  nextTab: (state) => onMachine(state, (route) => showTab(state, route, tabAfter(route.tab, 1))),
  previousTab: (state) => onMachine(state, (route) => showTab(state, route, tabAfter(route.tab, -1))),
  hardwareTab: (state) => onMachine(state, (route) => showTab(state, route, 'hardware')),
  systemTab: (state) => onMachine(state, (route) => showTab(state, route, 'system')),
  softwareTab: (state) => onMachine(state, (route) => showTab(state, route, 'software')),
  networkTab: (state) => onMachine(state, (route) => showTab(state, route, 'network')),
  peripheralsTab: (state) => onMachine(state, (route) => showTab(state, route, 'peripherals')),
  securityTab: (state) => onMachine(state, (route) => showTab(state, route, 'security')),
  timeTab: (state) => onMachine(state, (route) => showTab(state, route, 'time')),
  rawTab: (state) => onMachine(state, (route) => showTab(state, route, 'raw')),
  timeline: showTimeline,
  details: (state) => onMachine(state, (route) => showDetails(state, route)),
  openSnapshot: (state) =>
    onSnapshot(state, (route, seq) => pushRoute(state, machineRoute({ id: route.spot.id, seq }))),
  markSnapshot: (state) =>
    onSnapshot(state, ({ marked, ...bare }, seq) => {
      return marked === seq ? withRoute(state, bare) : withNotice(withRoute(state, { ...bare, marked: seq }), 'marked');
    }),
  compareSnapshots: (state) => onSnapshot(state, (route, seq) => compareWithMarked(state, route, seq)),
} as const satisfies Record<string, Command>;

function onMachine(state: State, act: (route: MachineRoute) => State): State {
  const route = routeOf(state, 'machine');
  return route ? act(route) : state;
}

function onSnapshot(state: State, act: (route: MachineRoute, seq: number) => State): State {
  return onMachine(state, (route) => {
    const at = cursorIndex(route.cursor, bodyOf(state).keys);
    const entry = timelineEntries(state, route)[at];
    return entry ? act(route, entry.seq) : state;
  });
}

function showTab(state: State, route: MachineRoute, tab: Tab): State {
  const onTabs = true;
  return withRoute(
    state,
    route.tab === tab ? { ...route, onTabs } : { ...route, tab, onTabs, cursor: FIRST_LINE, filter: '' },
  );
}

function tabAfter(tab: Tab, by: 1 | -1): Tab {
  return tabs.at((tabs.indexOf(tab) + by) % tabs.length) ?? tab;
}

function showTimeline(state: State): State {
  const route = routeOf(state, 'fleet');
  const machine = route && machineAtCursor(state, route);
  if (machine) return pushRoute(state, machineRoute({ id: machine.id, seq: 'newest' }, 'time'));
  return onMachine(state, (page) => showTab(state, page, 'time'));
}

function showDetails(state: State, route: MachineRoute): State {
  const entry = tabEntries(state, route)[cursorIndex(route.cursor, bodyOf(state).keys)];
  if (entry?.kind !== 'row' && entry?.kind !== 'field') return state;
  const row = entry.kind === 'row' ? entry.key : entry.key.slice(0, entry.key.lastIndexOf('/'));
  return pushRoute(state, {
    screen: 'details',
    spot: route.spot,
    section: entry.section.name,
    row,
    cursor: FIRST_LINE,
  });
}

/** Always the older on the left. */
function compareWithMarked(state: State, { spot: { id }, marked }: MachineRoute, seq: number): State {
  if (marked === seq) return withNotice(state, 'sameSnapshot');
  const other = marked ?? snapshotAt(state, { id, seq }).previous?.seq;
  if (other === undefined) return withNotice(state, 'noPrevious');
  const [older = other, newer = seq] = snapshotsOf(state, id).flatMap((entry) =>
    entry.seq === other || entry.seq === seq ? entry.seq : [],
  );
  return pushRoute(state, compareRoute({ id, seq: older }, { id, seq: newer }));
}
