import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linuxPendingUpdates } from '../../../src/collect/linux/pending-updates.ts';
import { localHost } from '../../../src/collect/local-host.ts';
import { remember } from '../../../src/collect/memory.ts';
import { runCollector } from '../../../src/collect/run-collector.ts';
import { readAptLists } from '../../../src/collect/sources/apt-lists.ts';
import { findAptUpdates } from '../../../src/collect/sources/apt-updates.ts';
import { parseDpkgStatus } from '../../../src/collect/sources/dpkg-status.ts';
import type { Host } from '../../../src/model/host.ts';
import { type FakeMachine, fakeHost } from '../fake-host.ts';

const LISTS = '/var/lib/apt/lists';
const MAIN = `${LISTS}/deb.debian.org_debian_dists_bookworm`;
const SECURITY = `${LISTS}/deb.debian.org_debian-security_dists_bookworm-security`;
const BACKPORTS = `${LISTS}/deb.debian.org_debian_dists_bookworm-backports`;
const fetched = Date.UTC(2026, 10, 22);

function stanza(name: string, version: string, more = 'Architecture: amd64'): string {
  return `Package: ${name}\n${more}\nVersion: ${version}\nDescription: as the Package: field says\n`;
}

function installed(...packages: readonly (readonly [name: string, version: string, more?: string])[]): string {
  return packages
    .map(([name, version, more]) => `${stanza(name, version, more)}Status: install ok installed\n`)
    .join('\n');
}

const repositories = {
  [`${MAIN}_InRelease`]: 'Origin: Debian\nLabel: Debian\nSuite: oldstable\n',
  [`${SECURITY}_InRelease`]: 'Origin: Debian\nLabel: Debian-Security\nSuite: oldstable-security\n',
  [`${BACKPORTS}_InRelease`]: 'Suite: oldstable-backports\nNotAutomatic: yes\nButAutomaticUpgrades: yes\n',
};

function machine(status: string, lists: Readonly<Record<string, string>>, more: FakeMachine = {}): FakeMachine {
  const stats = Object.fromEntries(Object.keys(lists).map((path) => [path, { modifiedAt: fetched }]));
  return { stats, ...more, files: { '/var/lib/dpkg/status': status, ...repositories, ...lists } };
}

async function pending(status: string, lists: Readonly<Record<string, string>>) {
  const collected = await linuxPendingUpdates.collect(fakeHost(machine(status, lists)));
  return collected?.rows.map(({ name, state, count, detail }) => [name, state, count, detail]);
}

describe('updates that wait', () => {
  it('are the newer versions in the lists, those of a security repository apart', async () => {
    const status = installed(
      ['bash', '5.2-1'],
      ['libssl3', '3.0.1-1'],
      ['tzdata', '2026a-0', 'Architecture: all'],
      ['own', '1'],
    );
    expect(
      await pending(status, {
        [`${MAIN}_main_binary-amd64_Packages`]: [
          stanza('bash', '5.2-1'),
          stanza('libssl3', '3.0.1-1+deb12u1'),
          stanza('tzdata', '2026b-0', 'Architecture: all'),
          stanza('zsh', '9'),
        ].join('\n'),
        [`${SECURITY}_main_binary-amd64_Packages`]: stanza('libssl3', '3.0.1-1+deb12u2'),
      }),
    ).toEqual([
      ['security-updates', 'pending', 1, 'libssl3 3.0.1-1+deb12u2'],
      ['pending-updates', 'pending', 2, 'lists of 2026-11-22'],
    ]);
  });

  it('are none where the installed versions are as new, or newer', async () => {
    const list = [stanza('bash', '5.2-1'), stanza('vim', '9.0-1')].join('\n');
    const states = await pending(installed(['bash', '5.2-1'], ['vim', '9.1-1']), {
      [`${MAIN}_main_binary-amd64_Packages`]: list,
    });
    expect(states?.map(([, state, count]) => [state, count])).toEqual([
      ['none', 0],
      ['none', 0],
    ]);
  });

  it('come from backports only for what came from there', async () => {
    const lists = {
      [`${MAIN}_main_binary-amd64_Packages`]: [stanza('bash', '5.2-1'), stanza('git', '2.30-1')].join('\n'),
      [`${BACKPORTS}_main_binary-amd64_Packages`]: [
        stanza('bash', '6.0-1~bpo12+1'),
        stanza('git', '2.50-1~bpo12+2'),
      ].join('\n'),
    };
    const states = await pending(installed(['bash', '5.2-1'], ['git', '2.50-1~bpo12+1']), lists);
    expect(states?.[1]).toEqual(['pending-updates', 'pending', 1, 'lists of 2026-11-22']);
  });

  it('are told by architecture', async () => {
    const status = installed(['libc6', '2.36-9'], ['libc6', '2.36-8', 'Architecture: i386']);
    const lists = { [`${MAIN}_main_binary-i386_Packages`]: stanza('libc6', '2.36-9', 'Architecture: i386') };
    expect((await pending(status, lists))?.[1]).toEqual(['pending-updates', 'pending', 1, 'lists of 2026-11-22']);
  });

  it('are unknown where the lists are old or were never fetched', async () => {
    const lists = { [`${MAIN}_main_binary-amd64_Packages`]: stanza('bash', '5.2-1') };
    const old = fakeHost(machine(installed(['bash', '5.2-1']), lists, { stats: {} }));
    expect((await linuxPendingUpdates.collect(old))?.rows.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
    expect(await linuxPendingUpdates.collect(fakeHost({ files: { '/var/lib/dpkg/status': '' } }))).toEqual({
      rows: [],
      missing: 'not-supported: apt has no package lists, run apt update',
    });
    expect(await linuxPendingUpdates.collect(fakeHost({}))).toBeUndefined();
  });

  it.each([
    ['pacman -Qu', '/var/lib/pacman/local'],
    ['apk version', '/lib/apk/db/installed'],
    ['zypper list-updates', '/etc/zypp'],
    ['dnf check-update', '/etc/yum.repos.d'],
    ['dnf check-update', '/var/lib/rpm'],
  ])('are for %s to tell on a machine with %s, and not none', async (ask, sign) => {
    const collected = await linuxPendingUpdates.collect(fakeHost({ stats: { [sign]: { directory: true } } }));
    expect(collected?.rows).toEqual([]);
    expect(collected?.missing).toMatch(new RegExp(`^not-supported: \\w+ alone knows which updates wait: run ${ask}$`));
  });

  it.skipIf(!existsSync('/usr/bin/apt-get') || !existsSync(LISTS))(
    'are those of apt itself, on this machine',
    async () => {
      const host = localHost();
      const lists = await readAptLists(host);
      const status = Buffer.from((await host.read('/var/lib/dpkg/status')) ?? []).toString();
      const updates = await findAptUpdates(host, lists, parseDpkgStatus(status));
      const apt = spawnSync('apt', ['list', '--upgradable'], {
        encoding: 'utf8',
        env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
      });
      const theirs = [...apt.stdout.matchAll(/^([^/\s]+)\/\S+ (\S+) /gm)].map(
        ([, name, version]) => `${name} ${version}`,
      );
      expect(updates.map(({ name, version }) => `${name} ${version}`).toSorted()).toEqual(theirs.toSorted());
    },
    30_000,
  );
});

describe('what takes long', () => {
  const memory = () => {
    const kept = new Map<string, string>();
    return {
      kept,
      recall: async (name: string) => kept.get(name),
      keep: async (name: string, text: string) => void kept.set(name, text),
    };
  };

  it('goes on at the next run where the time of one was up', async () => {
    const place = memory();
    const [first, second] = [`${MAIN}_main_binary-amd64_Packages`, `${SECURITY}_main_binary-amd64_Packages`];
    const lists = { [first]: stanza('bash', '5.2-1'), [second]: stanza('bash', '5.2-2') };
    const fake = fakeHost(machine(installed(['bash', '5.2-1']), lists));
    const read: string[] = [];
    const host = (isSlow: (path: string) => boolean): Host => ({
      ...fake,
      remembered: (name, stamp, work) => remember(place, name, stamp, work),
      async *chunks(path) {
        if (isSlow(path)) await new Promise(() => {});
        read.push(path);
        yield* fake.chunks(path);
      },
    });
    const late = runCollector(
      linuxPendingUpdates,
      host((path) => path === second),
      50,
    );
    expect((await late).report).toMatchObject({ outcome: 'timed out' });
    const next = await linuxPendingUpdates.collect(host(() => false));
    expect(next?.rows[0]).toMatchObject({ name: 'security-updates', state: 'pending', count: 1 });
    expect(read.filter((path) => path === first)).toHaveLength(1);
  });

  it('is done again only where what it reads has changed, or its answer is lost', async () => {
    const place = memory();
    let runs = 0;
    const ask = (stamp: string) => remember(place, 'updates', stamp, async () => ++runs);
    expect([await ask('a'), await ask('a'), await ask('b'), await ask('b')]).toEqual([1, 1, 2, 2]);
    place.kept.set('updates', '{"stamp":"b"');
    expect(await ask('b')).toBe(3);
  });
});
