import { appendFile, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { sectionDigest } from '../../src/model/canonical.ts';
import { openFiles, openReader } from '../../src/store/files.ts';
import { check } from '../../src/store/fsck.ts';
import { blobPath, fileKey, historyPath, type Layout, layoutOf, machinePath } from '../../src/store/layout.ts';
import { repair } from '../../src/store/repair.ts';
import type { SaveRequest } from '../../src/store/store.ts';
import { monday, packages, request, tuesday, wednesday } from './requests.ts';
import { temporaryFolder } from './temporary-folder.ts';

const ids = ['pc1', 'pc2'];
const many = packages(900);

/** Two machines with two snapshots each, the last one with a package more. */
async function storeOfTwo(): Promise<Layout> {
  const layout = layoutOf(join(await temporaryFolder(), 'store'));
  const store = await openFiles(layout.root);
  for (const id of ids) {
    await store.save(state(id, monday, { softwares: many, bios: [{ model: id }] }, { account: { TAG: `${id}-tag` } }));
    await store.save(state(id, tuesday, { softwares: packages(901), bios: [{ model: id }] }));
  }
  await store.close();
  return layout;
}

function state(id: string, at: string, sections: Parameters<typeof request>[0], more: Partial<SaveRequest> = {}) {
  return request(sections, { id, name: id, at, ...more });
}

/** What the other machine must still answer, whatever happened to the first. */
async function expectOtherSound({ root }: Layout): Promise<void> {
  const reader = await openReader(root);
  expect((await reader.fleet()).map(({ id }) => id)).toContain('pc2');
  expect(await reader.rows('pc2', 1, 'softwares')).toEqual(many);
  expect(await reader.rows('pc2', 2, 'softwares')).toHaveLength(901);
}

async function kinds({ root }: Layout): Promise<readonly string[]> {
  return (await check(root)).map(({ kind }) => kind);
}

async function reopen({ root }: Layout): Promise<void> {
  await (await openFiles(root)).close();
}

const pc1History = (layout: Layout) => historyPath(layout, fileKey('pc1'));
const pc1Machine = (layout: Layout) => machinePath(layout, fileKey('pc1'));

it('finds nothing in a sound store', async () => {
  expect(await check((await storeOfTwo()).root)).toEqual([]);
});

it.each(['', '{"version":1,"entr', '[]', '\0\0\0\0'])('lists the fleet with %j for an index', async (content) => {
  const layout = await storeOfTwo();
  await writeFile(layout.fleet, content);
  expect(await kinds(layout)).toEqual(['index-damaged']);
  expect(await (await openReader(layout.root)).fleet()).toHaveLength(2);
  expect((await repair(layout.root)).left).toEqual([]);
});

it('lists the fleet without an index', async () => {
  const layout = await storeOfTwo();
  await rm(layout.fleet);
  expect(await kinds(layout)).toEqual(['index-missing']);
  expect(await (await openReader(layout.root)).fleet()).toHaveLength(2);
  await reopen(layout);
  expect(await check(layout.root)).toEqual([]);
});

it('finds nothing wrong with a fleet that ships without an index', async () => {
  const layout = await storeOfTwo();
  await rm(layout.index, { recursive: true });
  expect(await check(layout.root)).toEqual([]);
  expect(await (await openReader(layout.root)).fleet()).toHaveLength(2);
});

it('drops a torn last line: it was never answered', async () => {
  const layout = await storeOfTwo();
  const before = await readFile(pc1History(layout), 'utf8');
  await appendFile(pc1History(layout), '{"seq":3,"at":"2026-');
  expect(await kinds(layout)).toEqual(['history-torn']);
  expect(await (await openReader(layout.root)).timeline('pc1')).toHaveLength(2);
  await reopen(layout);
  expect(await readFile(pc1History(layout), 'utf8')).toBe(before);
  expect(await check(layout.root)).toEqual([]);
});

it('forgets a machine whose first snapshot was cut short: nobody was told that it was kept', async () => {
  const layout = await storeOfTwo();
  await writeFile(historyPath(layout, fileKey('pc3')), '{"seq":1,"at":"2026-');
  await reopen(layout);
  expect(await readdir(layout.history)).toHaveLength(2);
  expect(await check(layout.root)).toEqual([]);
});

it('mends a machine file that lags its history', async () => {
  const layout = await storeOfTwo();
  const old = await readFile(pc1Machine(layout));
  const store = await openFiles(layout.root);
  await store.save(state('pc1', wednesday, { softwares: packages(902), bios: [{ model: 'new' }] }));
  await store.close();
  await writeFile(pc1Machine(layout), old);
  await appendFile(pc1History(layout), '');
  expect(await kinds(layout)).toContain('machine-lags');
  await repair(layout.root);
  const reader = await openReader(layout.root);
  expect(await reader.machine('pc1')).toMatchObject({ seq: 3, lastSeen: wednesday, account: { TAG: 'pc1-tag' } });
  expect((await reader.fleet()).find(({ id }) => id === 'pc1')).toMatchObject({ softwareCount: 902, model: 'new' });
  expect(await check(layout.root)).toEqual([]);
});

it('rebuilds a machine file that was deleted from the history', async () => {
  const layout = await storeOfTwo();
  const before = await (await openReader(layout.root)).fleet();
  await rm(pc1Machine(layout));
  await expectOtherSound(layout);
  expect(await kinds(layout)).toEqual(['machine-missing']);
  await reopen(layout);
  const after = await (await openReader(layout.root)).fleet();
  expect(new Set(after)).toEqual(new Set(before));
  expect(await check(layout.root)).toEqual([]);
});

it('rebuilds a machine file that cannot be read, and keeps it aside', async () => {
  const layout = await storeOfTwo();
  const reader = await openReader(layout.root);
  const before = await reader.machine('pc1');
  await truncate(pc1Machine(layout), 100);
  await expectOtherSound(layout);
  expect(await kinds(layout)).toEqual(['machine-damaged']);
  expect(await reader.machine('pc1')).toMatchObject({ seq: 2, account: before?.account });
  expect((await repair(layout.root)).left).toEqual([]);
  expect(await reader.machine('pc1')).toEqual(before);
  expect(await readdir(layout.quarantine)).toHaveLength(1);
});

it('opens a snapshot with everything after a history was lost', async () => {
  const layout = await storeOfTwo();
  await rm(pc1History(layout));
  await expectOtherSound(layout);
  const store = await openFiles(layout.root);
  expect(await store.machine('pc1')).toMatchObject({ seq: 0, account: { TAG: 'pc1-tag' } });
  const saved = await store.save(state('pc1', wednesday, { softwares: packages(901), bios: [{ model: 'pc1' }] }));
  expect(saved).toMatchObject({ outcome: 'stored', id: 'pc1', seq: 1 });
  expect(await store.rows('pc1', 1, 'softwares')).toHaveLength(901);
  await store.close();
  expect(await check(layout.root)).toEqual([]);
});

it('tells what a lost line leaves unknown, until the next inventory', async () => {
  const layout = await storeOfTwo();
  const [first, second] = (await readFile(pc1History(layout), 'utf8')).split('\n');
  await writeFile(pc1History(layout), `${first}\n${second?.replace('"seq":2', '"seq"')}\n`);
  await expectOtherSound(layout);
  expect(await kinds(layout)).toContain('history-damaged');
  const { left } = await repair(layout.root);
  expect(left).toEqual([]);
  const store = await openFiles(layout.root);
  expect(await store.machine('pc1')).toMatchObject({ seq: 1 });
  const saved = await store.save(state('pc1', wednesday, { softwares: packages(901), bios: [{ model: 'pc1' }] }));
  expect(saved).toMatchObject({ outcome: 'stored', seq: 2 });
  await store.close();
  expect(await check(layout.root)).toEqual([]);
});

it('does not pass off an older content for that of a snapshot whose line is lost', async () => {
  const layout = await storeOfTwo();
  const store = await openFiles(layout.root);
  await store.save(state('pc1', wednesday, { softwares: packages(901), bios: [{ model: 'new' }] }));
  await store.close();
  const lines = (await readFile(pc1History(layout), 'utf8')).split('\n');
  await writeFile(pc1History(layout), [lines[0], 'lost', ...lines.slice(2)].join('\n'));
  const reader = await openReader(layout.root);
  await expect(reader.rows('pc1', 3, 'softwares')).rejects.toMatchObject({ code: 'store-damaged' });
  expect(await reader.rows('pc1', 1, 'softwares')).toEqual(many);
  await repair(layout.root);
  const again = await openFiles(layout.root);
  await again.save(state('pc1', wednesday, { softwares: packages(901), bios: [{ model: 'new' }] }));
  expect(await again.rows('pc1', 4, 'softwares')).toHaveLength(901);
  expect(await again.rows('pc1', 4, 'bios')).toEqual([{ model: 'new' }]);
  await again.close();
});

it('tells of a blob that is not what its name says, and takes it back from the next inventory', async () => {
  const layout = await storeOfTwo();
  const digest = sectionDigest('softwares', packages(901));
  const path = blobPath(layout, digest);
  const bytes = await readFile(path);
  bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
  await writeFile(path, bytes);
  const reader = await openReader(layout.root);
  await expect(reader.rows('pc1', 2, 'softwares')).rejects.toMatchObject({ code: 'store-damaged' });
  expect(await reader.rows('pc1', 2, 'bios')).toEqual([{ model: 'pc1' }]);
  expect(await reader.rows('pc1', 1, 'softwares')).toEqual(many);
  expect(await kinds(layout)).toEqual(['blob-damaged']);
  const { left } = await repair(layout.root);
  expect(left.map(({ kind }) => kind)).toEqual(['blob-missing']);
  expect(await readdir(layout.quarantine)).toHaveLength(1);
  const store = await openFiles(layout.root);
  const same = await store.save(state('pc1', wednesday, { softwares: packages(901), bios: [{ model: 'pc1' }] }));
  expect(same.outcome).toBe('same');
  await store.close();
  expect(await check(layout.root)).toEqual([]);
});

it('notices a content that was changed within a line', async () => {
  const layout = await storeOfTwo();
  const text = await readFile(pc1History(layout), 'utf8');
  await writeFile(pc1History(layout), text.replace('[{"model":"pc1"}]', '[{"model":"pcX"}]'));
  await expect((await openReader(layout.root)).rows('pc1', 1, 'bios')).rejects.toMatchObject({ code: 'store-damaged' });
  expect(await kinds(layout)).toEqual(['content-damaged']);
});

it('removes what a killed process left half written', async () => {
  const layout = await storeOfTwo();
  const blob = dirname(blobPath(layout, sectionDigest('softwares', many)));
  for (const folder of [layout.machines, layout.index, blob]) await writeFile(join(folder, '.0123abcd.tmp'), 'half');
  expect(await kinds(layout)).toEqual(['temporary-file', 'temporary-file', 'temporary-file']);
  await reopen(layout);
  expect(await check(layout.root)).toEqual([]);
});

it('keeps unreadable settings aside and goes on', async () => {
  const layout = await storeOfTwo();
  await writeFile(layout.settings, '{"layout":');
  await expectOtherSound(layout);
  expect(await kinds(layout)).toEqual(['settings-damaged']);
  await reopen(layout);
  expect(await check(layout.root)).toEqual([]);
  expect(await readdir(layout.quarantine)).toHaveLength(1);
});

it('does not touch a store of a newer version', async () => {
  const layout = await storeOfTwo();
  await writeFile(layout.settings, '{"layout":2,"baselines":[]}');
  await expect(openReader(layout.root)).rejects.toMatchObject({ code: 'configuration' });
  await expect(openFiles(layout.root)).rejects.toMatchObject({ code: 'configuration' });
});

it('answers of a store whose every file is cut at any length', async () => {
  const layout = await storeOfTwo();
  for (const path of [pc1History(layout), pc1Machine(layout), layout.fleet, layout.settings]) {
    const whole = await readFile(path);
    const { size } = await stat(path);
    for (let length = 0; length < size; length += Math.ceil(size / 23)) {
      await writeFile(path, whole.subarray(0, length));
      await expectOtherSound(layout);
      await check(layout.root);
    }
    await writeFile(path, whole);
  }
});

it('reads an empty folder, or none, as an empty store and creates nothing', async () => {
  const dir = join(await temporaryFolder(), 'none');
  expect(await (await openReader(dir)).fleet()).toEqual([]);
  expect(await (await openReader(dir)).baselines()).toEqual([]);
  await mkdir(dir);
  expect(await (await openReader(dir)).fleet()).toEqual([]);
  expect(await readdir(dir)).toEqual([]);
});
