import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linuxLocalUsers } from '../../../src/collect/linux/local-users.ts';
import { linuxLastLogin, linuxLogins, loggedInUsers } from '../../../src/collect/linux/logins.ts';
import { type FakeMachine, fakeHost } from '../fake-host.ts';

const fixture = (name: string) => readFileSync(`test/fixtures/logins/${name}`);

/** A record of utmp(5): kind at 0, terminal at 8, user at 44, seconds at 340. */
function record(kind: number, user: string, line: string, seconds: number): Buffer {
  const bytes = Buffer.alloc(384);
  bytes.writeInt16LE(kind, 0);
  bytes.write(line, 8);
  bytes.write(user, 44);
  bytes.writeInt32LE(seconds, 340);
  return bytes;
}

async function last(files: FakeMachine['files']) {
  return (await linuxLastLogin.collect(fakeHost({ files: files ?? {} })))?.rows[0];
}

describe('the last login', () => {
  const wtmp = Buffer.concat([
    record(2, 'reboot', '~', 1795400000),
    record(7, 'bob', 'tty1', 1795400100),
    record(7, 'ana', 'pts/0', 1795432100),
    record(8, '', 'pts/0', 1795433000),
  ]);

  it('is the newest of wtmp, not a logout', async () => {
    expect(await last({ '/var/log/wtmp': wtmp })).toEqual({ lastUser: 'ana', lastLogin: '2026-11-23T11:08:20' });
  });

  it('is that of wtmpdb where there is one, not a start of the machine', async () => {
    const files = { '/var/log/wtmp': wtmp, '/var/lib/wtmpdb/wtmp.db': fixture('wtmp.db') };
    expect(await last(files)).toEqual({ lastUser: 'root', lastLogin: '2026-11-20T22:06:40' });
  });

  it('is that of lastlog2 where nothing else is kept', async () => {
    expect(await last({ '/var/lib/lastlog/lastlog2.db': fixture('lastlog2.db') })).toEqual({
      lastUser: 'ana',
      lastLogin: '2026-11-23T11:08:20',
    });
  });

  it('is nobody’s where wtmp is empty', async () => {
    expect(await last({ '/var/log/wtmp': new Uint8Array() })).toEqual({});
    expect(await last({})).toEqual({});
  });
});

describe('who is logged in', () => {
  const session = (user: string, kind: string, state: string) => `USER=${user}\nCLASS=${kind}\nSTATE=${state}\n`;

  it('is told by utmp and by logind, each once', async () => {
    const files = {
      '/run/utmp': Buffer.concat([
        record(7, 'bob', 'tty1', 1),
        record(7, 'ana', 'pts/0', 1),
        record(6, 'LOGIN', 'tty2', 1),
      ]),
      '/run/systemd/sessions/2': session('ana', 'user', 'active'),
      '/run/systemd/sessions/3': session('zoe', 'user-early', 'online'),
      '/run/systemd/sessions/c1': session('gdm', 'greeter', 'active'),
      '/run/systemd/sessions/4': session('old', 'user', 'closing'),
      '/run/systemd/sessions/5': session('svc', 'manager', 'active'),
    };
    expect(await loggedInUsers(fakeHost({ files }))).toEqual(['ana', 'bob', 'zoe']);
  });

  it('is nobody where the lists are empty, and not known where there is none', async () => {
    expect(await loggedInUsers(fakeHost({ files: { '/run/utmp': new Uint8Array() } }))).toEqual([]);
    expect(await loggedInUsers(fakeHost({}))).toBeUndefined();
    expect(await linuxLogins.collect(fakeHost({}))).toEqual({ rows: [{}] });
  });
});

describe('accounts', () => {
  const passwd = 'root:x:0:0:root:/root:/bin/bash\nana:x:3:3:Ana,B12,,:/home/ana:/bin/bash\n';
  const lastLogins = async (files: FakeMachine['files']) => {
    const collected = await linuxLocalUsers.collect(fakeHost({ files: { '/etc/passwd': passwd, ...files } }));
    return collected?.rows.map(({ login, lastLogin }) => [login, lastLogin]);
  };

  it('tell when each was last used, by lastlog2', async () => {
    expect(await lastLogins({ '/var/lib/lastlog/lastlog2.db': fixture('lastlog2.db') })).toEqual([
      ['root', '2026-11-18T11:06:40'],
      ['ana', '2026-11-23T11:08:20'],
    ]);
  });

  it('tell it by lastlog, in which 0 is never', async () => {
    const lastlog = Buffer.alloc(292 * 4);
    lastlog.writeInt32LE(1795432100, 292 * 3);
    const collected = await linuxLocalUsers.collect(
      fakeHost({
        files: { '/etc/passwd': passwd, '/var/log/lastlog': lastlog },
        stats: { '/var/log/lastlog': { size: lastlog.length } },
      }),
    );
    expect(collected?.rows.map(({ login, lastLogin }) => [login, lastLogin])).toEqual([
      ['root', undefined],
      ['ana', '2026-11-23T11:08:20'],
    ]);
  });

  it('tell nothing where nothing is kept', async () => {
    expect(await lastLogins({})).toEqual([
      ['root', undefined],
      ['ana', undefined],
    ]);
  });
});
