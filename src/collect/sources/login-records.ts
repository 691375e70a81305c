import type { Host } from '../../model/host.ts';
import { readSqliteTable, type SqliteRow } from './sqlite/table.ts';
import { allowed } from './text.ts';
import { type Login, lastLoginIn, parseLastlog } from './utmp.ts';

/** The newest login on record: of wtmpdb, which took the place of wtmp, else of wtmp, else of lastlog2. */
export async function readLastLogin(host: Host): Promise<Login | undefined> {
  const wtmpdb = await newestOfWtmpdb(host);
  if (wtmpdb) return wtmpdb;
  const wtmp = await allowed(host.read('/var/log/wtmp'));
  return (wtmp && lastLoginIn(wtmp)) ?? newest(await readLastlog2(host));
}

/** When each user was last here, in milliseconds since 1970: lastlog2, else lastlog(8). */
export async function readLastLogins(
  host: Host,
  users: readonly { readonly login: string; readonly uid: number }[],
): Promise<ReadonlyMap<string, number>> {
  const newer = await readLastlog2(host);
  if (newer.length > 0) return new Map(newer.map(({ user, at }) => [user, at]));
  const lastlog = await smallFile(host, '/var/log/lastlog');
  const times = users.map(({ login, uid }) => [login, lastlog && parseLastlog(lastlog, uid)] as const);
  return new Map(times.flatMap(([login, at]) => (at === undefined ? [] : [[login, at] as const])));
}

const WTMPDB = '/var/lib/wtmpdb/wtmp.db';
const USER_PROCESS = 3;

/** Its times are in microseconds; its kinds of entries have numbers of their own. */
async function newestOfWtmpdb(host: Host): Promise<Login | undefined> {
  for (const { Type, User, TTY, Login } of await readTable(host, WTMPDB, 'wtmp')) {
    if (Type !== USER_PROCESS || typeof User !== 'string' || typeof Login !== 'number') continue;
    return { user: User, line: String(TTY ?? ''), at: Math.floor(Login / 1000) };
  }
  return undefined;
}

async function readLastlog2(host: Host): Promise<readonly Login[]> {
  const rows = [...(await readTable(host, '/var/lib/lastlog/lastlog2.db', 'Lastlog2'))];
  return rows.flatMap(({ Name, Time, TTY }) =>
    typeof Name === 'string' && typeof Time === 'number' && Time > 0
      ? [{ user: Name, line: String(TTY ?? ''), at: Time * 1000 }]
      : [],
  );
}

async function readTable(host: Host, path: string, table: string): Promise<Iterable<SqliteRow>> {
  const database = await allowed(host.read(path));
  if (!database?.length) return [];
  const log = await allowed(host.read(`${path}-wal`));
  return readSqliteTable(database, table, log?.length ? log : undefined);
}

function newest(logins: readonly Login[]): Login | undefined {
  return logins.toSorted((a, b) => b.at - a.at)[0];
}

const MAX_LASTLOG = 16 * 1024 * 1024;

/** One user with a number of thousands of millions makes lastlog a file of gigabytes, all of it holes. */
async function smallFile(host: Host, path: string): Promise<Uint8Array | undefined> {
  const size = (await host.stat(path))?.size ?? 0;
  return size > 0 && size <= MAX_LASTLOG ? allowed(host.read(path)) : undefined;
}
