import type { FieldChange } from '../delta/types.ts';
import { describe, type SectionName } from '../model/catalogue.ts';
import { type AnyRow, fieldValue } from '../model/descriptor.ts';
import { compareTexts } from '../model/order.ts';
import { newestChanges } from './feed-reading.ts';
import type { Change, ChangeRange, MachineName } from './fleet.ts';
import type { FleetIndex } from './index/fleet-index.ts';
import { joinMoves, MOVE_WITHIN, mayBeMove } from './moves.ts';

/** The same change, on as many machines as it happened on that day. */
export interface FeedEntry {
  /** Stays the same when more machines tell of it. */
  readonly key: string;
  /** Of the machine that told of it last. */
  readonly change: Change;
  /** The newest first. */
  readonly occurrences: readonly Occurrence[];
}

/** A change on one machine. */
export interface Occurrence {
  readonly at: string;
  readonly machine: MachineName;
  /** The snapshot that shows it, and the one before. */
  readonly seq: number;
  readonly previous: number;
}

type Times = Pick<ChangeRange, 'since' | 'until'>;

/** What changed in the fleet, newest first. */
export interface Feed {
  readonly entries: readonly FeedEntry[];
  /** From when on it tells of all, in milliseconds since 1970: later than asked for where that is too much. */
  readonly since: number;
}

/** So many changes are read within a second or two, and fit into memory. */
const MAX_CHANGES = 50_000;

/** Changes are folded as they are read: a large fleet has too many to hold. */
export async function feedOf(index: FleetIndex, { since, until }: Times, most = MAX_CHANGES): Promise<Feed> {
  const fold = new Fold();
  const parts: Change[] = [];
  const takePart = (change: Change) => void (mayBeMove(change) && parts.push(change));
  const start = await newestChanges(index, { since, until }, most, (change) =>
    mayBeMove(change) ? parts.push(change) : fold.add(change),
  );
  await index.eachChange(start - MOVE_WITHIN, start - 1, takePart, 'parts');
  await index.eachChange(until + 1, until + MOVE_WITHIN, takePart, 'parts');
  const previous = new Map(parts.map((change) => [snapshotOf(change), change.from.seq]));
  for (const change of joinMoves(parts)) {
    if (isWithin(change, start, until)) fold.add(change, previous.get(snapshotOf(change)));
  }
  return { entries: fold.entries(), since: start };
}

/** Folds changes that are at hand. */
export function foldChanges(changes: readonly Change[]): readonly FeedEntry[] {
  const fold = new Fold();
  for (const change of changes) fold.add(change);
  return fold.entries();
}

function snapshotOf({ machine, to }: Change): string {
  return `${to.seq} ${machine.id}`;
}

function isWithin({ at }: Change, since: number, until: number): boolean {
  const time = Date.parse(at);
  return since <= time && time <= until;
}

class Fold {
  readonly #entries = new Map<string, { change: Change; readonly occurrences: Occurrence[] }>();
  /** A machine tells of many changes. */
  readonly #machines = new Map<string, MachineName>();

  /** What moved came from another machine: the snapshot before it on this one has to be told. */
  add(change: Change, previous = change.from.seq): void {
    const { at, machine, to } = change;
    const own = this.#machines.get(machine.id) ?? machine;
    this.#machines.set(machine.id, own);
    const occurrence = { at, machine: own, seq: to.seq, previous };
    const key = sameness(change);
    const known = this.#entries.get(key);
    known?.occurrences.push(occurrence);
    if (!known) this.#entries.set(key, { change, occurrences: [occurrence] });
    else if (at > known.change.at) known.change = change;
  }

  entries(): readonly FeedEntry[] {
    for (const { occurrences } of this.#entries.values()) occurrences.sort(newestFirst);
    const entries = [...this.#entries].map(([key, entry]) => ({ key, ...entry }));
    return entries.sort((a, b) => newestFirst(a.change, b.change));
  }
}

/** What makes two changes of one day the same to a person: what a list shows of them. A move is one of its kind. */
function sameness({ at, kind, section, key, before, after, fields, machine, to }: Change): string {
  const { cardinality } = describe(section);
  const columns = telling(section);
  const name = cardinality === 'one' ? '' : key;
  if (kind === 'moved') return JSON.stringify([section, name, machine.id, to.seq]);
  const shown = fieldsToTell(section, fields);
  const values = (row: AnyRow | undefined) => row && columns.map((column) => fieldValue(row, column));
  const content = kind === 'changed' ? shown : [values(before), values(after)];
  return JSON.stringify([new Date(at).toDateString(), kind, section, name, content]);
}

/** Of what changed in a row, what a list shows, without dates such as that of an installation; else all of it. */
export function fieldsToTell(section: SectionName, fields: readonly FieldChange[]): readonly FieldChange[] {
  const told = fields.filter(({ field }) => telling(section).includes(field));
  return told.length > 0 ? told : fields;
}

function telling(section: SectionName): readonly string[] {
  const { columns, fields } = describe(section);
  return columns.filter((column) => fields[column]?.type !== 'date');
}

interface Dated {
  readonly at: string;
  readonly machine: MachineName;
}

function newestFirst(a: Dated, b: Dated): number {
  return compareTexts(b.at, a.at) || compareTexts(a.machine.name, b.machine.name);
}
