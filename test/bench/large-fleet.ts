import { IndexBuilder } from '../../src/fleet/index/build.ts';
import { ingest } from '../../src/fleet/ingest.ts';
import type { Inventory } from '../../src/model/inventory.ts';
import { DAY } from '../../src/model/time.ts';
import { BulkStore } from '../../src/store/bulk.ts';
import { madeMachine, madePackages } from './machines.ts';

/** Installed the same way, so that the very same packages stand on many machines. */
const IMAGES = 40;
const [PACKAGES, MANY_PACKAGES] = [1000, 3000];
/** The first machines have as many packages as machines ever have. */
const LARGE_MACHINES = 2;
/** Each machine got more memory on one of so many days. */
const DAYS = 28;
const [FIRST, LATER] = [Date.UTC(2026, 9, 1), Date.UTC(2026, 9, 12)];

/** Fills a store with a large fleet that has many packages and a past, and its index; always the same one. */
export async function fillLargeFleet(store: string, machines: number): Promise<void> {
  const [bulk, index] = [new BulkStore(store), new IndexBuilder()];
  const images = Array.from({ length: IMAGES }, (_, image) => madePackages(image, PACKAGES));
  await bulk.open();
  for (let number = 0; number < machines; number++) {
    const packages = number < LARGE_MACHINES ? madePackages(number, MANY_PACKAGES) : images[number % IMAGES];
    const machine = bulk.machine();
    for (const inventory of inventoriesOf(number, packages)) await ingest(machine, inventory, inventory.at);
    await bulk.keep(machine);
    if (machine.record) await index.add(machine.record.id, machine);
  }
  await bulk.writeFleet();
  await index.write(store);
}

function inventoriesOf(
  number: number,
  softwares: Inventory['sections']['softwares'] = [],
): readonly (Inventory & { readonly at: string })[] {
  const made = madeMachine(number, 0);
  const sections = { ...made.sections, softwares };
  const grown = sections.hardware?.map((row) => ({ ...row, memory: 16_384 }));
  const day = LATER + (number % DAYS) * DAY;
  return [
    { ...made, sections, at: new Date(FIRST).toISOString() },
    { ...made, sections: { ...sections, hardware: grown ?? [] }, at: new Date(day).toISOString() },
  ];
}
