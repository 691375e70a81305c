import type { SectionRow } from '../../model/catalogue.ts';
import type { Host } from '../../model/host.ts';
import { present } from '../../model/present.ts';
import type { Collector } from '../collector.ts';
import { parseColonFile } from '../sources/colon-file.ts';
import { localTime } from '../sources/local-time.ts';
import { readLastLogins } from '../sources/login-records.ts';
import { readText } from '../sources/text.ts';

/** Accounts of /etc/passwd, passwd(5). */
export const linuxLocalUsers: Collector<'localusers'> = {
  name: 'linux/local-users',
  section: 'localusers',
  platforms: ['linux'],
  async collect(host) {
    const text = await readText(host, '/etc/passwd');
    if (text === undefined) return undefined;
    const lines = parseColonFile(text, 7);
    const users = lines.map(([login = '', , uid]) => ({ login, uid: Number(uid) }));
    const lastLogins = await readLastLogins(host, users);
    return { rows: lines.map((line) => ({ ...userRow(line), ...lastLoginOf(host, lastLogins.get(line[0] ?? '')) })) };
  },
};

/** Groups of /etc/group, those without members too, group(5). */
export const linuxLocalGroups: Collector<'localgroups'> = {
  name: 'linux/local-groups',
  section: 'localgroups',
  platforms: ['linux'],
  async collect(host) {
    const text = await readText(host, '/etc/group');
    return text === undefined ? undefined : { rows: parseColonFile(text, 4).map(groupRow) };
  },
};

/** The comment holds the full name, then room and telephone numbers after commas. */
function userRow([login, , id, gid, comment, home, shell]: readonly string[]): SectionRow<'localusers'> {
  return present({ login, id, gid, name: comment?.split(',')[0]?.trim(), home, shell });
}

function lastLoginOf(host: Host, at: number | undefined): SectionRow<'localusers'> {
  return at === undefined ? {} : { lastLogin: localTime(host, at) };
}

function groupRow([name, , id, members = '']: readonly string[]): SectionRow<'localgroups'> {
  return present({ name, id, members: members.split(',').filter(Boolean) });
}
