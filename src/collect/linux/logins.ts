import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { parseKeyValues } from '../sources/key-values.ts';
import { localTime } from '../sources/local-time.ts';
import { readLastLogin } from '../sources/login-records.ts';
import { allowed, readAllowed } from '../sources/text.ts';
import { parseUtmp } from '../sources/utmp.ts';

/** Who is logged in. */
export const linuxLogins: Collector<'hardware'> = {
  name: 'linux/logins',
  section: 'hardware',
  platforms: ['linux'],
  async collect(host) {
    return { rows: [present({ users: await loggedInUsers(host) })] };
  },
};

/** Who was last. */
export const linuxLastLogin: Collector<'hardware'> = {
  name: 'linux/last-login',
  section: 'hardware',
  platforms: ['linux'],
  async collect(host) {
    const last = await readLastLogin(host);
    return { rows: [present({ lastUser: last?.user, lastLogin: last && localTime(host, last.at) })] };
  },
};

/**
 * From /run/utmp and from systemd-logind: newer systems gave up the one, older ones have not the other, and not every
 * graphical login stands in both. Undefined where there is neither.
 */
export async function loggedInUsers(host: Host): Promise<readonly string[] | undefined> {
  const utmp = await allowed(host.read('/run/utmp'));
  const sessions = await sessionUsers(host);
  if (!utmp && !sessions) return undefined;
  const users = utmp ? parseUtmp(utmp).map(({ user }) => user) : [];
  return [...new Set([...users, ...(sessions ?? [])])].sort();
}

/** sd-login(3): sessions of people, also those being set up; `closing` is who has logged out. */
async function sessionUsers(host: Host): Promise<readonly string[] | undefined> {
  const folder = '/run/systemd/sessions';
  const names = await allowed(host.list(folder));
  if (!names) return undefined;
  const texts = await Promise.all(names.map((name) => readAllowed(host, `${folder}/${name}`)));
  const sessions = texts.map((text) => parseKeyValues(text ?? ''));
  const open = sessions.filter(
    (session) => /^user/.test(session.get('CLASS') ?? '') && session.get('STATE') !== 'closing',
  );
  return open.flatMap((session) => session.get('USER') ?? []);
}
