import { formatDay, formatTime } from '../i18n/format.ts';
import { type Span, span } from './line.ts';
import { isFixed } from './routes.ts';
import { currentRoute, type State, textsOf } from './state.ts';

/** At which time the fleet is shown, and which is on its way; nothing where it is now. */
export function dateSpans(state: State): readonly Span[] {
  const { time, loading } = textsOf(state);
  const { at, going } = state;
  if (going)
    return [span(`${going.at === undefined ? time.now : time.at(dateText(state, going.at))} ${loading}`, 'warning')];
  return at === undefined || isFixed(currentRoute(state)) ? [] : [span(time.at(dateText(state, at)), 'warning')];
}

/** A day where its end is meant, else the minute. */
export function dateText({ language }: Pick<State, 'language'>, time: number): string {
  const iso = new Date(time).toISOString();
  return time === endOfDay(time) ? formatDay(language, iso) : formatTime(language, iso);
}

/** The last millisecond of the day, some days later or earlier, in local time. */
export function endOfDay(time: number, days = 0): number {
  const date = new Date(time);
  date.setDate(date.getDate() + days);
  return date.setHours(23, 59, 59, 999);
}
