import { formatDuration, formatNumber, formatQuantity } from '../i18n/format.ts';
import { type Language, messagesOf } from '../i18n/language.ts';
import type { Value } from './answers.ts';
import type { Entry } from './sheet.ts';
import type { CourseFigure } from './template.ts';

/** A value of the agent as people read it; texts of a machine come as they are, not yet safe for a terminal. */
export function valueWords(language: Language, value: Value | undefined): string {
  if (value === undefined) return '';
  if (typeof value.value === 'boolean') return messagesOf(language).tui[value.value ? 'yes' : 'no'];
  return typeof value.value === 'number' ? formatQuantity(language, value.value, value.unit) : value.value;
}

/** What stands in a field filled by hand. */
export function entryWords(language: Language, entry: Entry | undefined): string {
  if (entry === undefined) return '';
  return entry.kind === 'unknown' ? messagesOf(language).lab.unknown : entry.text;
}

export function percentWords(language: Language, percent: number | undefined): string {
  return percent === undefined ? '—' : `${formatNumber(language, percent)} %`;
}

/** How many times quicker; empty where that is no number. */
export function gainWords(language: Language, gain: number | undefined): string {
  return gain === undefined ? '' : `× ${formatNumber(language, gain, gain < 1 ? 2 : gain < 100 ? 1 : 0)}`;
}

/** By hand / by agent, as the course has it. */
export function courseWords(language: Language, { manualMinutes, autoMinutes }: CourseFigure): string {
  const manual = manualMinutes === undefined ? '—' : formatDuration(language, manualMinutes);
  return `${manual} / ${formatDuration(language, autoMinutes)}`;
}
