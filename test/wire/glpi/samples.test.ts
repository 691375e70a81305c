import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inventory } from '../../../src/model/inventory.ts';
import { readDocument } from '../../../src/wire/document.ts';
import { encodeGlpi } from '../../../src/wire/glpi/inventory.ts';
import { anySections } from '../arbitrary.ts';
import { sampleDocuments } from '../sample-documents.ts';
import { samples, schemaChecker } from './schema.ts';

/** Every inventory there is, by file. */
async function allInventories(): Promise<readonly (readonly [string, Inventory])[]> {
  const read = await Promise.all(
    sampleDocuments().map(async ([file, bytes]) => {
      const { inventory, devices = [] } = (await readDocument(bytes, { inflate: 'sync' })).request;
      return (inventory ? [inventory] : devices).map((one) => [file, one] as const);
    }),
  );
  return read.flat();
}

describe.runIf(samples)('every inventory of a real agent', async () => {
  const problems = samples ? schemaChecker() : () => undefined;
  const inventories = await allInventories();

  it('is there', () => {
    expect(inventories.filter(([file]) => file.endsWith('.json')).length).toBeGreaterThanOrEqual(21);
    expect(inventories.length).toBeGreaterThanOrEqual(73);
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

  it.each(inventories)('%s is valid as GLPI JSON, also a strict one', (_file, inventory) => {
    expect(problems(encodeGlpi(inventory).text)).toBeUndefined();
    expect(problems(encodeGlpi(inventory, { strict: true }).text)).toBeUndefined();
    expect(encodeGlpi(inventory, { strict: true }).text).not.toContain('_parcours');
  });
});
