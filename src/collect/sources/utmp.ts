/** A login on record: utmp(5), the 384-byte records that x86-64, arm64 and most other Linux machines write. */
export interface Login {
  readonly user: string;
  readonly line: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

const RECORD = 384;
const USER_PROCESS = 7;

/** The logins of people, oldest first; boots, logouts and terminals waiting for a login are left out. */
export function parseUtmp(bytes: Uint8Array): readonly Login[] {
  const buffer = bufferOf(bytes);
  const records = Array.from({ length: Math.floor(buffer.length / RECORD) }, (_, at) => loginAt(buffer, at * RECORD));
  return records.filter((login) => login !== undefined);
}

/** The newest of them: wtmp keeps the logins of months. */
export function lastLoginIn(bytes: Uint8Array): Login | undefined {
  const buffer = bufferOf(bytes);
  for (let at = Math.floor(buffer.length / RECORD) - 1; at >= 0; at--) {
    const login = loginAt(buffer, at * RECORD);
    if (login) return login;
  }
  return undefined;
}

const LASTLOG_RECORD = 292;

/** When a user was last here, by its number: lastlog(8), records of 4 bytes of time and the place. 0 is never. */
export function parseLastlog(bytes: Uint8Array, uid: number): number | undefined {
  const offset = uid * LASTLOG_RECORD;
  if (offset + LASTLOG_RECORD > bytes.length) return undefined;
  return bufferOf(bytes).readInt32LE(offset) * 1000 || undefined;
}

function loginAt(buffer: Buffer, offset: number): Login | undefined {
  if (buffer.readInt16LE(offset) !== USER_PROCESS) return undefined;
  const user = text(buffer, offset + 44, 32);
  return user ? { user, line: text(buffer, offset + 8, 32), at: buffer.readInt32LE(offset + 340) * 1000 } : undefined;
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function text(buffer: Buffer, start: number, length: number): string {
  const field = buffer.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}
