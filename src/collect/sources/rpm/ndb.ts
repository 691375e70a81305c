import { ParcoursError } from '../../../model/errors.ts';

const FILE_MAGIC = 'RpmP';
const SLOT_MAGIC = 'Slot';
const BLOB_MAGIC = 'BlbS';
const PAGE = 4096;
const HEADER = 32;
const SLOT = 16;
const BLOCK = 16;
const BLOB_HEADER = 16;

/**
 * The headers in a `Packages.db` of openSUSE, rpm's own format (lib/backend/ndb/rpmpkg.c), all numbers little-endian:
 * pages of slots, each with the number of a package and the block at which its header begins. Fails with `bad-input`
 * where it is none.
 */
export function* ndbHeaders(file: Buffer): Generator<Buffer> {
  if (file.length < PAGE || file.toString('latin1', 0, 4) !== FILE_MAGIC || file.readUInt32LE(4) !== 0)
    throw new ParcoursError('bad-input', 'no package database of rpm');
  const end = Math.min(file.readUInt32LE(12) * PAGE, file.length);
  for (let at = HEADER; at + SLOT <= end; at += SLOT) {
    const isUsed = file.toString('latin1', at, at + 4) === SLOT_MAGIC && file.readUInt32LE(at + 4) !== 0;
    if (isUsed) yield headerAt(file, file.readUInt32LE(at + 8) * BLOCK, file.readUInt32LE(at + 4));
  }
}

function headerAt(file: Buffer, start: number, number: number): Buffer {
  const isThere = start + BLOB_HEADER <= file.length && file.toString('latin1', start, start + 4) === BLOB_MAGIC;
  const length = isThere && file.readUInt32LE(start + 4) === number ? file.readUInt32LE(start + 12) : 0;
  // One that is damaged is empty: the others still stand.
  return file.subarray(start + BLOB_HEADER, start + BLOB_HEADER + length);
}
