import { isOwn } from '../delta/own.ts';
import type { Delta, RowChange } from '../delta/types.ts';
import type { Change, MachineView } from '../fleet/fleet.ts';
import { MOVE_WITHIN } from '../fleet/moves.ts';
import { formatNumber } from '../i18n/format.ts';
import { type Language, messagesOf, reasonText } from '../i18n/language.ts';
import { describe, type SectionName } from '../model/catalogue.ts';
import { present } from '../model/present.ts';
import { areaWidth } from './area.ts';
import {
  type CompareEntry,
  changesLeft,
  compareEntries,
  countFolded,
  type Shown,
  stackEntries,
} from './compare-entries.ts';
import { type Sides, sidesOf, wrappedLines } from './compare-lines.ts';
import { sameThings } from './compare-same.ts';
import { EMPTY_LINE } from './line.ts';
import { answerTo, deltaQueries, deltaQuery, machinesQuery, placeOf, type Query, sideOf } from './queries.ts';
import { remember, rememberNamed } from './remember.ts';
import type { CompareFilter, CompareRoute } from './routes.ts';
import { snapshotAt } from './screens/lookups.ts';
import type { State } from './state.ts';
import { type Untold, untoldFields } from './untold.ts';
import type { Reader } from './value.ts';
import { whereabouts } from './whereabouts.ts';

/** The differences, once they are there. */
export function deltaOf(state: State, { before, after }: Pick<CompareRoute, 'before' | 'after'>): Delta | undefined {
  const query = deltaQuery(sideOf(state, before), sideOf(state, after));
  return query && answerTo(state.cache, query)?.value;
}

/** What a comparison shows. */
export interface Comparison {
  readonly entries: readonly CompareEntry[];
  /** What differs, without what is folded away. */
  readonly changes: readonly RowChange[];
  /** How many things are the same, where that is asked. */
  readonly same?: number;
}

/** The lines of the comparison; none while the differences are not known. */
export function comparison(state: State, route: CompareRoute): Comparison {
  const delta = deltaOf(state, route);
  if (!delta) return NOTHING;
  const { filter } = route;
  const [moves, whole] = [movesQuery(state, route), wholeQuery(state, route)];
  return laidOut({
    delta,
    filter,
    isOneMachine: isOneMachine(route),
    moves: moves && answerTo(state.cache, moves)?.value,
    whole: filter === 'everything' && whole ? answerTo(state.cache, whole)?.value : undefined,
    language: state.language,
    reveal: state.reveal,
    wrapped: state.wrapped,
    sides: sidesFor(state, route),
  });
}

export const sidesFor = (state: State, { stacked }: Pick<CompareRoute, 'stacked'>) =>
  sidesAt(areaWidth(state), stacked);

const sidesAt = remember((width: number, stacked: true | undefined) => sidesOf(width, stacked));

function isOneMachine({ before, after }: Pick<CompareRoute, 'before' | 'after'>): boolean {
  return !('group' in before) && !('group' in after) && before.id === after.id;
}

/** What has to be asked for a comparison. */
export function compareQueries(state: State, { before, after, filter }: CompareRoute): readonly Query[] {
  const needed = [...deltaQueries(state, before, after), machinesQuery(state)];
  const whole = filter === 'everything' ? wholeQuery(state, { before, after }) : undefined;
  return whole ? [...needed, whole] : needed;
}

/** One of the two sides, whole; undefined beside a group, of which only what it agrees on is known. */
function wholeQuery(state: State, { before, after }: Pick<CompareRoute, 'before' | 'after'>) {
  const place = 'group' in before || 'group' in after ? undefined : placeOf(state, after);
  return place && ({ kind: 'view', place } as const);
}

/** What more can be told of it: where parts went that a machine has no more, and where new ones came from. */
export function movesQueries(state: State, route: Pick<CompareRoute, 'before' | 'after'>): readonly Query[] {
  const query = movesQuery(state, route);
  return query ? [query] : [];
}

function movesQuery(state: State, { before, after }: Pick<CompareRoute, 'before' | 'after'>) {
  if ('group' in before || 'group' in after || before.id !== after.id) return undefined;
  const times = [before, after].flatMap((side) => Date.parse(snapshotAt(state, side).entry?.at ?? '') || []);
  if (times.length < 2) return undefined;
  const [since, until] = [Math.min(...times) - MOVE_WITHIN, Math.max(...times) + MOVE_WITHIN];
  return { kind: 'moves', id: before.id, since, until } as const;
}

interface Parts {
  readonly delta: Delta;
  readonly filter: CompareFilter;
  readonly isOneMachine: boolean;
  readonly moves: readonly Change[] | undefined;
  readonly whole: MachineView | undefined;
  readonly language: Language;
  readonly reveal: boolean;
  readonly wrapped: boolean;
  readonly sides: Sides;
}

const laidOut = rememberNamed((parts: Parts): Comparison => {
  const { delta, filter, moves = [], whole, language, wrapped, sides } = parts;
  const same = whole && sameThings(delta, whole);
  const untold = filter === 'everything' ? [] : untoldFields(delta);
  const isUntold = (section: SectionName, field: string) =>
    untold.some((one) => one.section === section && one.field === field);
  const isOwnField = (section: SectionName, field: string) =>
    !parts.isOneMachine && filter !== 'everything' && isOwn(section, field);
  const shown: Shown = {
    filter,
    isFolded: (section, field) => isOwnField(section, field) || isUntold(section, field),
    tellMore: (section, change) => whereabouts({ language }, section, change, moves),
    ...present({ same }),
  };
  const entries = compareEntries(delta, shown);
  const stacked = sides.stacked ? stackEntries(entries) : entries;
  const folded = { own: countFolded(delta, { isFolded: isOwnField }), untold };
  const notes = noteEntries(delta, language, folded, entries.length > 0);
  return {
    entries: [...(wrapped ? wrapEntries(stacked, parts, sides) : stacked), ...notes],
    changes: changesLeft(delta, shown),
    ...present({ same: same && [...same.values()].reduce((sum, things) => sum + things.length, 0) }),
  };
});

/** Each line that is too long goes on below; the cursor rests on its beginning. */
function wrapEntries(entries: readonly CompareEntry[], reader: Reader, sides: Sides): readonly CompareEntry[] {
  return entries.flatMap((entry) => {
    const [first = EMPTY_LINE, ...rest] = wrappedLines(entry, reader, sides);
    if (rest.length === 0 || entry.kind !== 'change') return [entry];
    return [{ ...entry, laid: first }, ...rest.map((parts) => ({ kind: 'rest', parts }) as const)];
  });
}

interface Folded {
  readonly own: number;
  readonly untold: readonly Untold[];
}

/** What the comparison leaves out, told at its end. */
function noteEntries(
  delta: Delta,
  language: Language,
  { own, untold }: Folded,
  isAfterEntries: boolean,
): readonly CompareEntry[] {
  const { compare } = messagesOf(language).tui;
  const { volatile, noise } = delta.hidden;
  const [values, noises] = [formatNumber(language, volatile), formatNumber(language, noise)];
  const folded: readonly CompareEntry[] = [
    ...(volatile + noise > 0 ? [{ kind: 'note', text: compare.hidden(values, noises) } as const] : []),
    ...untold.map(({ section, field, rows }): CompareEntry => {
      const { label, fields } = describe(section);
      const title = `${label[language]} · ${fields[field]?.label[language] ?? field}`;
      return { kind: 'note', text: compare.untold(title, formatNumber(language, rows)) };
    }),
    ...(own > 0 ? [{ kind: 'note', text: compare.own(formatNumber(language, own)) } as const] : []),
  ];
  const unknown = delta.notCompared.map(({ section, side, reason }): CompareEntry => {
    const why = `${compare.side[side]}: ${reasonText(messagesOf(language), reason)}`;
    return { kind: 'note', text: `  ${describe(section).label[language]}  ${why}` };
  });
  const notes: readonly CompareEntry[] =
    unknown.length > 0 ? [...folded, { kind: 'note', text: compare.notCompared, strong: true }, ...unknown] : folded;
  return notes.length > 0 && isAfterEntries ? [{ kind: 'blank' }, ...notes] : notes;
}

const NOTHING: Comparison = { entries: [], changes: [] };
