import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rootedHost } from '../../../src/collect/rooted-host.ts';
import { type Collection, collect } from '../../../src/collect/run.ts';
import { silentLog } from '../../../src/model/log.ts';

/** The disk of a Mac that does not run: no program is asked. */
let disk = '';
let collection: Collection;
beforeAll(async () => {
  disk = await mkdtemp(join(tmpdir(), 'parcours-mac-disk-'));
  await cp('test/fixtures/hosts/macbook-air-fr/root', disk, { recursive: true });
  await mkdir(join(disk, 'private/etc'), { recursive: true });
  await symlink('private/etc', join(disk, 'etc'));
  await symlink('/var/db/timezone/zoneinfo/Europe/Paris', join(disk, 'private/etc/localtime'));
  await file('Applications/Relevé.app/Contents/Info.plist', {
    CFBundleIdentifier: 'fr.lycee.releve',
    CFBundleName: 'Relevé de notes',
    CFBundleShortVersionString: '1.2',
  });
  await file('System/Applications/Notes.app/Contents/Info.plist', {
    CFBundleIdentifier: 'com.apple.Notes',
    CFBundleVersion: '2713',
  });
  await mkdir(join(disk, 'Users/chloe/Applications/Vide.app'), { recursive: true });
  await file('private/var/db/receipts/fr.lycee.fond.plist', {
    PackageIdentifier: 'fr.lycee.fond',
    PackageVersion: '1.0',
    InstallDate: new Date('2025-09-02T06:00:00Z'),
    InstallPrefixPath: 'Library/Desktop Pictures',
  });
  await writeFile(join(disk, 'private/var/db/receipts/fr.lycee.fond.bom'), 'BOMStore');
  collection = await collect(await rootedHost(disk), { log: silentLog });
});
afterAll(() => rm(disk, { recursive: true, force: true }));

async function file(path: string, settings: Readonly<Record<string, string | Date>>): Promise<void> {
  const entries = Object.entries(settings).map(([key, value]) =>
    value instanceof Date
      ? `<key>${key}</key><date>${value.toISOString().slice(0, 19)}Z</date>`
      : `<key>${key}</key><string>${value}</string>`,
  );
  await mkdir(join(disk, path, '..'), { recursive: true });
  await writeFile(join(disk, path), `<plist version="1.0"><dict>${entries.join('')}</dict></plist>`);
}

it('is known as that machine', () => {
  expect(collection.sections.hardware?.[0]).toMatchObject({
    name: 'MacBook-Air-de-Chloe',
    osName: 'macOS 15.6.1',
    osComments: 'macOS 15.6.1 (24G90)',
    lastUser: 'chloe',
  });
  expect(collection.sections.operatingsystem?.[0]).toMatchObject({ name: 'macOS', build: '24G90', language: 'fr-FR' });
  expect(collection.sections.timezone?.[0]?.name).toBe('Europe/Paris');
});

it('lists applications by what they say of themselves, and receipts', () => {
  expect(collection.sections.softwares).toEqual([
    {
      name: 'fr.lycee.fond',
      version: '1.0',
      installDate: '2025-09-02T08:00:00',
      folder: '/Library/Desktop Pictures',
      from: 'pkgutil',
    },
    { name: 'Relevé de notes', version: '1.2', folder: '/Applications/Relevé.app' },
    { name: 'Notes', version: '2713', publisher: 'Apple', folder: '/System/Applications/Notes.app' },
    { name: 'Vide', folder: '/Users/chloe/Applications/Vide.app' },
  ]);
  expect(collection.reports.softwares).toEqual({ state: 'complete' });
});

it('calls nothing none that only a running machine tells', () => {
  const { reports, sections } = collection;
  for (const section of ['cpus', 'memories', 'networks', 'drives', 'usbdevices', 'users', 'firewall'] as const) {
    expect([section, sections[section], reports[section]]).toEqual([
      section,
      undefined,
      { state: 'failed', reason: 'not-running' },
    ]);
  }
});

it('tells what protects it as far as files do', () => {
  expect(collection.sections.antivirus).toEqual([
    { name: 'XProtect', company: 'Apple', version: '155', baseVersion: '5323' },
  ]);
  expect(collection.sections.security?.map(({ name, state }) => `${name} ${state}`)).toEqual([
    'automatic-updates partly',
    'pending-updates pending',
  ]);
});
