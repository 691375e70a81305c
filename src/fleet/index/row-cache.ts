import { diffSection } from '../../delta/delta.ts';
import type { RowChange } from '../../delta/types.ts';
import type { SectionName } from '../../model/catalogue.ts';
import type { AnyRow } from '../../model/descriptor.ts';
import { unlessDamaged } from '../../model/errors.ts';
import type { SnapshotHead, StoreReader } from '../../store/store.ts';

type Rows = readonly AnyRow[];

/** Rows and differences as they are asked for one machine after the other: what machines of one room share is read once. */
export class RowCache {
  /** By section and digest, the newest use last. */
  readonly #rows = new Map<string, Rows>();
  readonly #texts = new WeakMap<Rows, readonly string[]>();
  readonly #changes = new WeakMap<Rows, WeakMap<Rows, readonly RowChange[]>>();

  /** Undefined where the snapshot has no such section, or where it is lost. */
  async rows(
    reader: Pick<StoreReader, 'rows'>,
    id: string,
    { seq, sections }: SnapshotHead,
    section: SectionName,
  ): Promise<Rows | undefined> {
    const key = `${section} ${sections[section]}`;
    const rows = this.#rows.get(key) ?? (await unlessDamaged(reader.rows(id, seq, section)));
    this.#rows.delete(key);
    if (rows) this.#rows.set(key, rows);
    for (const [oldest] of this.#rows) if (this.#rows.size > KEPT) this.#rows.delete(oldest);
    return rows;
  }

  changes(section: SectionName, before: Rows, after: Rows): readonly RowChange[] {
    const known = this.#changes.get(before) ?? new WeakMap<Rows, readonly RowChange[]>();
    const changes = known.get(after) ?? this.#diff(section, before, after);
    this.#changes.set(before, known.set(after, changes));
    return changes;
  }

  /** Stored rows that are equal are equal as texts, and have no part in what differs. */
  #diff(section: SectionName, before: Rows, after: Rows): readonly RowChange[] {
    const [left, right] = [this.#textsOf(before), this.#textsOf(after)];
    return diffSection(section, without(before, left, right), without(after, right, left)).changes;
  }

  #textsOf(rows: Rows): readonly string[] {
    const texts = this.#texts.get(rows) ?? rows.map((row) => JSON.stringify(row));
    this.#texts.set(rows, texts);
    return texts;
  }
}

/** The rows whose text the other side does not have as often. */
function without(rows: Rows, texts: readonly string[], others: readonly string[]): Rows {
  const left = new Map<string, number>();
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
  return rows.filter((_, at) => {
    const count = left.get(texts[at] ?? '') ?? 0;
    left.set(texts[at] ?? '', count - 1);
    return count <= 0;
  });
}

/** Lists of a thousand packages take some hundred kilobytes each. */
const KEPT = 128;
