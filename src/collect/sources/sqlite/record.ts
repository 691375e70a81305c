/** What a column holds; bigger integers than a number can count are as near as it can. */
export type SqliteValue = number | string | Uint8Array | null;

/** A row as it is stored: the kinds of its columns, then their values. */
export function recordValues(record: Buffer): readonly SqliteValue[] {
  const [headerSize, first] = varint(record, 0);
  const values: SqliteValue[] = [];
  let header = first;
  let body = headerSize;
  while (header < headerSize) {
    const [code, after] = varint(record, header);
    const length = lengthOf(code);
    values.push(columnValue(code, record.subarray(body, body + length)));
    header = after;
    body += length;
  }
  return values;
}

const LENGTHS = [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0];

function lengthOf(code: number): number {
  return LENGTHS[code] ?? (code - (code % 2 === 0 ? 12 : 13)) / 2;
}

function columnValue(code: number, bytes: Buffer): SqliteValue {
  if (code === 0) return null;
  if (code === 8 || code === 9) return code - 8;
  if (code === 7) return bytes.readDoubleBE(0);
  if (code === 6) return Number(bytes.readBigInt64BE(0));
  if (code < 6) return bytes.readIntBE(0, bytes.length);
  return code % 2 === 0 ? bytes : bytes.toString('utf8');
}

/** Seven bits a byte, the high bit set in all but the last; the ninth byte counts whole. */
export function varint(buffer: Buffer, start: number): readonly [value: number, after: number] {
  let value = 0n;
  for (let at = start; at < start + 8; at++) {
    const byte = buffer.readUInt8(at);
    value = (value << 7n) | BigInt(byte & 0x7f);
    if (byte < 0x80) return [Number(value), at + 1];
  }
  return [Number(BigInt.asIntN(64, (value << 8n) | BigInt(buffer.readUInt8(start + 8)))), start + 9];
}
