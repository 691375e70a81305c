import { describe, expect, it } from 'vitest';
import type { Inventory } from '../../src/model/inventory.ts';
import { readDocument } from '../../src/wire/document.ts';
import { encodeGlpi } from '../../src/wire/glpi/inventory.ts';
import { encodeInventory } from '../../src/wire/ocs/request.ts';
import { encodeOwn } from '../../src/wire/own.ts';
import { inventoryOf } from './captures.ts';
import { sampleDocuments } from './sample-documents.ts';

/** Every inventory that real agents sent, through each writer and back. */
const documents = sampleDocuments();

const writers: readonly (readonly [string, (inventory: Inventory) => string])[] = [
  ['OCS XML', (inventory) => encodeInventory({ deviceId: NO_ID, ...inventory }, 0)],
  ['GLPI JSON', (inventory) => encodeGlpi(inventory).text],
  ['our own JSON', encodeOwn],
];
/** What an OCS document cannot do without. */
const NO_ID = 'pc1-2026-01-02-03-04-05';

describe.runIf(documents.length > 0)('every inventory of a real agent', async () => {
  const told = await Promise.all(
    documents.map(async ([file, bytes]) => {
      const { inventory, devices = [], query } = (await readDocument(bytes, { inflate: 'sync' })).request;
      return { file, query, inventories: inventory ? [inventory] : devices };
    }),
  );
  const inventories = told.flatMap(({ file, inventories }) => inventories.map((one) => [file, one] as const));

  it('is decoded', () => {
    const asked = told.filter(({ query }) => query !== 'PROLOG' && query !== 'CONTACT');
    expect(asked.length).toBeGreaterThanOrEqual(73);
    expect(asked.filter(({ inventories: { length } }) => length === 0)).toEqual([]);
    expect(inventories.filter(([, { sections }]) => Object.keys(sections).length === 0)).toEqual([]);
  });

  describe.each(writers)('is the same after it was written as %s', (_, write) => {
    it.each(inventories)('%s', async (_file, inventory) => {
      const { at, deviceId, ...again } = await inventoryOf(Buffer.from(write(inventory)));
      expect({ ...again, ...(inventory.at && { at }), ...(inventory.deviceId && { deviceId }) }).toEqual(inventory);
    });
  });
});
