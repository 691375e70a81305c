import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { parseKeyValues } from '../sources/key-values.ts';
import { localTime } from '../sources/local-time.ts';
import { allowed, readAllowed } from '../sources/text.ts';
import { parseUtmp } from '../sources/utmp.ts';

/** Who is logged in, and who was last. */
export const linuxLogins: Collector<'hardware'> = {
  name: 'linux/logins',
  section: 'hardware',
  platforms: ['linux'],
  async collect(host) {
    const last = parseUtmp((await allowed(host.read('/var/log/wtmp'))) ?? new Uint8Array()).at(-1);
    const row = present({
      users: await loggedInUsers(host),
      lastUser: last?.user,
      lastLogin: last && localTime(host, last.at),
    });
    return { rows: [row] };
  },
};

/** From /run/utmp; systems that gave it up leave the sessions to systemd-logind. Undefined where there is neither. */
export async function loggedInUsers(host: Host): Promise<readonly string[] | undefined> {
  const utmp = await allowed(host.read('/run/utmp'));
  const users = utmp ? parseUtmp(utmp).map(({ user }) => user) : await sessionUsers(host);
  return users && [...new Set(users)].sort();
}

async function sessionUsers(host: Host): Promise<readonly string[] | undefined> {
  const folder = '/run/systemd/sessions';
  const names = await allowed(host.list(folder));
  if (!names) return undefined;
  const texts = await Promise.all(names.map((name) => readAllowed(host, `${folder}/${name}`)));
  const sessions = texts.map((text) => parseKeyValues(text ?? ''));
  return sessions.filter((session) => session.get('CLASS') === 'user').flatMap((session) => session.get('USER') ?? []);
}
