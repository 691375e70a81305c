import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rootedHost } from '../../src/collect/rooted-host.ts';
import { collect } from '../../src/collect/run.ts';
import type { Inventory } from '../../src/model/inventory.ts';
import { silentLog } from '../../src/model/log.ts';
import { encodeGlpi } from '../../src/wire/glpi/inventory.ts';
import { inventoryElement } from '../../src/wire/ocs/request.ts';
import { writeXml } from '../../src/wire/xml.ts';
import { inventoryOf } from './captures.ts';
import { samples, schemaChecker } from './glpi/schema.ts';

const folder = 'test/fixtures/hosts';
const machines = readdirSync(folder);

async function inventoryOfMachine(name: string): Promise<Inventory & { readonly deviceId: string }> {
  const { sections, reports } = await collect(await rootedHost(`${folder}/${name}`), { log: silentLog });
  const deviceId = `${name}-2026-11-23-18-00-00`;
  return { deviceId, kind: 'computer', agent: 'parcours_v0.1.0', sections, reports, account: {}, extras: [] };
}

describe('the inventory of every machine', () => {
  it.each(machines)('comes back whole from the XML of OCS: %s', async (name) => {
    const inventory = await inventoryOfMachine(name);
    const received = await inventoryOf(Buffer.from(writeXml(inventoryElement(inventory, 0))));
    expect(withRows(received.sections)).toEqual(withRows(inventory.sections));
  });

  it.each(machines)('comes back whole from the JSON of GLPI: %s', async (name) => {
    const inventory = await inventoryOfMachine(name);
    const received = await inventoryOf(Buffer.from(encodeGlpi(inventory).text));
    expect(withRows(received.sections)).toEqual(withRows(inventory.sections));
  });

  it.runIf(samples).each(machines)('is valid as GLPI JSON, also a strict one: %s', async (name) => {
    const problems = schemaChecker();
    const inventory = await inventoryOfMachine(name);
    expect(problems(encodeGlpi(inventory).text)).toBeUndefined();
    expect(problems(encodeGlpi(inventory, { strict: true }).text)).toBeUndefined();
  });
});

/** A section without rows is said by its completeness alone. */
function withRows(sections: Inventory['sections']): object {
  return Object.fromEntries(Object.entries(sections).filter(([, rows]) => rows && rows.length > 0));
}
