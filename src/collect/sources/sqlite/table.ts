import { ParcoursError } from '../../../model/errors.ts';
import { type Pages, pagesOf } from './pages.ts';
import { recordValues, type SqliteValue, varint } from './record.ts';

export type SqliteRow = Readonly<Record<string, SqliteValue>>;

/**
 * The rows of one table of an SQLite 3 database, last written first: the file as sqlite.org/fileformat2.html tells it,
 * with the pages of its write-ahead log over it. Throws where the file is none, or damaged.
 */
export function* readSqliteTable(database: Uint8Array, table: string, log?: Uint8Array): Generator<SqliteRow> {
  const pages = pagesOf(bufferOf(database), log && bufferOf(log));
  for (const { values } of rowsBackwards(pages, 1)) {
    const [type, name, , root, sql] = values;
    if (type !== 'table' || String(name).toLowerCase() !== table.toLowerCase()) continue;
    const columns = columnsIn(String(sql));
    for (const row of rowsBackwards(pages, Number(root))) yield named(columns, row);
    return;
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

interface Column {
  readonly name: string;
  /** It stands for the number of the row, and is stored as null. */
  readonly isRowId: boolean;
}

/** `CREATE TABLE name(ID INTEGER PRIMARY KEY, User TEXT NOT NULL, …)`: for tables whose types hold no commas. */
function columnsIn(sql: string): readonly Column[] {
  const [, inner = ''] = /\(([\s\S]*)\)/.exec(sql) ?? [];
  return inner.split(',').map((definition) => {
    const [, name = ''] = /^\s*["'`[]?(\w+)/.exec(definition) ?? [];
    return { name, isRowId: /\binteger\s+primary\s+key\b/i.test(definition) };
  });
}

function named(columns: readonly Column[], { rowId, values }: StoredRow): SqliteRow {
  return Object.fromEntries(columns.map(({ name, isRowId }, at) => [name, isRowId ? rowId : (values[at] ?? null)]));
}

interface StoredRow {
  readonly rowId: number;
  readonly values: readonly SqliteValue[];
}

const INTERIOR = 5;
const LEAF = 13;

/** A table B-tree from its right end. The first page begins with the header of the file. */
function* rowsBackwards(pages: Pages, root: number, seen = new Set<number>()): Generator<StoredRow> {
  if (seen.has(root)) throw new ParcoursError('bad-input', 'SQLite pages go round in circles');
  seen.add(root);
  const page = pages.get(root);
  const head = root === 1 ? 100 : 0;
  const kind = page.readUInt8(head);
  if (kind !== INTERIOR && kind !== LEAF) throw new ParcoursError('bad-input', `SQLite page ${root} is of no table`);
  if (kind === INTERIOR) yield* rowsBackwards(pages, page.readUInt32BE(head + 8), seen);
  const cells = head + (kind === INTERIOR ? 12 : 8);
  for (let cell = page.readUInt16BE(head + 3) - 1; cell >= 0; cell--) {
    const at = page.readUInt16BE(cells + cell * 2);
    if (kind === LEAF) yield leafRow(pages, page, at);
    else yield* rowsBackwards(pages, page.readUInt32BE(at), seen);
  }
}

function leafRow(pages: Pages, page: Buffer, at: number): StoredRow {
  const [size, afterSize] = varint(page, at);
  const [rowId, start] = varint(page, afterSize);
  return { rowId, values: recordValues(payload(pages, page, start, size)) };
}

/** What does not fit into the page goes on in a chain of others. */
function payload(pages: Pages, page: Buffer, start: number, size: number): Buffer {
  const { usable } = pages;
  const most = usable - 35;
  if (size <= most) return page.subarray(start, start + size);
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const ideal = least + ((size - least) % (usable - 4));
  const here = ideal <= most ? ideal : least;
  const parts = [page.subarray(start, start + here)];
  let next = page.readUInt32BE(start + here);
  for (let left = size - here; left > 0 && next !== 0; left -= usable - 4) {
    const more = pages.get(next);
    parts.push(more.subarray(4, 4 + Math.min(left, usable - 4)));
    next = more.readUInt32BE(0);
  }
  return Buffer.concat(parts);
}
