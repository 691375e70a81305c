import { join } from 'node:path';
import { compareTexts } from '../../model/order.ts';
import { makeFolder, writeDurably } from '../../store/durable.ts';
import { layoutOf } from '../../store/layout.ts';
import type { FleetRow } from '../../store/store.ts';
import { type LogSizes, logLines, monthOf } from './change-log.ts';
import { dayEntryOf } from './day-entries.ts';
import { dayOf } from './day-files.ts';
import { writeMarks } from './marks.ts';
import { PackageBuilder } from './package-builder.ts';
import { type HistoryReader, type Past, PastReader } from './past.ts';
import { removeIndex } from './remove.ts';
import { RowCache } from './row-cache.ts';
import { SortedTexts } from './sorted-texts.ts';
import { writeValues } from './values-file.ts';

/** Makes the index of a store anew from the histories of these machines: the same bytes as if it had always been kept. */
export async function buildIndex(dir: string, reader: HistoryReader, rows: readonly FleetRow[]): Promise<void> {
  const builder = new IndexBuilder();
  const pasts = new PastReader(reader);
  // Machines of one room have much in common, and names that begin alike.
  for (const { id } of [...rows].sort((a, b) => compareTexts(a.name, b.name))) builder.take(id, await pasts.of(id));
  await builder.write(dir);
}

/** An index that is gathered machine by machine, and written once. */
export class IndexBuilder {
  readonly #cache = new RowCache();
  readonly #log = new SortedTexts();
  readonly #days = new SortedTexts();
  readonly #packages = new PackageBuilder();
  readonly #machines: Record<string, number> = {};

  /** Takes the history of a machine from where it can be read. */
  async add(id: string, reader: HistoryReader): Promise<void> {
    this.take(id, await new PastReader(reader, this.#cache).of(id));
  }

  /** Takes all snapshots of a machine. */
  take(id: string, pasts: readonly Past[]): void {
    this.#machines[id] = Math.max(0, ...pasts.map(({ row }) => row.snapshots));
    for (const past of pasts) {
      const { row, receivedAt, changes } = past;
      const { changedAt, snapshots } = row;
      if (changes.length > 0) {
        this.#log.add(monthOf(changedAt), { time: receivedAt, id, seq: snapshots }, logLines([past]));
      }
      this.#days.add(dayOf(changedAt), { time: changedAt, id, seq: snapshots }, JSON.stringify(dayEntryOf(past)));
    }
    this.#packages.add(id, pasts);
  }

  async write(dir: string): Promise<void> {
    const { index } = layoutOf(dir);
    await removeIndex(index);
    const [changes, days] = [join(index, 'changes'), join(index, 'days')];
    for (const folder of [changes, days]) await makeFolder(folder);
    const sizes: Record<string, number> = {};
    for (const [month, lines] of this.#log.inOrder()) {
      const bytes = Buffer.concat(lines);
      await writeDurably(join(changes, `${month}.ndjson`), bytes);
      sizes[month] = bytes.length;
    }
    for (const [day, entries] of this.#days.inOrder()) {
      await writeDurably(join(days, `${day}.json`), `[${entries.join(',')}]`);
    }
    await writeValues(index, this.#packages.values());
    await writeMarks(index, { sizes: sizes satisfies LogSizes, machines: this.#machines });
  }
}
