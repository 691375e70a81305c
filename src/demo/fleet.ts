import { rm } from 'node:fs/promises';
import { IndexBuilder } from '../fleet/index/build.ts';
import { ingest } from '../fleet/ingest.ts';
import { problem } from '../i18n/problem.ts';
import { BulkStore } from '../store/bulk.ts';
import { listFolder } from '../store/durable.ts';
import { layoutOf } from '../store/layout.ts';
import { writeRecipe } from './recipe.ts';
import { isLarge } from './rooms.ts';
import { type FleetOptions, lives } from './simulate.ts';

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
  const [bulk, index] = [new BulkStore(directory), new IndexBuilder()];
  await bulk.open();
  const made = { machines: 0, inventories: 0, snapshots: 0 };
  for (const { reports } of lives(options)) {
    const machine = bulk.machine();
    for (const { inventory, receivedAt } of reports) await ingest(machine, inventory, receivedAt);
    await bulk.keep(machine);
    if (!machine.record) continue;
    if (isLarge(options)) await index.add(machine.record.id, machine);
    made.machines += 1;
    made.inventories += reports.length;
    made.snapshots += machine.record.seq;
  }
  if (isLarge(options)) {
    await bulk.writeFleet();
    await index.write(directory);
  } else await dropIndex(directory);
  await writeRecipe(directory, options);
  return made;
}

async function refuseFullFolder(directory: string): Promise<void> {
  if ((await listFolder(directory)).length === 0) return;
  throw problem('cannot-write', 'fullDemoFolder', directory);
}

/** A few machines are read as fast without an index. */
async function dropIndex(directory: string): Promise<void> {
  await rm(layoutOf(directory).index, { recursive: true, force: true });
}
