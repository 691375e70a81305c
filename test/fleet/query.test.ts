import { expect, it } from 'vitest';
import { ingest } from '../../src/fleet/ingest.ts';
import { createFleet } from '../../src/fleet/query.ts';
import { ParcoursError } from '../../src/model/errors.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { inventory, monday, newFleet, packages, thursday, tuesday, wednesday } from './inventories.ts';

const pc1 = 'pc1-2026-11-16-08-00-00';
const pc2 = 'pc2-2026-11-16-08-00-00';

it('finds a machine by name, id, alias or a beginning that only one has', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { hardware: [{ name: 'B104-PC01' }] }, { deviceId: pc1 });
  await tell(monday, { hardware: [{ name: 'B104-PC02' }] }, { deviceId: pc2 });
  await tell(monday, { hardware: [{ name: 'B104-PC02' }] }, { deviceId: 'new', oldDeviceId: pc2 });
  for (const text of ['B104-PC02', 'b104-pc02', pc2, 'new', 'pc2', 'B104-PC02']) {
    expect((await fleet.find(text)).id, text).toBe(pc2);
  }
  await expect(fleet.find('B104')).rejects.toMatchObject({
    code: 'ambiguous',
    message: expect.stringMatching(/B104-PC01.*B104-PC02/),
  });
  await expect(fleet.find('nobody')).rejects.toMatchObject({ code: 'not-found' });
  await expect(fleet.find('')).rejects.toMatchObject({ code: 'not-found' });
});

it('prefers the whole name to a longer one that begins with it', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { hardware: [{ name: 'PC1' }] }, { deviceId: 'a' });
  await tell(monday, { hardware: [{ name: 'PC10' }] }, { deviceId: 'b' });
  expect((await fleet.find('PC1')).id).toBe('a');
});

it('locates MACHINE@WHEN after the last @', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { hardware: [{ name: 'me@lab' }] });
  await tell(tuesday, { hardware: [{ name: 'me@lab', memory: 1024 }] });
  expect(await fleet.locate('me@lab')).toEqual({ id: pc1, seq: 2 });
  expect(await fleet.locate('me@lab@first')).toEqual({ id: pc1, seq: 1 });
  expect(await fleet.locate(`${pc1}@#1`)).toEqual({ id: pc1, seq: 1 });
  await expect(fleet.locate('me@lab@')).rejects.toMatchObject({ code: 'usage' });
  await expect(fleet.locate('me@lab@soon')).rejects.toMatchObject({ code: 'usage' });
  await expect(fleet.locate('me@lab@2020-01-01')).rejects.toMatchObject({ code: 'not-found' });
});

it('shows the newest state with its volatile values, and a former one without', async () => {
  const { fleet, tell } = newFleet();
  const drive = { type: '/', volume: '/dev/vda', total: 1000 };
  await tell(monday, { drives: [{ ...drive, free: 500 }], hardware: [{ name: 'PC1' }] });
  await tell(tuesday, { drives: [{ ...drive, free: 480 }], hardware: [{ name: 'PC1', memory: 1024 }] });
  const newest = await fleet.view({ id: pc1, seq: 2 }, ['drives']);
  expect(newest).toMatchObject({ newest: true, snapshot: { seq: 2 }, machine: { name: 'PC1' } });
  expect(newest.sections).toEqual([
    { name: 'drives', completeness: 'complete', collectedAt: tuesday, rows: [{ ...drive, free: 480 }] },
  ]);
  const former = await fleet.view({ id: pc1, seq: 1 });
  expect(former.newest).toBe(false);
  expect(former.sections.map(({ name }) => name)).toEqual(['hardware', 'drives']);
  expect(former.sections[1]?.rows).toEqual([drive]);
});

it('lists a section that was never collected with its reason and no rows', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, {}, { reports: { memories: { state: 'failed', reason: 'needs-root' } } });
  expect((await fleet.view({ id: pc1, seq: 1 })).sections).toEqual([
    { name: 'memories', completeness: 'failed', reason: 'needs-root', rows: [] },
  ]);
});

it('tells a history with what each snapshot changed and how long it lasted', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { softwares: packages('bash', 'curl 7') });
  await tell(tuesday, { softwares: packages('bash', 'curl 7') });
  await tell(wednesday, { softwares: packages('curl 8', 'vim'), hardware: [{ name: 'PC1' }] });
  await tell(thursday, { softwares: packages('curl 8', 'vim'), hardware: [{ name: 'PC1' }] });
  expect(await fleet.timeline(pc1)).toMatchObject([
    { seq: 1, at: monday, lastSeen: tuesday, changes: { added: 0, removed: 0, changed: 0, sections: [] } },
    {
      seq: 2,
      at: wednesday,
      lastSeen: thursday,
      changes: { added: 1, removed: 1, changed: 1, sections: ['softwares'] },
    },
  ]);
});

it('compares two states, and names only the package that came', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { softwares: packages('bash', 'curl'), hardware: [{ name: 'PC1' }] });
  await tell(tuesday, { softwares: packages('bash', 'curl', 'vim'), hardware: [{ name: 'PC1' }] });
  expect(await fleet.compare({ id: pc1, seq: 1 }, { id: pc1, seq: 2 })).toEqual({
    sections: [
      {
        name: 'softwares',
        changes: [{ kind: 'added', key: 'vim', after: { name: 'vim', version: '1.0' }, fields: [] }],
      },
    ],
    hidden: { volatile: 0, noise: 0 },
    notCompared: [],
  });
});

it('never shows as removed what the newest run did not collect', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { softwares: packages('bash'), hardware: [{ name: 'PC1' }] });
  await tell(tuesday, { hardware: [{ name: 'PC2' }] }, skippedSoftware);
  const delta = await fleet.compare({ id: pc1, seq: 1 }, { id: pc1, seq: 2 });
  expect(delta.sections.map(({ name }) => name)).toEqual(['hardware']);
  expect(delta.notCompared).toEqual([{ section: 'softwares', side: 'after', reason: 'not-requested' }]);
});

it('does not compare what was read before the other side was', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { softwares: packages('bash') }, { deviceId: 'old' });
  await tell(wednesday, {}, { deviceId: 'old', reports: { softwares: skippedSoftware.reports.softwares } });
  await tell(tuesday, { softwares: packages('vim') }, { deviceId: 'other' });
  const delta = await fleet.compare({ id: 'old', seq: 1 }, { id: 'other', seq: 1 });
  expect(delta.sections).toEqual([]);
  expect(delta.notCompared).toEqual([{ section: 'softwares', side: 'before', reason: 'not-requested' }]);
});

it('shows what is known to have changed before the newest run left the section out', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { softwares: packages('bash'), hardware: [{ name: 'PC1' }] });
  await tell(tuesday, { softwares: packages('bash', 'vim'), hardware: [{ name: 'PC1' }] });
  await tell(wednesday, { hardware: [{ name: 'PC1', memory: 1024 }] }, skippedSoftware);
  const delta = await fleet.compare({ id: pc1, seq: 1 }, { id: pc1, seq: 3 });
  expect(delta.sections.map(({ name }) => name)).toEqual(['hardware', 'softwares']);
});

it('says which side never collected a section', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { memories: [{ caption: 'A' }] }, { deviceId: 'root' });
  await tell(monday, {}, { deviceId: 'user', reports: { memories: { state: 'failed', reason: 'needs-root' } } });
  const [root, user] = [
    { id: 'root', seq: 1 },
    { id: 'user', seq: 1 },
  ];
  const gap = { section: 'memories', reason: 'needs-root' };
  expect((await fleet.compare(root, user)).notCompared).toEqual([{ ...gap, side: 'after' }]);
  expect((await fleet.compare(user, root)).notCompared).toEqual([{ ...gap, side: 'before' }]);
  expect((await fleet.compare(user, user)).notCompared).toEqual([{ ...gap, side: 'both' }]);
});

it('reads no section whose digests are equal', async () => {
  const store = memoryStore();
  for (const deviceId of ['a', 'b']) {
    await ingest(store, inventory({ bios: [{ model: 'M' }], hardware: [{ name: deviceId }] }, { deviceId }), monday);
  }
  const read: string[] = [];
  const rows: typeof store.rows = (id, seq, section) => {
    read.push(section);
    return store.rows(id, seq, section);
  };
  await createFleet({ ...proxied(store), rows }, () => 0).compare({ id: 'a', seq: 1 }, { id: 'b', seq: 1 });
  expect(new Set(read)).toEqual(new Set(['hardware']));
});

it('shows what may be one machine under two ids', async () => {
  const { fleet, tell } = newFleet();
  const bios = [{ serial: 'ABC1234' }];
  await tell(monday, { hardware: [{ name: 'PC1' }], bios }, { deviceId: 'a' });
  await tell(monday, { hardware: [{ name: 'PC2' }], bios }, { deviceId: 'b' });
  await tell(monday, { hardware: [{ name: 'PC3' }], bios: [{ serial: 'Default string' }] }, { deviceId: 'c' });
  const machines = await fleet.machines();
  expect(machines.map(({ name, possibleDoubles }) => [name, possibleDoubles])).toEqual([
    ['PC1', ['b']],
    ['PC2', ['a']],
    ['PC3', []],
  ]);
});

it('shows the rest of a machine where one section is damaged', async () => {
  const { store, tell } = newFleet();
  await tell(monday, { softwares: packages('bash'), hardware: [{ name: 'PC1' }] });
  await tell(tuesday, { softwares: packages('vim'), hardware: [{ name: 'PC1' }] });
  const rows: typeof store.rows = async (id, seq, section) => {
    if (section === 'softwares' && seq === 1) throw new ParcoursError('store-damaged', 'lost');
    return store.rows(id, seq, section);
  };
  const damaged = createFleet({ ...proxied(store), rows }, () => 0);
  const { sections } = await damaged.view({ id: pc1, seq: 1 });
  expect(sections).toMatchObject([
    { name: 'hardware', rows: [{ name: 'PC1' }] },
    { name: 'softwares', completeness: 'failed' },
  ]);
  expect(await damaged.compare({ id: pc1, seq: 1 }, { id: pc1, seq: 2 })).toMatchObject({
    sections: [],
    notCompared: [{ section: 'softwares', side: 'before' }],
  });
  expect(await damaged.timeline(pc1)).toHaveLength(2);
});

it('does not know what is not there', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, {});
  await expect(fleet.view({ id: 'x', seq: 1 })).rejects.toMatchObject({ code: 'not-found' });
  await expect(fleet.view({ id: pc1, seq: 2 })).rejects.toMatchObject({ code: 'not-found' });
  await expect(fleet.timeline('x')).rejects.toMatchObject({ code: 'not-found' });
});

const skippedSoftware = {
  reports: { hardware: { state: 'complete' }, softwares: { state: 'skipped', reason: 'not-requested' } },
} as const;

/** The reading methods of a store, to be replaced one by one. */
function proxied(store: ReturnType<typeof memoryStore>) {
  return {
    fleet: () => store.fleet(),
    machine: (id: string) => store.machine(id),
    resolve: (id: string) => store.resolve(id),
    timeline: (id: string) => store.timeline(id),
    identities: (id: string) => store.identities(id),
    rows: ((id, seq, section) => store.rows(id, seq, section)) as typeof store.rows,
    baselines: () => store.baselines(),
    watch: (changed: () => void) => store.watch(changed),
  };
}
