import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { presentOf } from '../../src/demo/present.ts';
import { writeRecipe } from '../../src/demo/recipe.ts';
import { newFleet } from '../fleet/inventories.ts';

const february = Date.parse('2027-02-03T10:00:00Z');
const lastDay = { machines: 2, months: 1, seed: 3, end: new Date('2026-10-31') };
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parcours-present-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function present(clock: number, ...seen: readonly string[]): Promise<string> {
  const { store, tell } = newFleet();
  for (const at of seen) await tell(at, {});
  const now = await presentOf(folder, store, () => clock);
  return new Date(now()).toISOString();
}

it('is what the clock says for a fleet of real machines', async () => {
  expect(await present(february, '2026-10-30T08:00:00Z')).toBe('2027-02-03T10:00:00.000Z');
});

it('is the end of its last day for a demonstration, however long ago', async () => {
  await writeRecipe(folder, lastDay);
  expect(await present(february, '2026-10-31T08:00:00Z')).toBe('2026-10-31T23:59:59.999Z');
});

it('is never ahead of the clock', async () => {
  await writeRecipe(folder, lastDay);
  const noon = Date.parse('2026-10-31T12:00:00Z');
  expect(await present(noon, '2026-10-31T08:00:00Z')).toBe('2026-10-31T12:00:00.000Z');
});

it('is what the clock says once a real machine told of itself in a demonstration', async () => {
  await writeRecipe(folder, lastDay);
  expect(await present(february, '2026-10-31T08:00:00Z', '2027-02-03T09:00:00Z')).toBe('2027-02-03T10:00:00.000Z');
});
