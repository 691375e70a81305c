import type { Digest } from '../model/canonical.ts';
import { ParcoursError, unlessDamaged } from '../model/errors.ts';
import { compareTexts } from '../model/order.ts';
import { writeBlob, writtenFolders } from './blobs.ts';
import { collectedContents } from './content.ts';
import { type Derived, nothingDerived } from './derived.ts';
import { sweepTemporaries } from './durable.ts';
import { appendLines } from './history.ts';
import { currentEntries, type Entries, entryOf, type IndexEntry, refreshed, writeIndex } from './index.ts';
import { insertLate, isLate } from './late.ts';
import { fileKey, historyPath, type Layout, layoutOf } from './layout.ts';
import { readMachine, writeMachine } from './machines.ts';
import { mend, mendAll } from './mend.ts';
import { KeyedQueue } from './queue.ts';
import { FileReader, fleetRows } from './reader.ts';
import { prepareStore, readSettings, writeSettings } from './settings.ts';
import { awaitSettledStamp } from './stamp.ts';
import { type Advance, advance, digestsOf, withAccount } from './state.ts';
import type { Baseline, FleetRow, MachineRecord, SaveRequest, SaveResult, StoreReader, StoreWriter } from './store.ts';

/** Opens a store to read it; a folder that is missing is an empty store. Fails where it is of a newer version. */
export async function openReader(dir: string): Promise<StoreReader> {
  const layout = layoutOf(dir);
  await unlessDamaged(readSettings(layout));
  return new FileReader(layout);
}

/**
 * Opens a store to write it, made where there is none; what a crash left half done is mended first.
 * Only `writer.ts` calls it outside tests: two writers at once would lose data.
 */
export async function openFiles(dir: string, derived: Derived = nothingDerived): Promise<StoreWriter> {
  const layout = layoutOf(dir);
  await prepareStore(layout);
  for (const folder of await writtenFolders(layout)) await sweepTemporaries(folder);
  await mendAll(layout);
  return new FileWriter(layout, await soundEntries(layout), derived);
}

/** The index is written this long after a save, in batches: it can always be rebuilt. */
const INDEX_DELAY_MILLISECONDS = 250;

/** What others derive waits longer: it is more work, and nobody needs it to be right. */
const DERIVED_DELAY_MILLISECONDS = 2000;

class FileWriter extends FileReader implements StoreWriter {
  readonly #saves = new KeyedQueue();
  readonly #work = new KeyedQueue();
  readonly #flushes = new KeyedQueue();
  readonly #entries: Map<Digest, IndexEntry>;
  /** Ids by alias. */
  readonly #aliases = new Map<string, string>();
  /** Machines of which a save failed half way: their files are made to agree before the next one. */
  readonly #halfSaved = new Set<Digest>();
  #savesBegun = 0;
  #indexedSaves = -1;
  #timer: NodeJS.Timeout | undefined;
  readonly #derived: Derived;
  #derivedTimer: NodeJS.Timeout | undefined;

  constructor(layout: Layout, entries: Entries, derived: Derived) {
    super(layout);
    this.#derived = derived;
    this.#derivedTimer = this.#scheduleDerived();
    this.#entries = new Map(entries);
    for (const { row } of entries.values()) this.#learnAliases(row);
  }

  override async fleet(): Promise<readonly FleetRow[]> {
    return fleetRows(this.#entries);
  }

  override async resolve(idOrAlias: string): Promise<string | undefined> {
    return this.#entries.has(fileKey(idOrAlias)) ? idOrAlias : this.#aliases.get(idOrAlias);
  }

  exclusive<T>(id: string, work: () => Promise<T>): Promise<T> {
    return this.#work.run(id, work);
  }

  async save(request: SaveRequest): Promise<SaveResult> {
    return this.#saves.run(request.id, async () => {
      const contents = await collectedContents(request);
      return this.#rewrite(request.id, async (known) =>
        isLate(known, request)
          ? insertLate(known, await this.timeline(request.id), request, contents)
          : advance(known, request, contents),
      );
    });
  }

  async setAccount(id: string, values: MachineRecord['account']): Promise<void> {
    await this.#saves.run(id, () =>
      this.#rewrite(id, async (known) => ({ record: withAccount(existing(id, known), values) })),
    );
  }

  async setBaseline(baseline: Baseline): Promise<void> {
    await this.#saves.run('', async () => {
      const settings = await prepareStore(this.layout);
      const others = settings.baselines.filter(({ name }) => name !== baseline.name);
      const baselines = [...others, baseline].sort((a, b) => compareTexts(a.name, b.name));
      await writeSettings(this.layout, { ...settings, baselines });
    });
  }

  flush(): Promise<void> {
    return this.#flushes.run('', () => this.#writeIndex());
  }

  async close(): Promise<void> {
    await this.#work.idle();
    await this.#saves.idle();
    await this.flush();
    await this.#derive(true);
  }

  /** Blobs, then the history line, then the machine file: whatever a crash leaves can be mended from the history. */
  async #rewrite(id: string, change: (known: MachineRecord | undefined) => Promise<Advance>): Promise<SaveResult> {
    const key = fileKey(id);
    this.#savesBegun++;
    const { record, lines = [], seq = record.seq, blobs } = await change(await this.#known(key));
    this.#halfSaved.add(key);
    await Promise.all((blobs ?? []).map((content) => writeBlob(this.layout, content)));
    if (lines.length > 0) await appendLines(historyPath(this.layout, key), lines);
    await writeMachine(this.layout, key, record);
    this.#halfSaved.delete(key);
    this.#entries.set(key, await entryOf(this.layout, key, record));
    this.#learnAliases(record);
    this.#timer ??= this.#scheduleIndex();
    this.#derivedTimer ??= this.#scheduleDerived();
    return { outcome: lines.length > 0 ? 'stored' : 'same', id, seq, digests: digestsOf(record.sections) };
  }

  async #known(key: Digest): Promise<MachineRecord | undefined> {
    const known = this.#halfSaved.has(key) ? undefined : await unlessDamaged(readMachine(this.layout, key));
    if (known) return known;
    await mend(this.layout, key);
    return readMachine(this.layout, key);
  }

  /** The index covers the folder of machine files only if nothing was saved while it was looked at. */
  async #writeIndex(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const begun = this.#savesBegun;
    if (this.#indexedSaves === begun) return;
    const quiet = this.#saves.isIdle;
    const stamp = await awaitSettledStamp(this.layout.machines);
    const covers = quiet && begun === this.#savesBegun ? stamp : undefined;
    await writeIndex(this.layout, this.#entries, covers);
    this.#indexedSaves = covers ? begun : -1;
  }

  #learnAliases({ id, aliases }: Pick<FleetRow, 'id' | 'aliases'>): void {
    for (const alias of aliases) this.#aliases.set(alias, id);
  }

  #derive(final: boolean): Promise<void> {
    clearTimeout(this.#derivedTimer);
    this.#derivedTimer = undefined;
    return this.#flushes.run('derived', async () => {
      const isWhole = await this.#derived.update(this, final);
      if (!isWhole && !final) this.#derivedTimer ??= this.#scheduleDerived();
    });
  }

  #scheduleDerived(): NodeJS.Timeout {
    return setTimeout(() => void this.#derive(false).catch(() => undefined), DERIVED_DELAY_MILLISECONDS).unref();
  }

  #scheduleIndex(): NodeJS.Timeout {
    // The index is rebuilt from the machine files by whoever finds it old, so a failure here costs nothing.
    return setTimeout(() => void this.flush().catch(() => undefined), INDEX_DELAY_MILLISECONDS).unref();
  }
}

/** Mends the machine files that turn out to be unreadable. */
async function soundEntries(layout: Layout): Promise<Entries> {
  const damaged: Digest[] = [];
  const entries = await currentEntries(layout, (key) => damaged.push(key));
  for (const key of damaged) await mend(layout, key);
  return damaged.length > 0 ? refreshed(layout, entries) : entries;
}

function existing(id: string, known: MachineRecord | undefined): MachineRecord {
  if (known) return known;
  throw new ParcoursError('not-found', `No machine has the id ${id}`);
}
