import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inventory } from '../../../src/model/inventory.ts';
import { readDocument } from '../../../src/wire/document.ts';
import { encodeGlpi } from '../../../src/wire/glpi/inventory.ts';
import { anySections } from '../arbitrary.ts';
import { inventoryOf } from '../captures.ts';
import { samples, schemaChecker } from './schema.ts';

const folders = [
  'samples/inventory_format/json',
  'samples/inventory_format/xml',
  'glpi-agent-captures',
  'captures/ocs-unix-2.10.0',
  'captures/fusion-2.6',
];

/** Every inventory there is, by file. */
async function allInventories(): Promise<ReadonlyMap<string, Inventory>> {
  const inventories = new Map<string, Inventory>();
  for (const folder of folders) {
    for (const name of readdirSync(join(samples ?? '', folder))) {
      if (!/\.(?:json|xml|bin|ocs)$/.test(name) || name.endsWith('.headers.json')) continue;
      const bytes = readFileSync(join(samples ?? '', folder, name));
      const { request } = await readDocument(bytes, { inflate: 'sync' });
      if (request.inventory) inventories.set(`${folder}/${name}`, request.inventory);
    }
  }
  return inventories;
}

describe.runIf(samples)('every inventory of a real agent', async () => {
  const problems = samples ? schemaChecker() : () => undefined;
  const inventories = [...(samples ? await allInventories() : [])];

  it('is there', () => {
    expect(inventories.filter(([file]) => file.endsWith('.json')).length).toBeGreaterThanOrEqual(21);
    expect(inventories.length).toBeGreaterThan(50);
  });

  it('is one of many: any other is written validly too', () => {
    fc.assert(
      fc.property(anySections, (sections) => {
        const inventory: Inventory = { kind: 'computer', agent: 'x', sections, reports: {}, account: {}, extras: [] };
        expect(problems(encodeGlpi(inventory).text)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  it.each(inventories)('%s is the same after it was written as GLPI JSON', async (_file, inventory) => {
    const again = await inventoryOf(Buffer.from(encodeGlpi(inventory).text));
    expect(again).toEqual(inventory);
  });

  it.each(inventories)('%s is valid as GLPI JSON, also a strict one', (_file, inventory) => {
    expect(problems(encodeGlpi(inventory).text)).toBeUndefined();
    expect(problems(encodeGlpi(inventory, { strict: true }).text)).toBeUndefined();
    expect(encodeGlpi(inventory, { strict: true }).text).not.toContain('_parcours');
  });
});
