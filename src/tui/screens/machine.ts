import { formatNumber, formatTime } from '../../i18n/format.ts';
import { describe } from '../../model/catalogue.ts';
import { type Body, waitingBody } from '../body.ts';
import type { Line } from '../line.ts';
import { answerTo, machinesQuery, placeOf, viewQueries } from '../queries.ts';
import type { MachineRoute, Tab } from '../routes.ts';
import { type State, textsOf } from '../state.ts';
import { tabBar } from '../tab-bar.ts';
import type { Table } from '../taking/table.ts';
import { changesAside, changesQueries } from './changes-aside.ts';
import { machineName, pathOf, snapshotAt, viewOf } from './lookups.ts';
import { rawBody } from './raw-tab.ts';
import type { Screen } from './screen.ts';
import { changedSections, filterLine, sectionsBody } from './section-tab.ts';
import { sectionTable } from './section-table.ts';
import { timelineBody, timelineData, timelineTitles } from './time-tab.ts';

/** One machine at one snapshot: the headings of the course, its past, and everything as it travelled. */
export const machineScreen: Screen<MachineRoute> = {
  headHeight: 2,
  margin: 2,
  queries: (state, { spot }) => [...viewQueries(state, spot), machinesQuery(state)],
  besideQueries: (state, { spot }) => changesQueries(state, spot),
  crumbs: (state, { spot }) => [textsOf(state).title, machineName(state, spot.id)],
  status: machineStatus,
  head: machineHead,
  body: machineBody,
  table: machineTable,
  aside: (state, { spot, tab }) => (tab === 'time' || tab === 'raw' ? undefined : changesAside(state, spot)),
};

function machineStatus(state: State, { spot }: MachineRoute): string {
  const { timeline, index, entry } = snapshotAt(state, spot);
  if (!entry) return '';
  const [number, of] = [index + 1, timeline.length].map((count) => formatNumber(state.language, count));
  return textsOf(state).snapshot(number ?? '', of ?? '', formatTime(state.language, entry.at));
}

function machineHead(state: State, route: MachineRoute, width: number): readonly Line[] {
  const tabs = tabBar(textsOf(state).tabs, route.tab, changedTabs(state, route), width);
  return [tabs, route.tab === 'time' ? timelineTitles(state, route, width) : filterLine(state, route, width)];
}

function changedTabs(state: State, route: MachineRoute): ReadonlySet<Tab> {
  return new Set(changedSections(state, route).map((name) => describe(name).topic));
}

function machineBody(state: State, route: MachineRoute, width: number): Body {
  if (route.tab === 'time') return timelineBody(state, route, width);
  const view = viewOf(state, route.spot);
  if (!view) return waitingBody(state, viewAnswer(state, route), width);
  return route.tab === 'raw' ? rawBody(state, view, width) : sectionsBody(state, route, width);
}

/** The section the cursor is in, or the snapshots. */
function machineTable(state: State, route: MachineRoute): Table | undefined {
  if (route.tab === 'raw') return undefined;
  const table = route.tab === 'time' ? timelineData(state, route) : sectionTable(state, route);
  const path = pathOf(state, route.spot);
  return table && { path, ...table };
}

function viewAnswer(state: State, { spot }: MachineRoute) {
  const place = placeOf(state, spot);
  return answerTo(state.cache, place ? { kind: 'view', place } : { kind: 'timeline', id: spot.id });
}
