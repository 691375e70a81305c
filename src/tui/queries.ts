import type { Delta } from '../delta/types.ts';
import type { ColumnName, ColumnValue } from '../fleet/column-values.ts';
import type { Consensus } from '../fleet/consensus.ts';
import type { Feed } from '../fleet/feed.ts';
import type { FieldName, FieldValue } from '../fleet/field-values.ts';
import type {
  Change,
  Fleet,
  FleetQuestions,
  Group,
  MachineRow,
  MachineView,
  Place,
  TimelineEntry,
} from '../fleet/fleet.ts';
import type { PackageIndex } from '../fleet/index/packages.ts';
import type { Results } from '../lab/results.ts';
import { ParcoursError } from '../model/errors.ts';
import { present } from '../model/present.ts';
import type { Baseline } from '../store/store.ts';
import type { Side, Spot } from './routes.ts';

/** The questions the screens ask of the fleet, and the kinds of their answers. */
export interface Answers {
  readonly machines: readonly MachineRow[];
  readonly timeline: readonly TimelineEntry[];
  readonly view: MachineView;
  readonly delta: Delta;
  readonly select: readonly MachineRow[];
  readonly baselines: readonly Baseline[];
  readonly consensus: Consensus;
  readonly feed: Feed;
  readonly packages: PackageIndex;
  readonly fieldValues: readonly FieldValue[];
  readonly values: readonly ColumnValue[];
  readonly moves: readonly Change[];
  readonly exercise: Results;
}

export type Query =
  /** With `at`, in milliseconds since 1970: as they were then. */
  | { readonly kind: 'machines'; readonly at?: number }
  | { readonly kind: 'select'; readonly query: string; readonly at?: number }
  | { readonly kind: 'timeline'; readonly id: string }
  | { readonly kind: 'view'; readonly place: Place }
  | { readonly kind: 'baselines' }
  /** Parts that came to a machine or left it for another; times in milliseconds since 1970. */
  | { readonly kind: 'moves'; readonly id: string; readonly since: number; readonly until: number }
  | { readonly kind: 'exercise' }
  | { readonly kind: 'consensus'; readonly query: string; readonly at?: number }
  | { readonly kind: 'feed'; readonly since: number; readonly until: number }
  | { readonly kind: 'packages'; readonly at?: number }
  | { readonly kind: 'values'; readonly column: ColumnName }
  | { readonly kind: 'fieldValues'; readonly name: FieldName; readonly query: string; readonly at?: number }
  | { readonly kind: 'delta'; readonly before: Place | Group; readonly after: Place | Group };

/** An answer, or why there is none. One that fails again later keeps its last value. */
export interface Answer<T> {
  readonly value?: T;
  readonly error?: string;
  /** The store's version it was asked at: an older one is asked again. */
  readonly version: number;
}

export type AnswerTo<Q extends Query> = Answer<Answers[Q['kind']]>;

/** Answers by the text of their query. */
export type Cache = ReadonlyMap<string, Answer<unknown>>;

export function answerTo<Q extends Query>(cache: Cache, query: Q): AnswerTo<Q> | undefined {
  // `withAnswer` is the only writer, and files each answer under its own query.
  return cache.get(queryKey(query)) as AnswerTo<Q> | undefined;
}

export function withAnswer(cache: Cache, query: Query, answer: Answer<unknown>): Cache {
  const key = queryKey(query);
  const value = answer.value ?? cache.get(key)?.value;
  const others = [...cache].filter(([other]) => other !== key);
  const large = others.filter(([other]) => isLarge(other)).slice(-MAX_LARGE);
  const kept = others.filter((entry, index) => {
    const [other] = entry;
    return other === MACHINES || (isLarge(other) ? large.includes(entry) : index >= others.length - MAX_ANSWERS);
  });
  return new Map([...kept, [key, { ...answer, value }]]);
}

/** The list of the machines as they are. */
export const NOW = { kind: 'machines' } as const;

/** The list of the machines at the time cursor. */
export function machinesQuery({ at }: Moment) {
  return { kind: 'machines', ...present({ at }) } as const;
}

/** Which machines have which packages at the time cursor. */
export function packagesQuery({ at }: Moment) {
  return { kind: 'packages', ...present({ at }) } as const;
}

/** The values of a field of any section, on the machines of a query at the time cursor. */
export function fieldValuesQuery({ at }: Moment, { section, field }: FieldName, query: string) {
  return { kind: 'fieldValues', name: { section, field }, query, ...present({ at }) } as const;
}

/** What most machines of a group have at the time cursor. */
export function consensusQuery({ at }: Moment, { group }: Group) {
  return { kind: 'consensus', query: group, ...present({ at }) } as const;
}

/** What the explorer asks of. */
export interface AskedFleet
  extends Fleet,
    Pick<
      FleetQuestions,
      | 'select'
      | 'baselines'
      | 'consensus'
      | 'machinesAt'
      | 'feed'
      | 'packages'
      | 'fieldValues'
      | 'values'
      | 'changes'
      | 'isIndexed'
    > {
  /** The exercise of the classroom, as far as it got; undefined where nobody asks for one. */
  readonly exercise?: () => Promise<Results>;
}

export function ask(fleet: AskedFleet, query: Query): Promise<Answers[Query['kind']]> {
  switch (query.kind) {
    case 'machines':
      return query.at === undefined ? fleet.machines() : fleet.machinesAt(query.at);
    case 'select':
      return fleet.select(query.query, query.at);
    case 'timeline':
      return fleet.timeline(query.id);
    case 'view':
      return fleet.view(query.place);
    case 'feed':
      return fleet.feed(query);
    case 'values':
      return fleet.values(query.column);
    case 'fieldValues':
      return fleet.fieldValues(query.name, query.query, query.at);
    case 'packages':
      return fleet.packages(query.at);
    case 'consensus':
      return fleet.consensus(query.query, query.at);
    case 'moves':
      return movesOf(fleet, query);
    case 'baselines':
      return fleet.baselines();
    case 'exercise':
      return exerciseOf(fleet);
    case 'delta':
      return fleet.compare(query.before, query.after);
  }
}

async function movesOf(fleet: AskedFleet, { id, since, until }: Extract<Query, { kind: 'moves' }>) {
  const changes = await fleet.changes({ since, until, machine: id });
  return changes.filter(({ kind, from }) => kind === 'moved' && from.machine !== undefined);
}

async function exerciseOf({ exercise }: AskedFleet): Promise<Results> {
  if (!exercise) throw new ParcoursError('not-found', 'no exercise: parcours lab new makes one');
  return exercise();
}

/** What is known, and the time cursor. */
export interface Moment {
  readonly at?: number;
}

export interface Known extends Moment {
  readonly cache: Cache;
}

/**
 * The snapshot a spot means at the time cursor; undefined while the timeline is not known, or where there is no such
 * snapshot.
 */
export function placeOf(known: Known, spot: Spot): Place | undefined {
  if (typeof spot.seq === 'number') return { id: spot.id, seq: spot.seq };
  const { at = Number.POSITIVE_INFINITY } = known;
  const timeline = answerTo(known.cache, { kind: 'timeline', id: spot.id })?.value;
  const entry = timeline?.filter((one) => Date.parse(one.at) <= at).at(spot.seq === 'newest' ? -1 : -2);
  return entry && { id: spot.id, seq: entry.seq };
}

/** What a side of a comparison is to the fleet; undefined while that is not known. */
export function sideOf(known: Known, side: Side): Place | Group | undefined {
  return 'group' in side ? { group: side.group, ...present({ at: known.at }) } : placeOf(known, side);
}

/** What has to be asked to know the content of a spot. */
export function viewQueries(known: Known, spot: Spot): readonly Query[] {
  const place = placeOf(known, spot);
  return [{ kind: 'timeline', id: spot.id }, ...(place ? [{ kind: 'view', place } as const] : [])];
}

/** What has to be asked to know how two sides differ. */
export function deltaQueries(known: Known, before: Side, after: Side): readonly Query[] {
  const ids = new Set([before, after].flatMap((side) => ('group' in side ? [] : [side.id])));
  const timelines = [...ids].map((id) => ({ kind: 'timeline', id }) as const);
  const delta = deltaQuery(sideOf(known, before), sideOf(known, after));
  return delta ? [...timelines, delta] : timelines;
}

export function deltaQuery(before: Place | Group | undefined, after: Place | Group | undefined) {
  return before && after ? ({ kind: 'delta', before, after } as const) : undefined;
}

function queryKey(query: Query): string {
  return JSON.stringify(query);
}

/** Answers about the whole fleet at another time. */
function isLarge(key: string): boolean {
  return LARGE.some((start) => key.startsWith(start));
}

const LARGE = ['{"kind":"machines","at"', '{"kind":"feed"', '{"kind":"packages"'];
const MACHINES = queryKey(NOW);
/** Answers kept for going back without asking again. */
const MAX_ANSWERS = 64;
const MAX_LARGE = 2;
