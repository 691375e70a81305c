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
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const logins: Login[] = [];
  for (let offset = 0; offset + RECORD <= buffer.length; offset += RECORD) {
    if (buffer.readInt16LE(offset) !== USER_PROCESS) continue;
    const user = text(buffer, offset + 44, 32);
    if (user) logins.push({ user, line: text(buffer, offset + 8, 32), at: buffer.readInt32LE(offset + 340) * 1000 });
  }
  return logins;
}

function text(buffer: Buffer, start: number, length: number): string {
  const field = buffer.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}
