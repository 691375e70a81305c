import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linuxDebPackages } from '../../../src/collect/linux/deb-packages.ts';
import { linuxDesktopPrograms } from '../../../src/collect/linux/desktop-programs.ts';
import { linuxFlatpaks } from '../../../src/collect/linux/flatpaks.ts';
import { linuxRpmPackages } from '../../../src/collect/linux/rpm-packages.ts';
import { localHost } from '../../../src/collect/local-host.ts';
import { fakeHost } from '../fake-host.ts';
import { buildRpm, install, rpm } from '../rpm-database.ts';

it('reads programs of flatpak', async () => {
  const app = '/var/lib/flatpak/app/org.gimp.GIMP';
  const active = `${app}/current/active`;
  const files = {
    [`${active}/metadata`]: '[Application]\nname=org.gimp.GIMP\nruntime=org.gnome.Platform/x86_64/46\n',
    [`${active}/export/share/applications/org.gimp.GIMP.desktop`]:
      '[Desktop Entry]\nType=Application\nName=GNU Image Manipulation Program\nComment=Create images\nExec=/usr/bin/flatpak run org.gimp.GIMP\n',
    [`${active}/files/share/metainfo/org.gimp.GIMP.metainfo.xml`]:
      '<component><developer id="org.gimp">\n<name>The GIMP team</name></developer><releases><release date="2024-05-05" version="2.10.38"/><release version="2.10.36"/></releases></component>',
    '/home/anna/.local/share/flatpak/app/org.example.Own/current/active/metadata':
      '[Application]\nname=org.example.Own\n',
  };
  const stats = { [`${active}/deploy`]: { modifiedAt: Date.UTC(2026, 9, 5, 8) } };
  const links = { '/home/anna/.local/share/flatpak/app/org.example.Own/current': 'x86_64/stable' };
  expect((await linuxFlatpaks.collect(fakeHost({ files, stats, links })))?.rows).toEqual([
    {
      name: 'GNU Image Manipulation Program',
      version: '2.10.38',
      publisher: 'The GIMP team',
      installDate: '2026-10-05T08:00:00',
      architecture: 'x86_64',
      from: 'flatpak',
      folder: app,
      comments: 'Create images',
      guid: 'org.gimp.GIMP',
    },
    {
      name: 'org.example.Own',
      version: 'stable',
      from: 'flatpak',
      folder: '~/.local/share/flatpak/app/org.example.Own',
      guid: 'org.example.Own',
      userName: 'anna',
    },
  ]);
  expect(await linuxFlatpaks.collect(fakeHost({}))).toBeUndefined();
});

it('reads programs installed by hand, and not what other managers or hidden entries start', async () => {
  const entry = (name: string, exec: string, more = '') =>
    `[Desktop Entry]\nType=Application\nName=${name}\nExec=${exec}\n${more}`;
  const own = '/home/anna/.local/share/applications';
  const files = {
    '/usr/local/share/applications/arduino.desktop': entry(
      'Arduino IDE',
      '"/opt/arduino ide/arduino" %F',
      'Comment=Boards\n[Desktop Action x]\nName=Other\n',
    ),
    [`${own}/obsidian.desktop`]: entry('Obsidian', '/home/anna/Apps/Obsidian-1.6.AppImage %U'),
    [`${own}/hidden.desktop`]: entry('Hidden', '/opt/x', 'NoDisplay=true\n'),
    [`${own}/wine.desktop`]: entry('Paint', 'env WINEPREFIX=/x wine paint.exe'),
    [`${own}/link.desktop`]: '[Desktop Entry]\nType=Link\nName=Page\nURL=https://example.org\n',
    [`${own}/mimeapps.list`]: '[Default Applications]\n',
  };
  const installDate = '1970-01-01T00:00:00';
  expect((await linuxDesktopPrograms.collect(fakeHost({ files })))?.rows).toEqual([
    {
      name: 'Arduino IDE',
      installDate,
      from: 'desktop',
      folder: '/opt/arduino ide',
      fileName: '/opt/arduino ide/arduino',
      comments: 'Boards',
    },
    {
      name: 'Obsidian',
      installDate,
      from: 'appimage',
      folder: '~/Apps',
      fileName: '~/Apps/Obsidian-1.6.AppImage',
      userName: 'anna',
    },
  ]);
  expect(await linuxDesktopPrograms.collect(fakeHost({}))).toBeUndefined();
});

const has = (program: string) => spawnSync(program, ['--version']).error === undefined;

describe('package lists on this machine', () => {
  it.skipIf(!has('dpkg-query'))('are those of dpkg', async () => {
    const fields = ['db:Status-Status', 'Package', 'Version', 'Architecture', 'Maintainer', 'Installed-Size'];
    const format = `${fields.map((field) => `\${${field}}`).join('\t')}\n`;
    const theirs = spawnSync('dpkg-query', ['-W', '-f', format], { encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout;
    const installed = theirs.split('\n').filter((line) => line.startsWith('installed\t'));
    const ours = (await linuxDebPackages.collect(localHost()))?.rows.map((row) =>
      ['installed', row.name, row.version, row.architecture, row.publisher, (row.fileSize ?? 0) / 1024].join('\t'),
    );
    const named = installed
      .map((line) => line.replace(/\s*<[^>]*>(?=\t)/, ''))
      .map((line) => line.replace(/\t$/, '\t0'));
    expect(ours?.toSorted()).toEqual(named.toSorted());
  });

  it.skipIf(!has('rpmbuild'))(
    'are those of rpm',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'parcours-rpm-'));
      try {
        const database = await madeDatabase(folder);
        const theirs = rpm(database, ['-qa', '--qf', '%{NAME} %{VERSION}-%{RELEASE} %{ARCH} %{VENDOR}\n']);
        const { run, ...host } = localHost();
        const collected = await linuxRpmPackages.collect({
          ...host,
          stat: async () => ({ size: 1, modifiedAt: 0, directory: false }),
          run: (program, args, limits) => run(program, ['--dbpath', database, ...args], limits),
        });
        const ours = collected?.rows.map((row) =>
          [row.name, row.version, row.architecture, row.publisher ?? '(none)'].join(' '),
        );
        expect(ours?.toSorted()).toEqual(theirs.trim().split('\n').toSorted());
        expect(ours).toHaveLength(2);
        expect(collected?.rows[0]).toMatchObject({ from: 'rpm', installDate: expect.stringMatching(/^20\d\d-/) });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    60_000,
  );
});

/** Two packages, built and put into a database of their own. */
async function madeDatabase(folder: string): Promise<string> {
  const database = join(folder, 'db');
  const alpha = await buildRpm(folder, { name: 'alpha', head: ['Vendor: Example Ltd'] });
  install(database, [alpha, await buildRpm(folder, { name: 'beta' })]);
  return database;
}
