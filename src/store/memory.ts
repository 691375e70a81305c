import type { Digest } from '../model/canonical.ts';
import type { SectionName } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import { ParcoursError } from '../model/errors.ts';
import { compareTexts } from '../model/order.ts';
import { collectedContents, textOf } from './content.ts';
import { fleetRow } from './facts.ts';
import { findStored, type HistoryLine, identitiesIn, snapshotHeads } from './history.ts';
import { insertLate, isLate } from './late.ts';
import { KeyedQueue } from './queue.ts';
import { type Advance, advance, digestsOf, withAccount } from './state.ts';
import type {
  Baseline,
  FleetRow,
  MachineIdentity,
  MachineRecord,
  SaveRequest,
  SaveResult,
  SnapshotHead,
  StoreWriter,
} from './store.ts';

/** The store without a disk, for tests and for what is looked at once. */
export function memoryStore(): StoreWriter {
  return new MemoryStore();
}

class MemoryStore implements StoreWriter {
  readonly #records = new Map<string, MachineRecord>();
  readonly #lines = new Map<string, HistoryLine[]>();
  readonly #blobs = new Map<Digest, string>();
  readonly #baselines = new Map<string, Baseline>();
  readonly #work = new KeyedQueue();
  readonly #watchers = new Set<() => void>();

  async fleet(): Promise<readonly FleetRow[]> {
    return [...this.#records.values()].map(fleetRow);
  }

  async machine(id: string): Promise<MachineRecord | undefined> {
    return this.#records.get(id);
  }

  async resolve(idOrAlias: string): Promise<string | undefined> {
    if (this.#records.has(idOrAlias)) return idOrAlias;
    return [...this.#records.values()].find(({ aliases }) => aliases.includes(idOrAlias))?.id;
  }

  async timeline(id: string): Promise<readonly SnapshotHead[]> {
    return snapshotHeads(this.#lines.get(id) ?? []);
  }

  async identities(id: string): Promise<readonly MachineIdentity[]> {
    return identitiesIn(this.#lines.get(id) ?? []);
  }

  async rows(id: string, seq: number, section: SectionName): Promise<readonly AnyRow[] | undefined> {
    const stored = findStored(this.#lines.get(id) ?? [], seq, section);
    if (!stored) return undefined;
    return 'blob' in stored ? JSON.parse(this.#blobs.get(stored.digest) ?? '[]') : stored.rows;
  }

  async baselines(): Promise<readonly Baseline[]> {
    return [...this.#baselines.values()].sort((a, b) => compareTexts(a.name, b.name));
  }

  watch(changed: () => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  exclusive<T>(id: string, work: () => Promise<T>): Promise<T> {
    return this.#work.run(id, work);
  }

  async save(request: SaveRequest): Promise<SaveResult> {
    const contents = await collectedContents(request);
    const known = this.#records.get(request.id);
    const advanced = isLate(known, request)
      ? insertLate(known, await this.timeline(request.id), request, contents)
      : advance(known, request, contents);
    const { record, lines = [], seq = record.seq } = this.#keep(advanced);
    const digests = digestsOf(record.sections);
    return { outcome: lines.length > 0 ? 'stored' : 'same', id: record.id, seq, digests };
  }

  async setAccount(id: string, values: MachineRecord['account']): Promise<void> {
    const record = this.#records.get(id);
    if (!record) throw new ParcoursError('not-found', `No machine has the id ${id}`);
    this.#keep({ record: withAccount(record, values) });
  }

  async setBaseline(baseline: Baseline): Promise<void> {
    this.#baselines.set(baseline.name, baseline);
    this.#tell();
  }

  async flush(): Promise<void> {}

  async close(): Promise<void> {
    await this.#work.idle();
  }

  /** Through JSON, as on disk: a test must not pass here and fail there. */
  #keep(written: Advance): Advance {
    const { record, lines = [] }: Advance = JSON.parse(
      JSON.stringify({ record: written.record, lines: written.lines }),
    );
    this.#records.set(record.id, record);
    this.#lines.set(record.id, [...(this.#lines.get(record.id) ?? []), ...lines]);
    for (const content of written.blobs ?? []) this.#blobs.set(content.digest, textOf(content));
    this.#tell();
    return written;
  }

  #tell(): void {
    for (const changed of this.#watchers) changed();
  }
}
