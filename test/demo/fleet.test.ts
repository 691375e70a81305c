import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { copyDemo } from '../../src/demo/copy.ts';
import { eventKinds } from '../../src/demo/events/change.ts';
import { makeFleet } from '../../src/demo/fleet.ts';
import { readRecipe } from '../../src/demo/recipe.ts';
import { buildIndex } from '../../src/fleet/index/build.ts';
import { sha256 } from '../../src/model/canonical.ts';
import { openReader } from '../../src/store/files.ts';
import { check } from '../../src/store/fsck.ts';
import { repair } from '../../src/store/repair.ts';

const SCHOOL = 'snapshots/school';
let scratch: string;
let made: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'parcours-demo-'));
  made = join(scratch, 'made');
  await makeFleet({ machines: 12, months: 3, seed: 1, end: new Date('2026-10-31'), directory: made });
});
afterAll(() => rm(scratch, { recursive: true }));

describe('the school that ships', () => {
  it('is what the demonstration command writes, byte for byte', async () => {
    expect(await contentOf(made)).toEqual(await contentOf(SCHOOL));
  });

  it('has twelve machines and stays small', async () => {
    expect(await (await openReader(SCHOOL)).fleet()).toHaveLength(12);
    const sizes = await Promise.all((await filesOf(SCHOOL)).map(async (path) => (await stat(join(SCHOOL, path))).size));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
  });
});

describe('a fleet that is made', () => {
  it('counts its machines, inventories and snapshots', async () => {
    const directory = join(scratch, 'counted');
    const counted = await makeFleet({ machines: 3, months: 1, seed: 5, end: new Date('2026-10-31'), directory });
    const rows = await (await openReader(directory)).fleet();
    expect(counted.machines).toBe(rows.length);
    expect(counted.snapshots).toBe(rows.reduce((sum, row) => sum + row.snapshots, 0));
    expect(counted.inventories).toBeGreaterThanOrEqual(counted.snapshots);
  });

  it('never mixes with what a folder holds already', async () => {
    const directory = await mkdtemp(join(scratch, 'taken-'));
    await writeFile(join(directory, 'theirs'), 'theirs');
    const making = makeFleet({ machines: 1, months: 1, seed: 1, end: new Date('2026-10-31'), directory });
    await expect(making).rejects.toMatchObject({ code: 'cannot-write' });
    expect(await readdir(directory)).toEqual(['theirs']);
  });

  it('keeps the whole history of a machine', async () => {
    const reader = await openReader(made);
    const upgraded = (await reader.fleet()).find(({ name }) => name === 'B104-02');
    const timeline = await reader.timeline(upgraded?.id ?? '');
    expect(timeline.length).toBe(upgraded?.snapshots);
    const systems = await Promise.all(
      timeline.map(async ({ seq }) => (await reader.rows(upgraded?.id ?? '', seq, 'hardware'))?.[0]?.['osComments']),
    );
    expect(new Set(systems).size).toBe(2);
  });
});

describe('a large fleet', () => {
  const large = { machines: 104, months: 1, seed: 7, end: new Date('2026-10-31'), plant: eventKinds };
  const [one, other] = ['large', 'large-too'];

  beforeAll(async () => {
    for (const name of [one, other]) await makeFleet({ ...large, directory: join(scratch, name) });
  }, 60_000);

  it('is the same, byte for byte, index included', async () => {
    expect(await digestOf(join(scratch, one))).toEqual(await digestOf(join(scratch, other)));
  });

  it('is sound, and has the index that a repair would make', async () => {
    const directory = join(scratch, one);
    expect(await check(directory)).toEqual([]);
    const before = await digestOf(directory);
    await repair(directory, async (reader) => buildIndex(directory, reader, await reader.fleet()));
    expect(await digestOf(directory)).toEqual(before);
  });

  it('has rooms of one image and one model, with printers and switches', async () => {
    const rows = await (await openReader(join(scratch, one))).fleet();
    const room = rows.filter(({ tag }) => tag === 'A100');
    expect(new Set(room.map(({ kind }) => kind))).toEqual(new Set(['computer', 'printer', 'network']));
    const computers = room.filter(({ kind }) => kind === 'computer');
    expect(new Set(computers.map(({ model }) => model)).size).toBe(1);
    expect(Math.min(...computers.map(({ softwareCount = 0 }) => softwareCount))).toBeGreaterThan(300);
  });
});

describe('a copy for the tour', () => {
  it('ends yesterday and is otherwise the same fleet', async () => {
    const to = join(scratch, 'tour');
    await copyDemo({ from: made, to, now: Date.parse('2027-02-03T08:00:00Z') });
    const [original, copied] = await Promise.all([fleetOf(made), fleetOf(to)]);
    expect(
      copied
        .map(({ lastSeen }) => lastSeen.slice(0, 10))
        .sort()
        .at(-1),
    ).toBe('2027-02-02');
    expect(copied.map(({ name, snapshots }) => [name, snapshots])).toEqual(
      original.map(({ name, snapshots }) => [name, snapshots]),
    );
    expect((await readRecipe(to)).end).toEqual(new Date('2027-02-02'));
  });
});

async function fleetOf(directory: string) {
  const rows = await (await openReader(directory)).fleet();
  return [...rows].sort((one, other) => (one.name < other.name ? -1 : 1));
}

async function filesOf(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
    .sort();
}

/** Deflated content is compared inflated: releases of zlib pack the same text in other ways. */
async function contentOf(directory: string): Promise<Readonly<Record<string, string>>> {
  const paths = await filesOf(directory);
  const read = async (path: string) => {
    const bytes = await readFile(join(directory, path));
    return [path, (path.endsWith('.z') ? inflateSync(bytes) : bytes).toString('utf8')] as const;
  };
  return Object.fromEntries(await Promise.all(paths.map(read)));
}

async function digestOf(directory: string): Promise<Readonly<Record<string, string>>> {
  const contents = Object.entries(await contentOf(directory));
  return Object.fromEntries(contents.map(([path, content]) => [path, sha256(content)]));
}
