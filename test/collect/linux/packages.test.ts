import { expect, it } from 'vitest';
import { linuxApkPackages } from '../../../src/collect/linux/apk-packages.ts';
import { linuxDebPackages } from '../../../src/collect/linux/deb-packages.ts';
import { linuxPacmanPackages } from '../../../src/collect/linux/pacman-packages.ts';
import { linuxRpmPackages } from '../../../src/collect/linux/rpm-packages.ts';
import { linuxSnapPackages } from '../../../src/collect/linux/snap-packages.ts';
import { fakeHost } from '../fake-host.ts';

const rpmCommand = [
  'rpm -qa --queryformat %{NAME}\\t%{VERSION}\\t%{RELEASE}\\t%{ARCH}\\t%{INSTALLTIME}',
  '%{LONGSIZE}\\t%{VENDOR}\\t%{SUMMARY}\\n',
].join('\\t');
const rpmDatabase = { '/var/lib/rpm/rpmdb.sqlite': '' };

it('asks rpm once, and leaves signing keys out', async () => {
  const output = [
    'bash\t5.2.26\t3.fc40\tx86_64\t1714566000\t8449318\tFedora Project\tThe GNU Bourne Again shell',
    'gpg-pubkey\ta15b79cc\t63d04c2c\t(none)\t1714566000\t0\t(none)\tFedora (40) public key',
    'local-tool\t1\t1\tnoarch\t1714566000\t0\t(none)\tA tool',
    '',
  ].join('\n');
  const host = fakeHost({ files: rpmDatabase, runs: { [rpmCommand]: output } });
  expect(await linuxRpmPackages.collect(host)).toEqual({
    rows: [
      {
        name: 'bash',
        version: '5.2.26-3.fc40',
        publisher: 'Fedora Project',
        installDate: '2024-05-01T12:20:00',
        architecture: 'x86_64',
        fileSize: 8449318,
        from: 'rpm',
        comments: 'The GNU Bourne Again shell',
      },
      {
        name: 'local-tool',
        version: '1-1',
        installDate: '2024-05-01T12:20:00',
        architecture: 'noarch',
        from: 'rpm',
        comments: 'A tool',
      },
    ],
  });
});

it('does not start rpm on a machine without its database, and says so where rpm alone could read it', async () => {
  expect(await linuxRpmPackages.collect(fakeHost({}))).toBeUndefined();
  expect(await linuxRpmPackages.collect(fakeHost({ files: { '/var/lib/rpm/Packages': 'x' } }))).toEqual({
    rows: [],
    missing: 'not-supported: no rpm program, which alone reads /var/lib/rpm/Packages',
  });
});

it('fails on what is no database of rpm', async () => {
  const broken = { '/var/lib/rpm/rpmdb.sqlite': 'x', '/usr/lib/sysimage/rpm/Packages.db': 'RpmP' };
  for (const [path, content] of Object.entries(broken)) {
    const host = fakeHost({ files: { [path]: content } });
    await expect(linuxRpmPackages.collect(host)).rejects.toMatchObject({ code: 'bad-input' });
  }
});

it('reads a package of pacman', async () => {
  const desc = [
    ...['%NAME%', 'bash', '', '%VERSION%', '5.2.026-2', '', '%DESC%', 'The GNU Bourne Again shell', ''],
    ...['%ARCH%', 'x86_64', '', '%INSTALLDATE%', '1714566000', '', '%PACKAGER%', 'Felix Yan <f@archlinux.org>', ''],
    ...['%SIZE%', '9439048', '', '%VALIDATION%', 'pgp', ''],
  ].join('\n');
  const host = fakeHost({ files: { '/var/lib/pacman/local/bash-5.2.026-2/desc': desc } });
  expect((await linuxPacmanPackages.collect(host))?.rows).toEqual([
    {
      name: 'bash',
      version: '5.2.026-2',
      publisher: 'Felix Yan',
      installDate: '2024-05-01T12:20:00',
      architecture: 'x86_64',
      fileSize: 9439048,
      from: 'pacman',
      comments: 'The GNU Bourne Again shell',
    },
  ]);
});

it('reads a package of apk, by the database it keeps', async () => {
  const record = [
    ...['C:Q1f8wN0Xl0sYyrNhQvCkUwJ2BGmvE=', 'P:musl', 'V:1.2.5-r0', 'A:x86_64', 'S:407278', 'I:667648'],
    ...['T:the musl c library (libc) implementation', 'U:https://musl.libc.org/', 'L:MIT', 'o:musl'],
    ...['m:Timo Teräs <timo.teras@iki.fi>', 't:1709812345', 'F:lib', 'R:ld-musl-x86_64.so.1', 'a:0:0:755', ''],
  ].join('\n');
  const host = fakeHost({
    files: { '/lib/apk/db/installed': `${record}\n${record.replace('P:musl', 'P:musl-utils')}\n` },
  });
  const rows = (await linuxApkPackages.collect(host))?.rows;
  expect(rows?.map(({ name }) => name)).toEqual(['musl', 'musl-utils']);
  expect(rows?.[0]).toEqual({
    name: 'musl',
    version: '1.2.5-r0',
    publisher: 'Timo Teräs',
    architecture: 'x86_64',
    fileSize: 667648,
    from: 'apk',
    comments: 'the musl c library (libc) implementation',
  });
});

it('asks snapd on its socket', async () => {
  const answer = {
    type: 'sync',
    result: [
      {
        name: 'hello',
        version: '2.10',
        summary: 'GNU Hello',
        publisher: { 'display-name': 'Canonical' },
        'install-date': '2024-05-01T14:20:00+02:00',
        'installed-size': 98304,
      },
    ],
  };
  const host = fakeHost({ answers: { '/run/snapd.socket /v2/snaps': JSON.stringify(answer) } });
  expect((await linuxSnapPackages.collect(host))?.rows).toEqual([
    {
      name: 'hello',
      version: '2.10',
      publisher: 'Canonical',
      installDate: '2024-05-01T12:20:00',
      fileSize: 98304,
      from: 'snap',
      comments: 'GNU Hello',
    },
  ]);
  expect(await linuxSnapPackages.collect(fakeHost({}))).toBeUndefined();
});

it('keeps the day a package was installed, whatever the season in which it is asked', async () => {
  const summer = Date.UTC(2026, 6, 1, 10);
  const status = 'Package: bash\nStatus: install ok installed\nVersion: 5\n';
  const host = fakeHost({
    files: { '/var/lib/dpkg/status': status },
    stats: { '/var/lib/dpkg/info/bash.list': { modifiedAt: summer } },
    facts: { timezoneOffset: (at = 0) => (at === summer ? -120 : -60) },
  });
  expect((await linuxDebPackages.collect(host))?.rows).toEqual([
    { name: 'bash', version: '5', installDate: '2026-07-01T12:00:00', from: 'deb' },
  ]);
});
