import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { localTime } from '../sources/local-time.ts';
import { readSettings } from '../sources/plist.ts';
import { allowed } from '../sources/text.ts';
import { parseUtmpx, type Session } from '../sources/utmpx.ts';
import { text } from '../sources/values.ts';

/** Who is logged in. */
export const macosUsers: Collector<'users'> = {
  name: 'macos/users',
  section: 'users',
  platforms: ['darwin'],
  async collect(host) {
    const sessions = await readSessions(host);
    return sessions && { rows: usersOf(sessions).map((login) => ({ login })) };
  },
};

/** The same as OCS agents tell it, and who was last. */
export const macosLogins: Collector<'hardware'> = {
  name: 'macos/logins',
  section: 'hardware',
  platforms: ['darwin'],
  async collect(host) {
    const sessions = (await readSessions(host)) ?? [];
    const newest = sessions.toSorted((a, b) => b.at - a.at);
    // Of a session that is over the record tells the end.
    const last = newest.find(({ open }) => open);
    const noted = last ? undefined : text((await readSettings(host, LOGIN_WINDOW))['lastUserName']);
    const row = present({
      users: sessions.length > 0 ? usersOf(sessions) : undefined,
      lastUser: last?.user ?? newest[0]?.user ?? noted,
      lastLogin: last && localTime(host, last.at),
    });
    return { rows: [row] };
  },
};

const SESSIONS = '/private/var/run/utmpx';
const LOGIN_WINDOW = '/Library/Preferences/com.apple.loginwindow.plist';

async function readSessions(host: Host): Promise<readonly Session[] | undefined> {
  // On a disk at rest it is what it was when the machine stopped.
  const bytes = host.facts.offline ? undefined : await allowed(host.read(SESSIONS));
  return bytes && parseUtmpx(bytes);
}

function usersOf(sessions: readonly Session[]): readonly string[] {
  return [...new Set(sessions.filter(({ open }) => open).map(({ user }) => user))].sort();
}
