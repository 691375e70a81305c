import type { MachineView, TimelineEntry } from '../../fleet/fleet.ts';
import { formatNumber, formatTime } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import { describe, type SectionName } from '../../model/catalogue.ts';
import { type Body, messageBody, waitingBody } from '../body.ts';
import { rowLine, titleLine } from '../columns.ts';
import { EMPTY_LINE, type Line, line, opposite, span } from '../line.ts';
import { answerTo, placeOf, viewQueries } from '../queries.ts';
import { rawEntries, rawKeys, rawLine } from '../raw-lines.ts';
import { remember } from '../remember.ts';
import type { MachineRoute, Tab } from '../routes.ts';
import { type Entry, entryKeys, sectionEntries } from '../section-entries.ts';
import { entryLine, type TabStyle } from '../section-lines.ts';
import { rowFilter } from '../software-filter.ts';
import { type State, textsOf } from '../state.ts';
import { tabBar } from '../tab-bar.ts';
import { timelineTable } from '../timeline-lines.ts';
import { typingSpans } from '../typing-line.ts';
import { machineName, snapshotAt, snapshotsOf } from './names.ts';
import type { Screen } from './screen.ts';

/** One machine at one snapshot: the headings of the course, its past, and everything as it travelled. */
export const machineScreen: Screen<MachineRoute> = {
  headHeight: 2,
  margin: 2,
  queries: (state, { spot }) => viewQueries(state.cache, spot),
  crumbs: (state, { spot }) => [textsOf(state).title, machineName(state, spot.id)],
  status: machineStatus,
  head: (state, route, width) => [
    tabBar(textsOf(state).tabs, route.tab, changedTabs(state, route), width),
    underTabs(state, route, width),
  ],
  body: machineBody,
};

/** The content of the machine, once it is there. */
export function viewOf(state: State, { spot }: Pick<MachineRoute, 'spot'>): MachineView | undefined {
  const place = placeOf(state.cache, spot);
  return place && answerTo(state.cache, { kind: 'view', place })?.value;
}

/** The lines of the tab on screen; empty on the tabs that have no sections. */
export function tabEntries(state: State, route: MachineRoute): readonly Entry[] {
  const view = viewOf(state, route);
  return view ? entriesOf(view, route.tab, route.tab === 'software' ? route.filter : '', state.language) : [];
}

/** The snapshots of the time tab, newest first. */
export function timelineEntries(state: State, { spot }: MachineRoute): readonly TimelineEntry[] {
  return newestFirst(snapshotsOf(state, spot.id));
}

const newestFirst = remember((timeline: readonly TimelineEntry[]) => timeline.toReversed());

const entriesOf = remember((view: MachineView, tab: Tab, filter: string, language: Language): readonly Entry[] => {
  if (tab === 'time' || tab === 'raw') return [];
  return sectionEntries(view.sections, tab, rowFilter(filter, language));
});

const rawOf = remember((view: MachineView, language: Language, reveal: boolean) =>
  rawEntries(view, { language, reveal }),
);

function machineStatus(state: State, { spot }: MachineRoute): string {
  const { timeline, index, entry } = snapshotAt(state, spot);
  if (!entry) return '';
  const at = formatTime(state.language, entry.at);
  return textsOf(state).snapshot(formatNumber(state.language, index + 1), String(timeline.length), at);
}

function changedTabs(state: State, route: MachineRoute): ReadonlySet<Tab> {
  return new Set(changedSections(state, route).map((name) => describe(name).topic));
}

/** Sections that differ from the snapshot before; none in the first one. */
function changedSections(state: State, { spot }: MachineRoute): readonly SectionName[] {
  const { entry, previous } = snapshotAt(state, spot);
  return previous && entry ? entry.changes.sections : NONE;
}

function underTabs(state: State, route: MachineRoute, width: number): Line {
  const texts = textsOf(state);
  if (route.tab === 'time') {
    const titles = titleLine(timelineTable(snapshotsOf(state, route.spot.id), state.language, width));
    return titles;
  }
  const typing = route.tab === 'software' ? typingSpans(state, route.filter) : undefined;
  if (!typing) return EMPTY_LINE;
  const rows = tabEntries(state, route).filter(({ kind }) => kind === 'row').length;
  const all = (viewOf(state, route)?.sections ?? [])
    .filter(({ name }) => describe(name).topic === 'software')
    .reduce((sum, section) => sum + section.rows.length, 0);
  const [shown, of] = [rows, all].map((count) => formatNumber(state.language, count));
  return opposite(typing, [span(texts.shown(shown ?? '', of ?? ''), 'dim')], width);
}

function machineBody(state: State, route: MachineRoute, width: number): Body {
  if (route.tab === 'time') return timelineBody(state, route, width);
  const place = placeOf(state.cache, route.spot);
  const answer = place
    ? answerTo(state.cache, { kind: 'view', place })
    : answerTo(state.cache, { kind: 'timeline', id: route.spot.id });
  const view = viewOf(state, route);
  if (!view) return waitingBody(state, answer, width);
  return route.tab === 'raw' ? rawBody(state, view) : sectionsBody(state, route, width);
}

function timelineBody(state: State, { spot, marked }: MachineRoute, width: number): Body {
  const timeline = snapshotsOf(state, spot.id);
  const entries = newestFirst(timeline);
  if (entries.length === 0) return waitingBody(state, answerTo(state.cache, { kind: 'timeline', id: spot.id }), width);
  const columns = timelineTable(timeline, state.language, width);
  return {
    keys: entries.map(({ seq }) => String(seq)),
    line: (index) => (entries[index] ? rowLine(columns, entries[index]) : EMPTY_LINE),
    sign: (index) => (marked !== undefined && entries[index]?.seq === marked ? 'A' : undefined),
  };
}

function rawBody({ language, reveal }: State, view: MachineView): Body {
  const entries = rawOf(view, language, reveal);
  return { keys: rawKeys(entries), line: (index) => (entries[index] ? rawLine(entries[index]) : EMPTY_LINE) };
}

function sectionsBody(state: State, route: MachineRoute, width: number): Body {
  const entries = tabEntries(state, route);
  if (entries.length === 0) return messageBody([line(textsOf(state).emptyTab, 'dim')]);
  const style: TabStyle = { reader: state, width, changed: changedSections(state, route) };
  return { keys: keysOf(entries), line: (index) => (entries[index] ? entryLine(entries[index], style) : EMPTY_LINE) };
}

const keysOf = remember(entryKeys);
const NONE: readonly SectionName[] = [];
