import type { MachineView } from '../../fleet/fleet.ts';
import { formatNumber } from '../../i18n/format.ts';
import type { Language } from '../../i18n/language.ts';
import type { SectionName } from '../../model/catalogue.ts';
import { type Body, messageBody } from '../body.ts';
import { EMPTY_LINE, type Line, line, opposite } from '../line.ts';
import { remember } from '../remember.ts';
import type { MachineRoute, Tab } from '../routes.ts';
import { rowFilter } from '../row-filter.ts';
import { type Entry, entryKeys, sectionEntries } from '../section-entries.ts';
import { entryLine, type TabStyle } from '../section-lines.ts';
import { type State, textsOf } from '../state.ts';
import { typingLine } from '../typing-line.ts';
import { widthOf } from '../width.ts';
import { snapshotAt, viewOf } from './lookups.ts';

/** The lines of a tab of sections; empty on the other tabs. */
export function tabEntries(state: State, { spot, tab, filter }: MachineRoute): readonly Entry[] {
  const view = viewOf(state, spot);
  return view ? entriesOf(view, tab, tab === 'software' ? filter : '', state.language) : [];
}

/** Sections that differ from the snapshot before; none in the first one. */
export function changedSections(state: State, { spot }: MachineRoute): readonly SectionName[] {
  const { entry, previous } = snapshotAt(state, spot);
  return previous && entry ? entry.changes.sections : NONE;
}

/** The filter of the software tab, and how many rows it lets through. */
export function filterLine(state: State, route: MachineRoute, width: number): Line {
  if (route.tab !== 'software' || (route.filter === '' && state.overlay?.kind !== 'filter')) return EMPTY_LINE;
  const shown = rowCount(tabEntries(state, route));
  const all = rowCount(tabEntries(state, { ...route, filter: '' }));
  const count = textsOf(state).shown(formatNumber(state.language, shown), formatNumber(state.language, all));
  return opposite(typingLine(state, route.filter, width - widthOf(count) - 1), line(count, 'dim'), width);
}

export function sectionsBody(state: State, route: MachineRoute, width: number): Body {
  const entries = tabEntries(state, route);
  if (entries.length === 0) return messageBody([line(textsOf(state).emptyTab, 'dim')]);
  const style: TabStyle = { reader: state, width, changed: changedSections(state, route) };
  return { keys: keysOf(entries), line: (index) => (entries[index] ? entryLine(entries[index], style) : EMPTY_LINE) };
}

/** Typing a filter changes the filtered lines only. */
function entriesOf(view: MachineView, tab: Tab, filter: string, language: Language): readonly Entry[] {
  if (tab === 'time' || tab === 'raw') return [];
  return filter === '' ? wholeTab(view, tab) : filteredTab(view, tab, filter, language);
}

type SectionTab = Exclude<Tab, 'time' | 'raw'>;

const wholeTab = remember((view: MachineView, tab: SectionTab) => sectionEntries(view.sections, tab, undefined));
const filteredTab = remember((view: MachineView, tab: SectionTab, filter: string, language: Language) =>
  sectionEntries(view.sections, tab, rowFilter(filter, language)),
);

function rowCount(entries: readonly Entry[]): number {
  return entries.filter((entry) => entry.kind === 'row').length;
}

const keysOf = remember(entryKeys);
const NONE: readonly SectionName[] = [];
