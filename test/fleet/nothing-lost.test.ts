import { describe, expect, it } from 'vitest';
import { inventoryOf as inventoryOfView } from '../../src/cli/export-view.ts';
import { ingest } from '../../src/fleet/ingest.ts';
import { createFleet } from '../../src/fleet/query.ts';
import type { Inventory } from '../../src/model/inventory.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { encodeInventory } from '../../src/wire/ocs/request.ts';
import { inventoryOf } from '../wire/captures.ts';
import { lostElements, valuesIn } from '../wire/lost-elements.ts';
import { documentsIn, sampleDocuments } from '../wire/sample-documents.ts';
import { monday } from './inventories.ts';

const documents = [
  ...['test/fixtures/wire/ocs', 'test/fixtures/wire/fusion'].flatMap(documentsIn),
  ...sampleDocuments(),
];

/** The documents among them that are inventories in XML. */
const inventories = documents.filter(([, bytes]) => Buffer.from(bytes).includes('<QUERY>INVENTORY</QUERY>'));

/** What `export` writes of a machine of which this was told. */
async function throughTheStore(inventory: Inventory): Promise<string> {
  const store = memoryStore();
  const { id, seq } = await ingest(store, inventory, monday);
  return encodeInventory(inventoryOfView(await createFleet(store, () => 0).view({ id, seq })), 1);
}

describe.each(inventories)('%s', (_file, bytes) => {
  it('loses no element on its way through the store', async () => {
    expect((await valuesIn(bytes)).length).toBeGreaterThan(20);
    const kept = await throughTheStore(await inventoryOf(bytes));
    expect(await lostElements(bytes, kept)).toEqual([]);
  });

  it('says the same once it was written and read again', async () => {
    const inventory = { deviceId: 'pc1-2026-01-02-03-04-05', ...(await inventoryOf(bytes)) };
    const { at: _, ...again } = await inventoryOf(Buffer.from(encodeInventory(inventory, 1)));
    expect(again).toEqual(inventory);
  });
});
