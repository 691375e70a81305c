import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rootedHost } from '../../src/collect/rooted-host.ts';
import { collect } from '../../src/collect/run.ts';
import { silentLog } from '../../src/model/log.ts';

/**
 * Every folder of test/fixtures/hosts is a machine: what it held (`root/`, `host.json`) and the inventory it gives.
 * `UPDATE_HOSTS=1` writes the inventories again; read the difference before you keep it.
 */
const folder = 'test/fixtures/hosts';
const machines = readdirSync(folder);

async function inventoryOf(name: string) {
  const { sections, reports } = await collect(await rootedHost(`${folder}/${name}`), { log: silentLog });
  return JSON.parse(JSON.stringify({ sections, reports }));
}

describe('a captured machine', () => {
  it.each(machines)('gives the inventory that was found right: %s', async (name) => {
    const path = `${folder}/${name}/expected.json`;
    const inventory = await inventoryOf(name);
    if (process.env['UPDATE_HOSTS']) writeFileSync(path, `${JSON.stringify(inventory, null, 1)}\n`);
    expect(inventory).toEqual(JSON.parse(readFileSync(path, 'utf8')));
  });

  it.each(machines)('says how it was made: %s', (name) => {
    const { made } = JSON.parse(readFileSync(`${folder}/${name}/host.json`, 'utf8'));
    expect(made).toMatch(/^(?:by hand|by debootstrap|recorded)/);
  });

  it.each(machines)(
    'has no blank, no unknown that is spelt out, and a reason for whatever is missing: %s',
    async (name) => {
      const { sections, reports } = await inventoryOf(name);
      const values = Object.values(sections).flatMap((rows) => (rows as object[]).flatMap((row) => Object.values(row)));
      expect(values.filter((value) => value === '' || value === null)).toEqual([]);
      expect(
        values.filter((value) => /^(?:unknown|n\/a|undefined|null|NaN|to be filled.*)$/i.test(String(value))),
      ).toEqual([]);
      for (const [section, report] of Object.entries(reports) as [string, { state: string; reason?: string }][]) {
        expect([section, report.state === 'complete' ? undefined : typeof report.reason]).toEqual([
          section,
          report.state === 'complete' ? undefined : 'string',
        ]);
      }
    },
  );

  it('is one of at least ten', () => {
    expect(machines.length).toBeGreaterThanOrEqual(10);
  });
});
