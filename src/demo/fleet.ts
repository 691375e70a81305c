import { rm } from 'node:fs/promises';
import { ingest } from '../fleet/ingest.ts';
import { ParcoursError } from '../model/errors.ts';
import { listFolder } from '../store/durable.ts';
import { openFiles } from '../store/files.ts';
import { layoutOf } from '../store/layout.ts';
import { writeRecipe } from './recipe.ts';
import { type FleetOptions, simulate } from './simulate.ts';

export interface MadeFleet {
  readonly machines: number;
  readonly inventories: number;
  readonly snapshots: number;
}

/**
 * Writes a made-up fleet into a new store; the same options give the same files.
 * Fails with `cannot-write` where the folder is not empty: a demonstration never mixes with a real fleet.
 */
export async function makeFleet({
  directory,
  ...options
}: FleetOptions & { readonly directory: string }): Promise<MadeFleet> {
  await refuseFullFolder(directory);
  // No lock: nobody else knows of a folder that was empty a moment ago.
  const store = await openFiles(directory);
  let inventories = 0;
  for (const { inventory, receivedAt } of simulate(options)) {
    await ingest(store, inventory, receivedAt);
    inventories += 1;
  }
  const rows = await store.fleet();
  await store.close();
  await dropIndex(directory);
  await writeRecipe(directory, options);
  return { machines: rows.length, inventories, snapshots: rows.reduce((sum, row) => sum + row.snapshots, 0) };
}

async function refuseFullFolder(directory: string): Promise<void> {
  if ((await listFolder(directory)).length === 0) return;
  throw new ParcoursError('cannot-write', `${directory} is not empty; a demonstration fleet wants a folder of its own`);
}

/** The index tells when the files beside it were written, which no two runs share; readers do without it. */
async function dropIndex(directory: string): Promise<void> {
  await rm(layoutOf(directory).index, { recursive: true, force: true });
}
