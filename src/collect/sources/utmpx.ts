/** A session on record in /var/run/utmpx of macOS: utmpx(5), records of 628 bytes. */
export interface Session {
  readonly user: string;
  /** `console`, `ttys001`. */
  readonly line: string;
  /** When it began, or, of one that is over, ended; milliseconds since 1970. */
  readonly at: number;
  readonly open: boolean;
}

const RECORD = 628;
const USER_PROCESS = 7;
const DEAD_PROCESS = 8;

/** In the order of the file; its header, boots and clock changes are left out. */
export function parseUtmpx(bytes: Uint8Array): readonly Session[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = Math.floor(buffer.length / RECORD);
  return Array.from({ length: count }, (_, at) => sessionAt(buffer.subarray(at * RECORD, (at + 1) * RECORD))).filter(
    (session) => session !== undefined,
  );
}

/** Name, four bytes of id, line, process, kind, and the time in seconds and microseconds. */
function sessionAt(record: Buffer): Session | undefined {
  const kind = record.readInt16LE(296);
  const user = text(record, 0, 256);
  if (!user || (kind !== USER_PROCESS && kind !== DEAD_PROCESS)) return undefined;
  return { user, line: text(record, 260, 32), at: record.readInt32LE(300) * 1000, open: kind === USER_PROCESS };
}

function text(record: Buffer, start: number, length: number): string {
  const field = record.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}
