import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalOrder, canonicalRows, sectionDigest, volatileRow } from '../../../../src/model/canonical.ts';
import { type AnySections, type SectionName, type Sections, sectionNames } from '../../../../src/model/catalogue.ts';
import type { AnyRow } from '../../../../src/model/descriptor.ts';
import type { Inventory } from '../../../../src/model/inventory.ts';
import { readDocument } from '../../../../src/wire/document.ts';
import { comparedSections, decodeOffer, encodeOffer } from '../../../../src/wire/ocs/agreement/agreement.ts';
import { heldOtherwise, rebuild } from '../../../../src/wire/ocs/agreement/rebuild.ts';
import { heldAfter, thin } from '../../../../src/wire/ocs/agreement/thin.ts';
import { encodeInventory } from '../../../../src/wire/ocs/request.ts';
import { anySections } from '../../arbitrary.ts';

const deviceId = 'pc1-2026-01-02-03-04-05';

/** An inventory as a receiver decodes it. */
async function received(inventory: Inventory): Promise<Inventory> {
  const xml = encodeInventory({ ...inventory, deviceId }, 0);
  const { request } = await readDocument(Buffer.from(xml), { inflate: 'sync' });
  if (!request.inventory) throw new Error('no inventory');
  return request.inventory;
}

function inventoryOf(sections: AnySections): Promise<Inventory> {
  const reports = Object.fromEntries(Object.keys(sections).map((name) => [name, { state: 'complete' as const }]));
  const about = { deviceId, kind: 'computer', agent: 'parcours_v0.1.0', account: {}, extras: [] } as const;
  return received({ ...about, sections: sections as Sections, reports });
}

/** What a server holds that was sent an inventory. */
function stateOf({ sections }: Inventory) {
  const names = comparedSections.filter((name) => sections[name] !== undefined);
  return {
    digests: Object.fromEntries(names.map((name) => [name, sectionDigest(name, sections[name] ?? [])])),
    rows: async (name: SectionName) =>
      sections[name] && canonicalRows(name, sections[name]).map(({ text }) => JSON.parse(text)),
    volatile: Object.fromEntries(names.map((name) => [name, valuesIn(name, sections[name] ?? [])])),
  };
}

function valuesIn(name: SectionName, rows: readonly AnyRow[]): readonly AnyRow[] {
  return canonicalOrder(name, rows).map((row) => volatileRow(name, row));
}

async function across(before: Inventory, now: Inventory) {
  const delta = await received(thin(now, heldAfter(before, undefined, {})));
  if (!delta.delta) throw new Error('no delta');
  return { delta, rebuilt: await rebuild(delta, delta.delta, stateOf(before)) };
}

/** As a store keeps it: lists sorted, rows in no order. */
function asKept({ sections }: Inventory) {
  return sectionNames.map((name) => [name, sections[name] && texts(name, sections[name]).sort()]);
}

function texts(name: SectionName, rows: readonly AnyRow[]): string[] {
  return canonicalRows(name, rows).map(({ row, text }) => text + JSON.stringify(volatileRow(name, row)));
}

const packages = (count: number) =>
  Array.from({ length: count }, (_, i) => ({ name: `package-${i}`, version: '1.0', from: 'deb' }));

describe('a delta', () => {
  it('put back together is the inventory, whatever was held before', async () => {
    await fc.assert(
      fc.asyncProperty(anySections, anySections, fc.boolean(), async (first, second, keeps) => {
        const before = await inventoryOf(first);
        const now = await inventoryOf(keeps ? { ...first, ...second } : second);
        const { rebuilt } = await across(before, now);
        expect('inventory' in rebuilt && asKept(rebuilt.inventory)).toEqual(
          asKept({ ...now, sections: withoutUnchanged(now, before) }),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('of a machine on which nothing changed has volatile values only', async () => {
    const sections = {
      hardware: [{ name: 'pc1', description: 'up since Monday' }],
      bios: [{ serial: 'S1' }],
      drives: [
        { type: '/', free: 100, total: 200 },
        { type: '/home', free: 7, total: 900 },
      ],
      softwares: packages(50),
      printers: [],
    };
    const moved = { ...sections, drives: sections.drives.map((drive) => ({ ...drive, free: drive.free + 1 })) };
    const { delta, rebuilt } = await across(await inventoryOf(sections), await inventoryOf(moved));
    expect(delta.sections).toEqual({ hardware: [], drives: [{ free: 101 }, { free: 8 }] });
    expect('inventory' in rebuilt && rebuilt.inventory.sections).toMatchObject({
      hardware: [{ name: 'pc1', description: 'up since Monday' }],
      drives: moved.drives,
    });
    expect(Object.keys(delta.reports)).toEqual(['hardware', 'drives']);
    expect('inventory' in rebuilt && rebuilt.inventory.reports).toMatchObject({
      bios: { state: 'unchanged' },
      softwares: { state: 'unchanged' },
      printers: { state: 'unchanged' },
    });
  });

  it('has no word of a row without volatile values, beside one that has some', async () => {
    const security = [
      { name: 'secure-boot', state: 'on' },
      { name: 'pending-updates', state: 'pending', count: 3 },
      { name: 'reboot', state: 'none' },
    ];
    const moved = security.map((row) => (row.count === undefined ? row : { ...row, count: 4 }));
    const { delta, rebuilt } = await across(await inventoryOf({ security }), await inventoryOf({ security: moved }));
    expect(delta.sections.security).toEqual([{ count: 4 }]);
    expect('inventory' in rebuilt && asKept(rebuilt.inventory)).toEqual(asKept(await inventoryOf({ security: moved })));
  });

  it('calls skipped what is held and was not collected: nothing said would mean unchanged', async () => {
    const before = await inventoryOf({ bios: [{ serial: 'S1' }], softwares: packages(3) });
    const { rebuilt } = await across(before, await inventoryOf({ bios: [{ serial: 'S1' }] }));
    expect('inventory' in rebuilt && rebuilt.inventory.reports).toMatchObject({
      bios: { state: 'unchanged' },
      softwares: { state: 'skipped', reason: 'not-sent' },
    });
  });

  it('costs the same however many sections did not change', async () => {
    const [few, many] = await Promise.all(
      [comparedSections.slice(0, 1), comparedSections].map(async (names) => {
        const rows = names.map((name) => [name, [{ extras: [{ name: 'PLUGIN', text: 'x' }] }]] as const);
        const inventory = await inventoryOf(Object.fromEntries(rows));
        return encodeInventory({ ...thin(inventory, heldAfter(inventory, undefined, {})), deviceId }, 0).length;
      }),
    );
    expect(many).toBe(few);
  });

  it('of a long list has the rows that came, and a word for each that went', async () => {
    const now = [...packages(50).slice(1), { name: 'package-0', version: '2.0', from: 'deb' }, { name: 'new' }];
    const { delta, rebuilt } = await across(
      await inventoryOf({ softwares: packages(50) }),
      await inventoryOf({ softwares: now }),
    );
    expect(delta.sections.softwares).toHaveLength(2);
    expect(delta.delta?.changes.softwares).toEqual({
      rows: 'added',
      removed: [expect.stringMatching(/^[0-9a-f]{12}$/)],
    });
    expect('inventory' in rebuilt && rebuilt.inventory.sections.softwares).toHaveLength(51);
  });

  it('of a list that is another has all of it', async () => {
    const other = packages(50).map(({ name }) => ({ name, version: '2.0' }));
    const { delta } = await across(
      await inventoryOf({ softwares: packages(50) }),
      await inventoryOf({ softwares: other }),
    );
    expect([delta.sections.softwares?.length, delta.delta?.changes]).toEqual([50, {}]);
  });

  it('never leaves out what is not complete', async () => {
    const sections = { bios: [{ manufacturer: 'Dell' }] };
    const whole = await inventoryOf(sections);
    const partial = await received({ ...whole, reports: { bios: { state: 'partial', reason: 'needs-root' } } });
    expect((await across(partial, partial)).delta.sections.bios).toEqual(sections.bios);
    expect((await across(partial, whole)).delta.sections.bios).toEqual(sections.bios);
  });

  it('keeps the rows of a section of which the same row comes twice', async () => {
    const twice = [...packages(40), ...packages(40)];
    const { rebuilt } = await across(
      await inventoryOf({ softwares: twice }),
      await inventoryOf({ softwares: twice.slice(1) }),
    );
    expect('inventory' in rebuilt && rebuilt.inventory.sections.softwares).toHaveLength(79);
  });
});

describe('what does not fit', () => {
  const drives = [{ type: '/', free: 1 }];
  const sections = { bios: [{ serial: 'S1' }], softwares: packages(40), drives };
  const changed = { ...sections, softwares: packages(41), drives: [{ type: '/', free: 2 }] };

  it.each([
    ['another base', (delta: Inventory) => ({ ...delta, delta: { ...claimOf(delta), base: 'f'.repeat(64) } })],
    ['another whole', (delta: Inventory) => ({ ...delta, delta: { ...claimOf(delta), whole: 'f'.repeat(64) } })],
    [
      'a row to take away that is not there',
      (delta: Inventory) => ({
        ...delta,
        delta: { ...claimOf(delta), changes: { softwares: { rows: 'added' as const, removed: ['0123456789ab'] } } },
      }),
    ],
    [
      'a volatile value too many',
      (delta: Inventory) => ({ ...delta, sections: { ...delta.sections, drives: [...drives, ...drives] } }),
    ],
    [
      'a place that no row has',
      (delta: Inventory) => ({
        ...delta,
        delta: { ...claimOf(delta), changes: { drives: { rows: 'volatile' as const, places: [7] } } },
      }),
    ],
    [
      'a row that the agent did not send',
      (delta: Inventory) => ({
        ...delta,
        sections: { ...delta.sections, softwares: [{ name: 'planted' }] },
      }),
    ],
  ])('(%s) is seen', async (_, spoil) => {
    const before = await inventoryOf(sections);
    const { delta } = await across(before, await inventoryOf(changed));
    const spoilt = spoil(delta);
    expect(await rebuild(spoilt, claimOf(spoilt), stateOf(before))).toEqual({ misfit: expect.any(String) });
  });

  it('because the volatile values held are lost or others is seen', async () => {
    const { delta } = await across(await inventoryOf(sections), await inventoryOf(sections));
    expect(claimOf(delta).changes.drives).toMatchObject({ rows: 'held' });
    for (const volatile of [{}, { drives: [{ free: 2 }] }]) {
      const other = { ...stateOf(await inventoryOf(sections)), volatile };
      expect(await rebuild(delta, claimOf(delta), other)).toEqual({ misfit: expect.any(String) });
    }
  });

  it('because the rows held are lost is seen', async () => {
    const before = await inventoryOf(sections);
    const { delta } = await across(before, await inventoryOf(changed));
    const lost = { ...stateOf(before), rows: async () => undefined };
    expect(await rebuild(delta, claimOf(delta), lost)).toEqual({ misfit: expect.any(String) });
  });

  it('is still a delta where half of its claim was lost', async () => {
    const xml = `<REQUEST><CONTENT><PARCOURS><WHOLE>x</WHOLE></PARCOURS></CONTENT><DEVICEID>${deviceId}</DEVICEID><QUERY>INVENTORY</QUERY></REQUEST>`;
    const { request } = await readDocument(Buffer.from(xml), { inflate: 'sync' });
    expect(request.inventory?.delta).toEqual({ base: '', whole: 'x', changes: {} });
  });
});

describe('what an agent is told', () => {
  it('is nothing where all that is held is what it sent', async () => {
    const inventory = await inventoryOf({ bios: [{ serial: 'S1' }] });
    expect(heldOtherwise(stateOf(inventory).digests, inventory)).toEqual({});
  });

  it('is what others sent, and what was merged', async () => {
    const inventory = await inventoryOf({ bios: [{ serial: 'S1' }] });
    const digests = { bios: 'merged', printers: 'of another agent' };
    expect(heldOtherwise(digests, inventory)).toEqual(digests);
    expect(heldAfter(inventory, undefined, digests)).toMatchObject({ digests, settled: ['bios'] });
  });
});

it('an offer is read as it was written', () => {
  expect(decodeOffer([encodeOffer('ab')])).toEqual({ catalogue: expect.stringMatching(/^[0-9a-f]{16}$/), state: 'ab' });
  expect(decodeOffer([encodeOffer(undefined)])).not.toHaveProperty('state');
  expect(decodeOffer([{ name: 'DOWNLOAD', params: [] }])).toBeUndefined();
});

function claimOf({ delta }: Inventory) {
  if (!delta) throw new Error('no delta');
  return delta;
}

/** Sections that were settled and are the same come as a word only. */
function withoutUnchanged(now: Inventory, before: Inventory): Sections {
  const { reports } = thin(now, heldAfter(before, undefined, {}));
  const kept = Object.entries(now.sections).filter(([name]) => reports[name as SectionName]?.state !== 'unchanged');
  return Object.fromEntries(kept);
}
