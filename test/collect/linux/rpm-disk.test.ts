import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linuxRpmPackages } from '../../../src/collect/linux/rpm-packages.ts';
import { rootedHost } from '../../../src/collect/rooted-host.ts';
import { ndbHeaders } from '../../../src/collect/sources/rpm/ndb.ts';
import { readSqliteTable } from '../../../src/collect/sources/sqlite/table.ts';
import { buildRpm, erase, install, rpm, upgrade } from '../rpm-database.ts';

const hasRpm = spawnSync('rpmbuild', ['--version']).error === undefined;

let folder = '';
let files: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-rpm-disk-'));
  if (!hasRpm) return;
  const build = (name: string, more = {}) => buildRpm(folder, { name, ...more });
  files = {
    alpha: await build('alpha', { head: ['Vendor: Example Ltd', 'Summary(fr): L’alpha'] }),
    newer: await build('alpha', { version: '1.10', head: ['Vendor: Société Générique'] }),
    beta: await build('beta'),
    // Longer than a page.
    long: await build('long', { description: 'word '.repeat(40_000) }),
    gamma: await build('gamma'),
  };
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A disk as Fedora and openSUSE lay it out. */
async function diskWith(name: string, packages: readonly string[]): Promise<string> {
  const disk = join(folder, name);
  await mkdir(join(disk, 'etc'), { recursive: true });
  await mkdir(join(disk, 'usr/lib/sysimage/rpm'), { recursive: true });
  await writeFile(join(disk, 'etc/os-release'), 'NAME="Fedora Linux"\nVERSION_ID=42\n');
  install(databaseOf(disk), packages);
  return disk;
}

function databaseOf(disk: string): string {
  return join(disk, 'usr/lib/sysimage/rpm');
}

async function ours(disk: string) {
  const collected = await linuxRpmPackages.collect(await rootedHost(disk));
  const lines = collected?.rows.map(({ name, version, architecture, publisher, fileSize, comments }) =>
    [name, version, architecture, publisher ?? '(none)', fileSize ?? 0, comments].join('\t'),
  );
  return { lines: lines?.toSorted(), missing: collected?.missing, rows: collected?.rows };
}

function theirs(disk: string): readonly string[] {
  const fields = ['NAME', 'VERSION', 'ARCH', 'VENDOR', 'LONGSIZE', 'SUMMARY'];
  const format = fields.map((field) => (field === 'VERSION' ? '%{VERSION}-%{RELEASE}' : `%{${field}}`)).join('\\t');
  return rpm(databaseOf(disk), ['-qa', '--qf', `${format}\\n`])
    .trim()
    .split('\n')
    .toSorted();
}

describe.runIf(hasRpm)('the packages of a disk', () => {
  it('are those that rpm lists, without rpm', async () => {
    const disk = await diskWith('whole', Object.values(files).toReversed());
    const { lines, missing, rows } = await ours(disk);
    expect(lines).toEqual(theirs(disk));
    expect(lines).toHaveLength(5);
    expect(missing).toBeUndefined();
    expect(rows?.[0]).toMatchObject({ from: 'rpm', installDate: expect.stringMatching(/^20\d\d-/) });
  });

  it('are those after an upgrade and a removal', async () => {
    const { alpha = '', newer = '', beta = '', long = '', gamma = '' } = files;
    const disk = await diskWith('changed', [alpha, beta, long]);
    erase(databaseOf(disk), ['beta', 'long']);
    upgrade(databaseOf(disk), [newer, gamma]);
    const { lines } = await ours(disk);
    expect(lines).toEqual(theirs(disk));
    expect(lines?.map((line) => line.split('\t', 2).join(' '))).toEqual(['alpha 1.10-3', 'gamma 1.2-3']);
  });

  it('are the same in the format of openSUSE', async () => {
    const disk = await diskWith('suse', Object.values(files));
    const expected = theirs(disk);
    await writeFile(join(databaseOf(disk), 'Packages.db'), ndbFile(await headersOf(disk)));
    await rm(join(databaseOf(disk), 'rpmdb.sqlite'));
    expect((await ours(disk)).lines).toEqual(expected);
  });

  it('are the others where a header is damaged', async () => {
    const disk = await diskWith('damaged', Object.values(files));
    const [first = Buffer.alloc(0), ...others] = await headersOf(disk);
    await writeFile(join(databaseOf(disk), 'Packages.db'), ndbFile([first.subarray(0, 100), ...others]));
    await rm(join(databaseOf(disk), 'rpmdb.sqlite'));
    const { lines, missing } = await ours(disk);
    expect(lines).toHaveLength(4);
    expect(missing).toBe('failed: 1 headers in /usr/lib/sysimage/rpm/Packages.db are damaged');
  });
});

async function headersOf(disk: string): Promise<readonly Buffer[]> {
  const database = await readFile(join(databaseOf(disk), 'rpmdb.sqlite'));
  return [...readSqliteTable(database, 'Packages')].map(({ blob }) => Buffer.from(blob as Uint8Array));
}

/** As rpmpkg.c of rpm lays it out: a page of slots, one of them free, then each header between its head and its tail. */
function ndbFile(headers: readonly Buffer[]): Buffer {
  const slots = Buffer.alloc(4096);
  for (let at = 32; at < 4096; at += 16) slots.write('Slot', at);
  slots.write('RpmP', 0);
  slots.writeUInt32LE(1, 12);
  const blobs: Buffer[] = [];
  let block = 256;
  for (const [at, header] of headers.entries()) {
    const blob = Buffer.alloc(Math.ceil((16 + header.length + 12) / 16) * 16);
    blob.write('BlbS', 0);
    blob.writeUInt32LE(at + 1, 4);
    blob.writeUInt32LE(header.length, 12);
    header.copy(blob, 16);
    for (const [place, value] of [at + 1, block, blob.length / 16].entries()) {
      slots.writeUInt32LE(value, 32 + (at + 1) * 16 + 4 + place * 4);
    }
    block += blob.length / 16;
    blobs.push(blob);
  }
  return Buffer.concat([slots, ...blobs]);
}

describe('a Packages.db', () => {
  it('that is cut short gives what is left of it', () => {
    const file = ndbFile([Buffer.from('x'.repeat(40)), Buffer.from('y')]);
    expect([...ndbHeaders(file)].map(String)).toEqual(['x'.repeat(40), 'y']);
    expect([...ndbHeaders(file.subarray(0, 4096))].map(String)).toEqual(['', '']);
  });

  it('may have no package', () => {
    expect([...ndbHeaders(ndbFile([]))]).toEqual([]);
  });
});
