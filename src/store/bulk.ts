import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Digest } from '../model/canonical.ts';
import type { SectionName } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import { type Content, contentOf, stableNames, textOf } from './content.ts';
import { writeFailure } from './durable.ts';
import { findStored, type HistoryLine, identitiesIn, snapshotHeads } from './history.ts';
import { type Entries, entryOf, type IndexEntry, writeIndex } from './index.ts';
import {
  blobPath,
  FILE_MODE,
  FOLDER_MODE,
  fileKey,
  historyPath,
  type Layout,
  layoutOf,
  machinePath,
} from './layout.ts';
import { prepareStore } from './settings.ts';
import { stampOf } from './stamp.ts';
import { advance, digestsOf } from './state.ts';
import type { MachineRecord, MachineStore, SaveRequest, SaveResult, StoreReader } from './store.ts';

/**
 * Fills a new store with whole histories, each file written once. Nothing is synced: what is made here can be made
 * again. The files say that they were written when their machine was last heard of, so that equal fleets are equal.
 */
export class BulkStore {
  readonly #layout: Layout;
  readonly #contents = new ContentCache();
  readonly #written = new Set<Digest>();
  readonly #entries = new Map<Digest, IndexEntry>();
  #newest = 0;

  constructor(dir: string) {
    this.#layout = layoutOf(dir);
  }

  /** Makes the folders. */
  async open(): Promise<void> {
    await prepareStore(this.#layout);
  }

  /** A machine that nobody knows yet; it takes one inventory after the other, and is then kept by `keep`. */
  machine(): BulkMachine {
    return new BulkMachine(this.#contents);
  }

  async keep({ record, lines, blobs }: BulkMachine): Promise<void> {
    if (!record) return;
    try {
      for (const content of blobs) await this.#writeBlob(content);
      await this.#writeMachine(record, lines);
    } catch (error) {
      throw writeFailure(this.#layout.root, error);
    }
  }

  /** The list of the fleet, as readers take it. */
  async writeFleet(): Promise<void> {
    await utimes(this.#layout.machines, this.#newest, this.#newest);
    const entries: Entries = this.#entries;
    await writeIndex(this.#layout, entries, await stampOf(this.#layout.machines));
  }

  async #writeBlob(content: Content): Promise<void> {
    if (this.#written.has(content.digest)) return;
    this.#written.add(content.digest);
    const path = blobPath(this.#layout, content.digest);
    await mkdir(dirname(path), { recursive: true, mode: FOLDER_MODE });
    await writeFile(path, deflateSync(Buffer.concat(content.pieces)), { mode: FILE_MODE });
  }

  async #writeMachine(record: MachineRecord, lines: readonly HistoryLine[]): Promise<void> {
    const key = fileKey(record.id);
    const seconds = Math.floor(Date.parse(record.lastSeen) / 1000);
    this.#newest = Math.max(this.#newest, seconds + 60);
    const [history, machine] = [historyPath(this.#layout, key), machinePath(this.#layout, key)];
    await writeFile(history, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: FILE_MODE });
    await writeFile(machine, JSON.stringify(record), { mode: FILE_MODE });
    // A machine file that is not newer than the history is looked at when the store is opened.
    await utimes(history, seconds, seconds);
    await utimes(machine, seconds + 30, seconds + 30);
    this.#entries.set(key, await entryOf(this.#layout, key, record));
  }
}

/** What an inventory of one machine is saved to, and read back from. */
export class BulkMachine implements MachineStore, Pick<StoreReader, 'identities'> {
  record: MachineRecord | undefined;
  readonly lines: HistoryLine[] = [];
  readonly #blobs = new Map<Digest, Content>();
  readonly #contents: ContentCache;

  constructor(contents: ContentCache) {
    this.#contents = contents;
  }

  get blobs(): readonly Content[] {
    return [...this.#blobs.values()];
  }

  async resolve(id: string): Promise<string | undefined> {
    return this.record && [this.record.id, ...this.record.aliases].includes(id) ? this.record.id : undefined;
  }

  exclusive<T>(_id: string, work: () => Promise<T>): Promise<T> {
    return work();
  }

  async machine(): Promise<MachineRecord | undefined> {
    return this.record;
  }

  async timeline() {
    return snapshotHeads(this.lines);
  }

  async identities() {
    return identitiesIn(this.lines);
  }

  async rows(_id: string, seq: number, section: SectionName): Promise<readonly AnyRow[] | undefined> {
    const stored = findStored(this.lines, seq, section);
    if (!stored || 'rows' in stored) return stored?.rows;
    const content = this.#blobs.get(stored.digest);
    return content && this.#contents.rowsOf(content);
  }

  async save(request: SaveRequest): Promise<SaveResult> {
    const {
      record,
      lines = [],
      blobs = [],
      seq = record.seq,
    } = advance(this.record, request, await this.#contents.of(request));
    this.record = record;
    this.lines.push(...lines);
    for (const content of blobs) this.#blobs.set(content.digest, content);
    const digests = digestsOf(record.sections);
    return { outcome: lines.length > 0 ? 'stored' : 'same', id: record.id, seq, digests };
  }
}

/** Content of rows that come again: those of a machine whose week was quiet, and those of machines of one room. */
class ContentCache {
  readonly #contents = new WeakMap<readonly AnyRow[], Content>();
  readonly #rows = new WeakMap<Content, readonly AnyRow[]>();

  async of({ sections }: SaveRequest): Promise<readonly Content[]> {
    const contents: Content[] = [];
    for (const name of stableNames) {
      const rows = sections[name]?.rows;
      if (rows) contents.push(await this.#contentOf(name, rows));
    }
    return contents;
  }

  /** As they will be read. */
  rowsOf(content: Content): readonly AnyRow[] {
    const rows: readonly AnyRow[] = this.#rows.get(content) ?? JSON.parse(textOf(content));
    this.#rows.set(content, rows);
    return rows;
  }

  /** The same rows are always of the same section. */
  async #contentOf(name: SectionName, rows: readonly AnyRow[]): Promise<Content> {
    const content = this.#contents.get(rows) ?? (await contentOf(name, rows));
    this.#contents.set(rows, content);
    return content;
  }
}
