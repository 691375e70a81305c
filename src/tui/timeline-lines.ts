import type { ChangeCounts } from '../delta/summary.ts';
import type { TimelineEntry } from '../fleet/fleet.ts';
import { formatNumber, formatTime } from '../i18n/format.ts';
import { type Language, messagesOf } from '../i18n/language.ts';
import { describe } from '../model/catalogue.ts';
import { safeText } from '../model/safe-text.ts';
import { changeRoles, changeSigns } from './change-signs.ts';
import { type Column, type FittedColumn, fitColumns } from './columns.ts';
import { remember } from './remember.ts';

/** The snapshots of a machine as a table, for this width. */
export const timelineTable = remember(
  (timeline: readonly TimelineEntry[], language: Language, width: number): readonly FittedColumn<TimelineEntry>[] =>
    fitColumns(timelineColumns(language), timeline, width),
);

function timelineColumns(language: Language): readonly Column<TimelineEntry>[] {
  const { timeline: titles } = messagesOf(language).tui;
  return [
    { title: '#', align: 'right', priority: 1, text: ({ seq }) => String(seq) },
    { title: titles.at, priority: 2, whole: true, text: ({ at }) => formatTime(language, at) },
    countColumn('added', 3, language),
    countColumn('removed', 4, language),
    countColumn('changed', 5, language),
    { title: titles.sections, priority: 6, text: (entry) => sectionsText(entry, language) },
    { title: titles.lastSeen, priority: 7, whole: true, text: ({ lastSeen }) => formatTime(language, lastSeen) },
    { title: titles.agent, priority: 8, text: ({ agent }) => safeText(agent) },
  ];
}

function countColumn(kind: keyof ChangeCounts, priority: number, language: Language): Column<TimelineEntry> {
  const sign = changeSigns[kind];
  return {
    title: sign,
    align: 'right',
    priority,
    role: () => changeRoles[kind],
    text: ({ changes }) => (changes[kind] === 0 ? '·' : sign + formatNumber(language, changes[kind])),
  };
}

function sectionsText({ seq, changes }: TimelineEntry, language: Language): string {
  if (seq === 1) return messagesOf(language).tui.timeline.first;
  return changes.sections.map((name) => describe(name).label[language]).join(', ');
}
