import type { TimelineEntry } from '../fleet/fleet.ts';
import { formatNumber, formatTime } from '../i18n/format.ts';
import { type Language, messagesOf } from '../i18n/language.ts';
import { describe } from '../model/catalogue.ts';
import { safeText } from '../model/safe-text.ts';
import { type Column, type FittedColumn, fitColumns } from './columns.ts';
import { remember } from './remember.ts';

/** The snapshots of a machine as a table, for this width. */
export const timelineTable = remember(
  (timeline: readonly TimelineEntry[], language: Language, width: number): readonly FittedColumn<TimelineEntry>[] =>
    fitColumns(timelineColumns(language), timeline, width),
);

function timelineColumns(language: Language): readonly Column<TimelineEntry>[] {
  const { timeline: titles } = messagesOf(language).tui;
  const count = (value: number, sign: string) => (value === 0 ? '·' : `${sign}${formatNumber(language, value)}`);
  return [
    { title: '#', align: 'right', priority: 1, text: ({ seq }) => String(seq) },
    { title: titles.at, priority: 2, whole: true, text: ({ at }) => formatTime(language, at) },
    { title: '+', align: 'right', priority: 3, role: () => 'added', text: ({ changes }) => count(changes.added, '+') },
    {
      title: '-',
      align: 'right',
      priority: 4,
      role: () => 'removed',
      text: ({ changes }) => count(changes.removed, '-'),
    },
    {
      title: '~',
      align: 'right',
      priority: 5,
      role: () => 'changed',
      text: ({ changes }) => count(changes.changed, '~'),
    },
    { title: titles.sections, priority: 6, text: (entry) => sectionsText(entry, language) },
    { title: titles.lastSeen, priority: 7, whole: true, text: ({ lastSeen }) => formatTime(language, lastSeen) },
    { title: titles.agent, priority: 8, text: ({ agent }) => safeText(agent) },
  ];
}

function sectionsText({ seq, changes }: TimelineEntry, language: Language): string {
  if (seq === 1) return messagesOf(language).tui.timeline.first;
  return changes.sections.map((name) => describe(name).label[language]).join(', ');
}
