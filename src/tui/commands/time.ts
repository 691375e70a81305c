import { timeOf } from '../../fleet/when.ts';
import { isFixed } from '../routes.ts';
import { snapshotAt } from '../screens/lookups.ts';
import { routeOf, type State, withNotice, withOverlay, withRoute } from '../state.ts';
import { EMPTY_INPUT } from '../text-input.ts';
import { endOfDay } from '../time-text.ts';
import type { Command } from './command.ts';

/** The time cursor: the whole fleet at another date, or a machine at another snapshot. */
export const timeCommands = {
  dayBack: (state) => goingTo(state, endOfDay(aim(state) ?? state.now, -1)),
  dayOn: (state) => {
    const at = aim(state);
    return at === undefined ? withNotice(state, 'isNow') : goingTo(state, endOfDay(at, 1));
  },
  goToDate: (state) => withOverlay(state, { kind: 'date', input: EMPTY_INPUT }),
  takeDate: (state) => {
    const { overlay } = state;
    if (overlay?.kind !== 'date') return state;
    const text = overlay.input.text.trim();
    const time = text === '' ? state.now : typedTime(text, state.now);
    return time === undefined
      ? withOverlay(state, { ...overlay, refused: true })
      : goingTo(withOverlay(state, undefined), time);
  },
  toNow: (state) => {
    const route = routeOf(state, 'machine');
    const newest = route ? withRoute(state, { ...route, spot: { id: route.spot.id, seq: 'newest' } }) : state;
    return aim(newest) === undefined ? withNotice(newest, 'isNow') : goingTo(newest, newest.now);
  },
  olderSnapshot: (state) => toSnapshot(state, -1),
  newerSnapshot: (state) => toSnapshot(state, 1),
} as const satisfies Record<string, Command>;

/** Where the time cursor is, or will be. */
function aim({ at, going }: State): number | undefined {
  return going ? going.at : at;
}

/** Nothing is known of what is to come: from now on it is now. */
function goingTo(state: State, at: number): State {
  return { ...state, going: at < state.now ? { at } : {} };
}

/** As the command line takes it, as dates are written on the screen, and `7j`. */
function typedTime(text: string, now: number): number | undefined {
  const [, day = '', month = '', year] = DATE.exec(text) ?? [];
  if (day === '') return timeOf(text.replace(/^(\d+)j$/i, '$1d'), now, 'end');
  const inYear = (one: number) => timeOf(`${one}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, now, 'end');
  const thisYear = new Date(now).getFullYear();
  if (year !== undefined) return inYear(Number(year));
  const time = inYear(thisYear);
  return time !== undefined && time > endOfDay(now) ? inYear(thisYear - 1) : time;
}

const DATE = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?$/;

/** The time cursor goes along, except on a page that was opened at one snapshot. */
function toSnapshot(state: State, by: 1 | -1): State {
  const route = routeOf(state, 'machine');
  if (!route) return state;
  const { timeline, index } = snapshotAt(state, route.spot);
  const entry = index < 0 ? undefined : timeline[index + by];
  if (!entry) return by > 0 && state.at !== undefined ? goingTo(state, state.now) : withNotice(state, ends[by]);
  if (isFixed(route)) return withRoute(state, { ...route, spot: { id: route.spot.id, seq: entry.seq } });
  return goingTo(state, entry === timeline.at(-1) ? state.now : Date.parse(entry.at));
}

const ends = { [-1]: 'isFirstSnapshot', 1: 'isNow' } as const;
