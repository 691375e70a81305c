import { diffSection } from '../delta/delta.ts';
import { type DeltaSummary, summarise } from '../delta/summary.ts';
import type { SectionDelta } from '../delta/types.ts';
import { type SectionName, sectionNames } from '../model/catalogue.ts';
import { unlessDamaged } from '../model/errors.ts';
import { later } from '../store/state.ts';
import type { MachineRecord, SnapshotHead, StoreReader } from '../store/store.ts';
import type { TimelineEntry } from './fleet.ts';

/** Histories with what each snapshot changed. A snapshot never changes, so its summary is worked out once. */
export class TimelineReader {
  readonly #reader: StoreReader;
  readonly #summaries = new Map<string, DeltaSummary>();

  constructor(reader: StoreReader) {
    this.#reader = reader;
  }

  /** Oldest first. The first snapshot changes nothing: all of it is new. */
  async entries(record: MachineRecord): Promise<readonly TimelineEntry[]> {
    const heads = await this.#reader.timeline(record.id);
    const entries: TimelineEntry[] = [];
    for (const [i, head] of heads.entries()) {
      const { seq, digest, at, receivedAt, agent } = head;
      const changes = await this.#changes(record.id, heads[i - 1], head);
      const next = heads[i + 1];
      const lastSeen = next ? later(at, next.previousSeen ?? at) : record.lastSeen;
      entries.push({ seq, digest, at, receivedAt, lastSeen, agent, changes });
    }
    return entries;
  }

  async #changes(id: string, before: SnapshotHead | undefined, head: SnapshotHead): Promise<DeltaSummary> {
    const key = `${before?.digest} ${head.digest}`;
    const summary = this.#summaries.get(key) ?? summarise(before ? await this.#deltas(id, before, head) : []);
    this.#summaries.set(key, summary);
    return summary;
  }

  /** A section that one of the two never had is news of the agent, not of the machine. */
  async #deltas(id: string, before: SnapshotHead, head: SnapshotHead): Promise<readonly SectionDelta[]> {
    const moved = sectionNames.filter((name) => before.sections[name] && before.sections[name] !== head.sections[name]);
    const deltas = await Promise.all(moved.map((name) => this.#delta(id, before.seq, head.seq, name)));
    return deltas.filter(({ changes }) => changes.length > 0);
  }

  async #delta(id: string, before: number, after: number, name: SectionName): Promise<SectionDelta> {
    const [left, right] = await Promise.all([
      unlessDamaged(this.#reader.rows(id, before, name)),
      unlessDamaged(this.#reader.rows(id, after, name)),
    ]);
    return { name, changes: left && right ? diffSection(name, left, right).changes : [] };
  }
}
