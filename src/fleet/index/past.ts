/** Index knows what the history of every machine means for questions to the whole fleet. */
import { type SectionName, sectionNames } from '../../model/catalogue.ts';
import type { AnyRow } from '../../model/descriptor.ts';
import { present } from '../../model/present.ts';
import { factSections, fleetRow, type RowSource, rowFacts } from '../../store/facts.ts';
import { later } from '../../store/state.ts';
import type { FleetRow, MachineIdentity, RowFacts, SnapshotHead, StoreReader } from '../../store/store.ts';
import type { Change } from '../fleet.ts';
import { RowCache } from './row-cache.ts';

/** What one snapshot of a machine says of the past of the fleet. All of it comes from the history alone. */
export interface Past {
  /** The row of the fleet list as it was then; its `snapshots` is the number of the snapshot. */
  readonly row: FleetRow;
  /** The row before; undefined for its first snapshot. */
  readonly was?: FleetRow;
  readonly receivedAt: string;
  /** When the machine was last seen in the state before; undefined for its first snapshot. */
  readonly previousSeen?: string;
  /** None for the first snapshot: all of it is new. */
  readonly changes: readonly Change[];
  /** The packages, where they are others than before. */
  readonly packages?: readonly AnyRow[];
}

/** What can be read of a history; the rest of a store does not matter here. */
export type HistoryReader = Pick<StoreReader, 'timeline' | 'identities' | 'rows'>;

/** Reads the past of one machine after the other. Content that is lost counts as unchanged. */
export class PastReader {
  readonly #reader: HistoryReader;
  readonly #cache: RowCache;

  constructor(reader: HistoryReader, cache = new RowCache()) {
    this.#reader = reader;
    this.#cache = cache;
  }

  /**
   * The snapshots of a machine that were kept after one of them, oldest first. One that arrived late changes what
   * followed it, too: then all of them.
   */
  async of(id: string, after = 0): Promise<readonly Past[]> {
    const heads = await this.#reader.timeline(id);
    const isLate = heads.slice(heads.findIndex(({ seq }) => seq > after)).some(({ seq }) => seq <= after);
    return this.#after(id, heads, isLate ? 0 : after);
  }

  async #after(id: string, heads: readonly SnapshotHead[], after: number): Promise<readonly Past[]> {
    const identities = await this.#reader.identities(id);
    const start = heads.findIndex(({ seq }) => seq > after);
    const pasts: Past[] = [];
    let known: RowSource | undefined;
    for (let at = Math.max(0, start - 1); at < heads.length && start >= 0; at++) {
      const [before, head, identity] = [heads[at - 1], heads[at], identities[at]];
      if (!head || !identity) continue;
      const facts = await this.#facts(id, head, known ? movedSections(before, head) : sectionNames);
      const former = known;
      known = sourceOf(identity, head, { ...factsHeld(former, head), ...facts }, heads[0] ?? head);
      if (at >= start) pasts.push(await this.#past({ identity, before, head, former, known }));
    }
    return pasts;
  }

  async #past({ identity, before, head, former, known }: Step): Promise<Past> {
    const moved = movedSections(before, head);
    const packages = moved.includes('softwares')
      ? await this.#cache.rows(this.#reader, identity.id, head, 'softwares')
      : packagesWithout(before, head);
    return {
      row: fleetRow(known),
      ...(former && { was: fleetRow(former) }),
      receivedAt: head.receivedAt,
      ...present({ previousSeen: former && later(former.lastSeen, head.previousSeen ?? '') }),
      ...(packages && { packages }),
      changes: before ? await this.#changes(identity, before, head) : [],
    };
  }

  async #facts(id: string, head: SnapshotHead, sections: readonly SectionName[]): Promise<RowSource['facts']> {
    const facts: { [N in SectionName]?: RowFacts } = {};
    for (const name of factSections.filter((one) => sections.includes(one) && head.sections[one])) {
      const rows = await this.#cache.rows(this.#reader, id, head, name);
      const told = rows && rowFacts(name, rows);
      if (told) facts[name] = told;
    }
    return facts;
  }

  /** A section that one of the two never had is news of the agent, not of the machine. */
  async #changes({ id, name }: MachineIdentity, before: SnapshotHead, head: SnapshotHead): Promise<readonly Change[]> {
    const changes: Change[] = [];
    for (const section of movedSections(before, head).filter((moved) => before.sections[moved])) {
      const left = await this.#cache.rows(this.#reader, id, before, section);
      const right = await this.#cache.rows(this.#reader, id, head, section);
      const rows = left && right ? this.#cache.changes(section, left, right) : [];
      const places = { from: { seq: before.seq }, to: { seq: head.seq } };
      for (const change of rows) changes.push({ at: head.at, machine: { id, name }, section, ...change, ...places });
    }
    return changes;
  }
}

interface Step {
  readonly identity: MachineIdentity;
  readonly before: SnapshotHead | undefined;
  readonly head: SnapshotHead;
  readonly former: RowSource | undefined;
  readonly known: RowSource;
}

function movedSections(before: SnapshotHead | undefined, head: SnapshotHead): readonly SectionName[] {
  return sectionNames.filter((name) => head.sections[name] && head.sections[name] !== before?.sections[name]);
}

/** What a state that arrived late knew is not known of one after it that was kept before, and lacks the section. */
function factsHeld(former: RowSource | undefined, { sections }: SnapshotHead): RowSource['facts'] {
  return Object.fromEntries(Object.entries(former?.facts ?? {}).filter(([name]) => name in sections));
}

/** None where only the snapshot before has packages; undefined where nothing is said of them. */
function packagesWithout(before: SnapshotHead | undefined, { sections }: SnapshotHead): readonly AnyRow[] | undefined {
  return before?.sections.softwares && !sections.softwares ? NO_ROWS : undefined;
}

const NO_ROWS: readonly AnyRow[] = [];

/** How well its sections were known is told of the newest state only. */
function sourceOf(
  identity: MachineIdentity,
  { seq, at, receivedAt, agent }: SnapshotHead,
  facts: RowSource['facts'],
  first: SnapshotHead,
): RowSource {
  const firstSeen = earlier(first.at, first.receivedAt);
  return { ...identity, seq, agent, facts, firstSeen, lastSeen: earlier(at, receivedAt), changedAt: at, sections: {} };
}

function earlier(a: string, b: string): string {
  return Date.parse(b) < Date.parse(a) ? b : a;
}
