import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalRows, sectionDigest } from '../../src/model/canonical.ts';
import type { SectionName } from '../../src/model/catalogue.ts';
import type { AnyRow } from '../../src/model/descriptor.ts';
import { openFiles } from '../../src/store/files.ts';
import { memoryStore } from '../../src/store/memory.ts';
import type { StoreWriter } from '../../src/store/store.ts';
import { anyRows } from '../delta/rows.ts';
import { collected, monday, packages, request, tuesday, wednesday } from './requests.ts';
import { temporaryFolder } from './temporary-folder.ts';

const stores: Record<string, () => Promise<StoreWriter>> = {
  'on disk': async () => openFiles(join(await temporaryFolder(), 'store')),
  'in memory': async () => memoryStore(),
};
const id = request({}).id;

describe.each(Object.keys(stores))('the store %s', (kind) => {
  const open = () => (stores[kind] ?? stores['in memory'] ?? fail)();

  it('opens the first snapshot of a machine', async () => {
    const store = await open();
    const result = await store.save(request({ bios: [{ model: 'OptiPlex' }], softwares: packages(3) }));
    expect(result).toMatchObject({ outcome: 'stored', id, seq: 1 });
    expect(await store.rows(id, 1, 'bios')).toEqual([{ model: 'OptiPlex' }]);
    expect(await store.rows(id, 1, 'softwares')).toEqual(packages(3));
    expect(await store.rows(id, 1, 'memories')).toBeUndefined();
    expect(await store.machine(id)).toMatchObject({ name: 'pc1', seq: 1, firstSeen: monday, lastSeen: monday });
  });

  it('gives other work its turn while it saves a long section', async () => {
    const store = await open();
    let turns = 0;
    let waiting = true;
    function other(): void {
      turns++;
      if (waiting) setImmediate(other);
    }
    other();
    await store.save(request({ softwares: packages(20_000) }));
    waiting = false;
    expect(turns).toBeGreaterThan(5);
    expect(await store.rows(id, 1, 'softwares')).toEqual(stableRows('softwares', packages(20_000)));
  });

  it('answers "same" to the same state in another order, and only notes that the machine was seen', async () => {
    const store = await open();
    const result = await store.save(request({ softwares: packages(50) }));
    const again = await store.save(request({ softwares: packages(50).toReversed() }, { at: tuesday }));
    expect(again).toMatchObject({ outcome: 'same', id, seq: 1, digests: result.digests });
    expect(await store.timeline(id)).toHaveLength(1);
    expect(await store.machine(id)).toMatchObject({ lastSeen: tuesday, changedAt: monday });
  });

  it('opens no snapshot for a volatile value, and keeps the latest one', async () => {
    const store = await open();
    await store.save(request({ drives: [{ type: '/', total: 1000, free: 500 }] }));
    const again = await store.save(request({ drives: [{ type: '/', total: 1000, free: 480 }] }));
    expect(again.outcome).toBe('same');
    expect(await store.rows(id, 1, 'drives')).toEqual([{ type: '/', total: 1000 }]);
    expect((await store.machine(id))?.volatile.drives).toEqual([{ free: 480 }]);
  });

  it('opens no snapshot for a section that is wholly volatile, and keeps its latest content', async () => {
    const store = await open();
    await store.save(request({ processes: [{ pid: 1 }] }));
    expect((await store.save(request({ processes: [{ pid: 2 }] }))).outcome).toBe('same');
    expect((await store.machine(id))?.volatile.processes).toEqual([{ pid: 2 }]);
    expect((await store.timeline(id))[0]?.sections).toEqual({});
  });

  it('opens no snapshot when a section is not collected, and keeps what it held', async () => {
    const store = await open();
    await store.save(request({ bios: [{ model: 'M1' }], softwares: packages(900) }));
    const skipped = { completeness: 'skipped', reason: 'not-requested' } as const;
    const bios = collected([{ model: 'M1' }]);
    const result = await store.save(request({}, { at: tuesday, sections: { bios, softwares: skipped } }));
    expect(result).toMatchObject({ outcome: 'same', seq: 1 });
    expect(await store.rows(id, 1, 'softwares')).toHaveLength(900);
    expect((await store.machine(id))?.sections).toMatchObject({
      bios: { completeness: 'complete', collectedAt: tuesday },
      softwares: { completeness: 'skipped', reason: 'not-requested', collectedAt: monday },
    });
  });

  it('lists a section that was never collected, without content', async () => {
    const store = await open();
    await store.save(request({}, { sections: { memories: { completeness: 'failed', reason: 'needs-root' } } }));
    expect((await store.machine(id))?.sections.memories).toEqual({ completeness: 'failed', reason: 'needs-root' });
    expect(await store.rows(id, 1, 'memories')).toBeUndefined();
  });

  it('tells a section that was read and is empty from one that was not read', async () => {
    const store = await open();
    await store.save(request({ printers: [{ name: 'Laser' }] }));
    expect((await store.save(request({ printers: [] }))).outcome).toBe('stored');
    expect(await store.rows(id, 2, 'printers')).toEqual([]);
    expect(await store.rows(id, 1, 'printers')).toEqual([{ name: 'Laser' }]);
  });

  it('opens one snapshot for one package more, and still tells the former state', async () => {
    const store = await open();
    await store.save(request({ softwares: packages(900), bios: [{ model: 'M1' }] }));
    await store.save(request({ softwares: packages(900), bios: [{ model: 'M1' }] }, { at: tuesday }));
    const more = await store.save(request({ softwares: packages(901), bios: [{ model: 'M1' }] }, { at: wednesday }));
    expect(more).toMatchObject({ outcome: 'stored', seq: 2 });
    expect(await store.rows(id, 1, 'softwares')).toHaveLength(900);
    expect(await store.rows(id, 2, 'softwares')).toHaveLength(901);
    expect(await store.timeline(id)).toMatchObject([
      { seq: 1, at: monday },
      { seq: 2, at: wednesday, previousSeen: tuesday },
    ]);
  });

  it('gives equal states equal digests, however they came about', async () => {
    const store = await open();
    for (const model of ['M1', 'M2', 'M1']) await store.save(request({ bios: [{ model }] }));
    const [first, second, third] = await store.timeline(id);
    expect(third?.digest).toBe(first?.digest);
    expect(second?.digest).not.toBe(first?.digest);
  });

  it('gives the account to the server once the machine is known', async () => {
    const store = await open();
    await store.save(request({}, { account: { TAG: 'B104' } }));
    await store.setAccount(id, { TAG: 'B105', ROOM: '2' });
    await store.save(request({}, { account: { TAG: 'MINE' } }));
    expect((await store.machine(id))?.account).toEqual({ TAG: 'B105', ROOM: '2' });
    expect(await store.fleet()).toMatchObject([{ tag: 'B105' }]);
  });

  it('finds a machine by its alias', async () => {
    const store = await open();
    await store.save(request({}, { aliases: ['pc1-2020-01-01-00-00-00'] }));
    expect(await store.resolve('pc1-2020-01-01-00-00-00')).toBe(id);
    expect(await store.resolve(id)).toBe(id);
    expect(await store.resolve('other')).toBeUndefined();
  });

  it('does not know what it was never told', async () => {
    const store = await open();
    expect(await store.fleet()).toEqual([]);
    expect(await store.machine('x')).toBeUndefined();
    expect(await store.timeline('x')).toEqual([]);
    expect(await store.rows('x', 1, 'bios')).toBeUndefined();
    await expect(store.setAccount('x', {})).rejects.toMatchObject({ code: 'not-found' });
  });

  it('keeps baselines by name', async () => {
    const store = await open();
    await store.setBaseline({ name: 'room', id, seq: 1 });
    await store.setBaseline({ name: 'lab', id, seq: 2 });
    await store.setBaseline({ name: 'room', id, seq: 3 });
    expect(await store.baselines()).toEqual([
      { name: 'lab', id, seq: 2 },
      { name: 'room', id, seq: 3 },
    ]);
  });

  it('saves one machine in the order of the calls, many machines at once', async () => {
    const store = await open();
    const saves = Array.from({ length: 12 }, (_, i) =>
      store.save(request({ bios: [{ model: `M${i}` }] }, { id: `pc-${i % 3}` })),
    );
    const results = await Promise.all(saves);
    expect(results.map(({ seq }) => seq)).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
    expect(await store.rows('pc-2', 4, 'bios')).toEqual([{ model: 'M11' }]);
  });

  it('gives back every state it acknowledged, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyRows('memories', 40), { minLength: 1, maxLength: 4 }), async (states) => {
        const store = await open();
        for (const rows of states) {
          const { seq } = await store.save(request({ memories: rows }));
          expect(await store.rows(id, seq, 'memories')).toEqual(stableRows('memories', rows));
          expect((await store.timeline(id)).at(-1)?.sections.memories).toBe(sectionDigest('memories', rows));
        }
      }),
      { numRuns: 15 },
    );
  });
});

function fail(): never {
  throw new Error('no such store');
}

/** Rows as the store gives them back. */
function stableRows(section: SectionName, rows: readonly AnyRow[]): readonly AnyRow[] {
  return canonicalRows(section, rows).map(({ text }) => JSON.parse(text));
}
