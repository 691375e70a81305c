import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildIndex } from '../../../src/fleet/index/build.ts';
import { checkIndex } from '../../../src/fleet/index/check.ts';
import { derivedIndex } from '../../../src/fleet/index/derived.ts';
import { indexKeeper } from '../../../src/fleet/index/keeper.ts';
import { openIndex } from '../../../src/fleet/index/kept-index.ts';
import { encodePackages } from '../../../src/fleet/index/package-codec.ts';
import { ingest } from '../../../src/fleet/ingest.ts';
import type { Inventory } from '../../../src/model/inventory.ts';
import { DAY } from '../../../src/model/time.ts';
import { openFiles, openReader } from '../../../src/store/files.ts';
import { repair } from '../../../src/store/repair.ts';
import type { StoreReader } from '../../../src/store/store.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { inventory, packages } from '../inventories.ts';

const always = [0, Date.parse('2100-01-01')] as const;
const start = Date.parse('2026-09-28T08:00:00.000Z');

interface Told {
  readonly machine: number;
  /** Days after the first one; the server hears of it `late` days after that. */
  readonly day: number;
  readonly late: number;
  /** None where the agent did not look. */
  readonly software?: readonly string[] | undefined;
  readonly memory?: number | undefined;
}

const told: fc.Arbitrary<Told> = fc.record({
  machine: fc.nat(3),
  day: fc.nat(40),
  late: fc.constantFrom(0, 0, 2, 20),
  software: fc.option(fc.subarray(['bash 5', 'bash 6', 'curl 7', 'curl 8', 'vim 9']), { nil: undefined, freq: 3 }),
  memory: fc.option(fc.constantFrom(4096, 8192), { nil: undefined }),
});

it('is the same whether it was kept, in whichever batches, fell behind and caught up, or made anew', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(told, { minLength: 1, maxLength: 8 }),
      fc.nat(8),
      fc.nat(4),
      async (story, pause, missed) => {
        const dir = await temporaryFolder();
        await tell(dir, story.slice(0, pause));
        await tell(dir, story.slice(pause, pause + missed), false);
        await tell(dir, story.slice(pause + missed));
        const kept = await indexBytes(dir);
        await rm(join(dir, 'index'), { recursive: true });
        await repaired(dir);
        expect(await indexBytes(dir)).toEqual(kept);
      },
    ),
    { numRuns: 8 },
  );
});

it('answers what the histories say, also where it lags behind them or is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 8 }), fc.nat(8), async (story, pause) => {
      const dir = await temporaryFolder();
      await tell(dir, story.slice(0, pause));
      await tell(dir, story.slice(pause), false);
      const reader = await openReader(dir);
      const right = await answersOf(reader, derivedIndex(reader));
      expect(await answersOf(reader, openIndex(dir, reader))).toEqual(right);
      await rm(join(dir, 'index'), { recursive: true });
      expect(await answersOf(reader, openIndex(dir, reader))).toEqual(right);
    }),
    { numRuns: 8 },
  );
});

it('has the packages of the newest snapshots, and no others', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 8 }), async (story) => {
      const dir = await temporaryFolder();
      await tell(dir, story);
      const reader = await openReader(dir);
      const held = new Set<string>();
      for (const { id } of await reader.fleet()) {
        const { seq = 0 } = (await reader.timeline(id)).at(-1) ?? {};
        for (const row of (await reader.rows(id, seq, 'softwares')) ?? []) held.add(String(Object(row).name));
      }
      const counts = (await openIndex(dir, reader).packages()).counts();
      expect(counts.map(({ name }) => name)).toEqual([...held].sort());
    }),
    { numRuns: 8 },
  );
});

it('says whether it is there', async () => {
  const dir = await temporaryFolder();
  await tell(dir, [{ machine: 0, day: 0, late: 0, software: [], memory: 1 }]);
  const reader = await openReader(dir);
  expect(await openIndex(dir, reader).isKept()).toBe(true);
  await rm(join(dir, 'index'), { recursive: true });
  expect(await openIndex(dir, reader).isKept()).toBe(false);
});

it('knows when a package was first and last seen, also where nobody has it any more', async () => {
  const dir = await temporaryFolder();
  const day = (n: number, software: readonly string[]) => ({ machine: 0, day: n, late: 0, software, memory: 1 });
  await tell(dir, [day(0, ['curl 7']), day(3, ['curl 7']), day(5, ['curl 8'])]);
  const reader = await openReader(dir);
  const { values } = await openIndex(dir, reader).packages();
  const [curl] = values.names;
  expect(curl?.versions.map(({ version, count }) => [version, count])).toEqual([
    ['7', 0],
    ['8', 1],
  ]);
  expect(curl?.versions.map(({ first }) => first)).toEqual([start, start + 5 * DAY]);
  expect(curl?.versions[0]?.last).toBe(start + 3 * DAY);
});

it('knows nothing of what the newest snapshot lacks, though one that arrived late had it', async () => {
  const dir = await temporaryFolder();
  await tell(dir, [
    { machine: 0, day: 5, late: 0, memory: 4096 },
    { machine: 0, day: 1, late: 6, software: ['curl 7'] },
    { machine: 1, day: 5, late: 0, software: ['bash 5'] },
    { machine: 1, day: 1, late: 6, memory: 4096 },
  ]);
  const reader = await openReader(dir);
  for (const index of [openIndex(dir, reader), derivedIndex(reader)]) {
    expect((await index.packages()).counts().map(({ name }) => name)).toEqual(['bash']);
    const { names } = (await index.packages()).values;
    expect(names.find(({ name }) => name === 'curl')?.versions[0]?.last).toBe(start + DAY);
    const newest = (await index.entries(...always)).filter(({ row }) => row.changedAt === dayAfter(5));
    expect(newest.map(({ row }) => [row.softwareCount, row.memoryMiB])).toEqual([
      [undefined, 4096],
      [1, undefined],
    ]);
  }
  const kept = await indexBytes(dir);
  await repaired(dir);
  expect(await indexBytes(dir)).toEqual(kept);
});

it('says that a state was not last seen before it was first seen', async () => {
  const dir = await temporaryFolder();
  const told = (day: number, late: number, software: string) => ({ machine: 0, day, late, software: [software] });
  await tell(dir, [told(0, 0, 'a 1'), told(4, 0, 'c 1'), told(2, 9, 'b 1')]);
  const { values } = await openIndex(dir, await openReader(dir)).packages();
  const [, b] = values.names;
  expect(b?.versions.map(({ first, last }) => [first, last])).toEqual([[start + 2 * DAY, start + 2 * DAY]]);
});

it('is done with a machine once what arrived late is told of', async () => {
  const dir = await temporaryFolder();
  await tell(dir, [
    { machine: 0, day: 5, late: 0, software: ['b 1'] },
    { machine: 0, day: 1, late: 6, software: ['a 1'] },
  ]);
  const reader = await openReader(dir);
  const [row] = await reader.fleet();
  const { machines } = (await openIndex(dir, reader).packages()).values;
  expect(machines.map(({ seq }) => seq)).toEqual([row?.snapshots]);
});

it('is begun anew where a file of it was cut short or spoilt', async () => {
  const dir = await temporaryFolder();
  const story = [0, 1, 2].map((day) => ({ machine: 0, day, late: 0, software: [`bash ${day}`], memory: 1 }));
  await tell(dir, story);
  const reader = await openReader(dir);
  const right = await answersOf(reader, derivedIndex(reader));
  for (const name of ['marks.json', 'values.bin']) {
    await writeFile(join(dir, 'index', name), '{"version":1');
    expect(await answersOf(reader, openIndex(dir, reader))).toEqual(right);
  }
  expect((await checkIndex(dir)).map(({ path }) => path)).toEqual(['index/marks.json', 'index/values.bin']);
  await repaired(dir);
  expect(await checkIndex(dir)).toEqual([]);
});

it('finds a spoilt byte of the packages, a spoilt day and a month that is cut short', async () => {
  const dir = await temporaryFolder();
  await tell(
    dir,
    [0, 1].map((day) => ({ machine: 0, day, late: 0, software: [`bash ${day}`], memory: 1 })),
  );
  const index = join(dir, 'index');
  const values = await readFile(join(index, 'values.bin'));
  await writeFile(join(index, 'values.bin'), Buffer.concat([values.subarray(0, -1), Buffer.from([0x55])]));
  await writeFile(join(index, 'days', '2026-09-28.json'), '[{}]');
  await truncate(join(index, 'changes', '2026-09.ndjson'), 40);
  expect((await checkIndex(dir)).map(({ path }) => path)).toEqual([
    'index/values.bin',
    'index/changes/2026-09.ndjson',
    'index/days/2026-09-28.json',
  ]);
});

async function tell(dir: string, story: readonly Told[], indexed = true): Promise<void> {
  const store = await openFiles(dir, indexed ? indexKeeper(dir) : undefined);
  for (const one of story) {
    const at = dayAfter(one.day);
    const receivedAt = new Date(start + (one.day + one.late) * DAY + 1000).toISOString();
    await ingest(store, inventoryOf(one, at), receivedAt);
  }
  await store.close();
}

function dayAfter(days: number): string {
  return new Date(start + days * DAY).toISOString();
}

function inventoryOf({ machine, software, memory }: Told, at: string): Inventory {
  const sections = {
    ...(memory && { hardware: [{ name: `PC${machine}`, memory }] }),
    ...(software && { softwares: packages(...software) }),
  };
  return inventory(sections, { deviceId: `pc${machine}-2026-09-01-08-00-00`, at });
}

async function repaired(dir: string): Promise<void> {
  await repair(dir, async (reader) => buildIndex(dir, reader, await reader.fleet()));
}

async function indexBytes(dir: string): Promise<Readonly<Record<string, string>>> {
  const folder = join(dir, 'index');
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const contents = files.sort().map(async (path) => [path.slice(folder.length), await readFile(path, 'latin1')]);
  return Object.fromEntries(await Promise.all(contents));
}

async function answersOf(reader: StoreReader, index: ReturnType<typeof openIndex>) {
  const { values } = await index.packages();
  return {
    changes: inOrder(await index.changes(...always)),
    entries: inOrder(await index.entries(...always)),
    packages: Buffer.from(encodePackages(values)).toString('latin1'),
    fleet: await reader.fleet(),
  };
}

function inOrder<T>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
