import { ParcoursError } from '../../../model/errors.ts';

/** The pages of a database, counted from 1, with those of its write-ahead log in place of older ones. */
export interface Pages {
  readonly usable: number;
  get(number: number): Buffer;
}

const MAGIC = 'SQLite format 3\0';

/** Throws where the file is no database. */
export function pagesOf(database: Buffer, log: Buffer | undefined): Pages {
  if (database.toString('latin1', 0, 16) !== MAGIC) throw new ParcoursError('bad-input', 'no SQLite database');
  const stored = database.readUInt16BE(16);
  const size = stored === 1 ? 65536 : stored;
  const written = log ? loggedPages(log, size) : new Map<number, Buffer>();
  return {
    usable: size - database.readUInt8(20),
    get(number) {
      const page = written.get(number) ?? database.subarray((number - 1) * size, number * size);
      if (page.length < size) throw new ParcoursError('bad-input', `SQLite page ${number} is missing`);
      return page;
    },
  };
}

const LOG_HEADER = 32;
const FRAME_HEADER = 24;

/** Pages of the write-ahead log up to its last commit; frames of an older round have another salt. */
function loggedPages(log: Buffer, size: number): ReadonlyMap<number, Buffer> {
  const committed = new Map<number, Buffer>();
  const pending = new Map<number, Buffer>();
  const salt = log.subarray(16, 24);
  for (let at = LOG_HEADER; at + FRAME_HEADER + size <= log.length; at += FRAME_HEADER + size) {
    if (!log.subarray(at + 8, at + 16).equals(salt)) break;
    pending.set(log.readUInt32BE(at), log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + size));
    if (log.readUInt32BE(at + 4) === 0) continue;
    for (const [number, page] of pending) committed.set(number, page);
    pending.clear();
  }
  return committed;
}
