import { diffSection } from '../../delta/delta.ts';
import type { RowChange } from '../../delta/types.ts';
import type { SectionName } from '../../model/catalogue.ts';
import type { AnyRow } from '../../model/descriptor.ts';
import { unlessDamaged } from '../../model/errors.ts';
import type { SnapshotHead, StoreReader } from '../../store/store.ts';

type Rows = readonly AnyRow[];

/** Rows and differences as they are asked for one machine after the other: what machines of one room share is read once. */
export class RowCache {
  readonly #reader: Pick<StoreReader, 'rows'>;
  /** By section and digest, the newest use last. */
  readonly #rows = new Map<string, Rows>();
  readonly #changes = new WeakMap<Rows, WeakMap<Rows, readonly RowChange[]>>();

  constructor(reader: Pick<StoreReader, 'rows'>) {
    this.#reader = reader;
  }

  /** Undefined where the snapshot has no such section, or where it is lost. */
  async rows(id: string, { seq, sections }: SnapshotHead, section: SectionName): Promise<Rows | undefined> {
    const key = `${section} ${sections[section]}`;
    const rows = this.#rows.get(key) ?? (await unlessDamaged(this.#reader.rows(id, seq, section)));
    this.#rows.delete(key);
    if (rows) this.#rows.set(key, rows);
    for (const [oldest] of this.#rows) if (this.#rows.size > KEPT) this.#rows.delete(oldest);
    return rows;
  }

  changes(section: SectionName, before: Rows, after: Rows): readonly RowChange[] {
    const known = this.#changes.get(before) ?? new WeakMap<Rows, readonly RowChange[]>();
    const changes = known.get(after) ?? diffSection(section, before, after).changes;
    this.#changes.set(before, known.set(after, changes));
    return changes;
  }
}

/** Lists of a thousand packages take some hundred kilobytes each. */
const KEPT = 256;
