import { expect, it } from 'vitest';
import { ingest } from '../../src/fleet/ingest.ts';
import type { SectionName } from '../../src/model/catalogue.ts';
import type { SectionReport } from '../../src/model/inventory.ts';
import { inventory, monday, newFleet, packages, tuesday, wednesday } from './inventories.ts';

const pc1 = 'pc1-2026-11-16-08-00-00';

function reports(all: { readonly [N in SectionName]?: SectionReport }) {
  return { reports: all };
}

it('says that a machine is new, once', async () => {
  const { tell } = newFleet();
  expect(await tell(monday, { hardware: [{ name: 'PC1' }] })).toMatchObject({ isNew: true, outcome: 'stored', seq: 1 });
  expect(await tell(tuesday, { hardware: [{ name: 'PC1' }] })).toMatchObject({ isNew: false, outcome: 'same', seq: 1 });
});

it('takes the time of receipt where the agent tells none', async () => {
  const { store } = newFleet();
  await ingest(store, inventory({}), tuesday);
  expect(await store.machine(pc1)).toMatchObject({ firstSeen: tuesday, changedAt: tuesday });
});

it('keeps times in one form, so that they sort as texts', async () => {
  const { store } = newFleet();
  await ingest(store, inventory({}, { at: '2026-11-16T09:00:00+01:00' }), tuesday);
  expect(await store.machine(pc1)).toMatchObject({ changedAt: monday });
});

it('carries software over a run that was told not to collect it', async () => {
  const { store, tell } = newFleet();
  await tell(monday, { hardware: [{ name: 'PC1' }], softwares: packages('bash', 'curl') });
  const skipped = reports({
    hardware: { state: 'complete' },
    softwares: { state: 'skipped', reason: 'not-requested' },
  });
  expect(await tell(tuesday, { hardware: [{ name: 'PC1' }] }, skipped)).toMatchObject({ outcome: 'same', seq: 1 });
  expect(await store.rows(pc1, 1, 'softwares')).toHaveLength(2);
  expect((await store.machine(pc1))?.sections.softwares).toMatchObject({
    completeness: 'skipped',
    reason: 'not-requested',
    collectedAt: monday,
  });
  expect(await store.fleet()).toMatchObject([{ softwareCount: 2, completeness: 'skipped' }]);
});

it('takes a section that is no longer sent, without a word, for one that was not collected', async () => {
  const { store, tell } = newFleet();
  await tell(monday, { printers: [{ name: 'Laser' }] });
  await tell(tuesday, { hardware: [{ name: 'PC1' }] });
  expect((await store.machine(pc1))?.sections.printers).toMatchObject({ completeness: 'skipped', reason: 'not-sent' });
  expect(await store.rows(pc1, 2, 'printers')).toEqual([{ name: 'Laser' }]);
});

it('keeps content that the agent says is unchanged, and notes when it said so', async () => {
  const { store, tell } = newFleet();
  await tell(monday, { softwares: packages('bash') });
  await tell(tuesday, {}, reports({ softwares: { state: 'skipped', reason: 'not-requested' } }));
  await tell(wednesday, {}, reports({ softwares: { state: 'unchanged' } }));
  expect((await store.machine(pc1))?.sections.softwares).toMatchObject({
    completeness: 'complete',
    collectedAt: monday,
    confirmedAt: wednesday,
  });
  expect((await store.machine(pc1))?.sections.softwares?.reason).toBeUndefined();
});

it('does not believe "unchanged" of what it never saw', async () => {
  const { store, tell } = newFleet();
  await tell(monday, {}, reports({ bios: { state: 'unchanged' } }));
  expect((await store.machine(pc1))?.sections).toEqual({});
});

it('removes nothing when a section was seen in part', async () => {
  const { store, tell } = newFleet();
  await tell(monday, {
    bios: [{ model: 'OptiPlex', serial: 'ABC1234' }],
    memories: [
      { caption: 'A', slot: 1, capacity: 8192, serial: 'S1X' },
      { caption: 'B', slot: 2, capacity: 8192 },
    ],
  });
  const partial = { state: 'partial', reason: 'needs-root' } as const;
  await tell(
    tuesday,
    { bios: [{ model: 'OptiPlex 7090' }], memories: [{ caption: 'A', slot: 1, capacity: 16384 }] },
    reports({ bios: partial, memories: partial }),
  );
  expect(await store.rows(pc1, 2, 'bios')).toEqual([{ model: 'OptiPlex 7090', serial: 'ABC1234' }]);
  expect(await store.rows(pc1, 2, 'memories')).toEqual([
    { slot: 1, caption: 'A', capacity: 16384, serial: 'S1X' },
    { slot: 2, caption: 'B', capacity: 8192 },
  ]);
});

it('takes an empty list for none', async () => {
  const { store, tell } = newFleet();
  await tell(monday, { printers: [{ name: 'Laser' }] });
  await tell(tuesday, { printers: [] });
  expect(await store.rows(pc1, 2, 'printers')).toEqual([]);
});

it("keeps the agent's TAG of a new machine, and the server's values ever after", async () => {
  const { store, tell } = newFleet();
  expect(await tell(monday, {}, { account: { TAG: 'B104' } })).toMatchObject({ account: { TAG: 'B104' } });
  await store.setAccount(pc1, { TAG: 'STOCK' });
  expect(await tell(tuesday, {}, { account: { TAG: 'B104' } })).toMatchObject({ account: { TAG: 'STOCK' } });
});

it('knows a machine again that changed its id and says so', async () => {
  const { store, tell } = newFleet();
  await tell(monday, { hardware: [{ name: 'PC1' }] });
  const renamed = { deviceId: 'pc9-2026-11-17-08-00-00', oldDeviceId: pc1 };
  expect(await tell(tuesday, { hardware: [{ name: 'PC9' }] }, renamed)).toMatchObject({
    id: pc1,
    isNew: false,
    seq: 2,
  });
  expect(await tell(wednesday, { hardware: [{ name: 'PC9' }] }, renamed)).toMatchObject({ id: pc1, outcome: 'same' });
  expect(await store.machine(pc1)).toMatchObject({ name: 'PC9', aliases: [renamed.deviceId] });
  expect(await store.fleet()).toHaveLength(1);
});

it('does not merge two machines that are both known', async () => {
  const { store, tell } = newFleet();
  await tell(monday, {});
  await tell(monday, {}, { deviceId: 'pc2-2026-11-16-08-00-00' });
  await tell(tuesday, {}, { deviceId: 'pc2-2026-11-16-08-00-00', oldDeviceId: pc1 });
  expect(await store.fleet()).toHaveLength(2);
});

it('derives the same id again for a document that has none', async () => {
  const { tell } = newFleet();
  const bios = [{ serial: 'ABC1234' }];
  const nameless = { deviceId: undefined } as object;
  const { id } = await tell(monday, { hardware: [{ name: 'LAB/PC1' }], bios }, nameless);
  expect(id).toMatch(/^LAB_PC1-[0-9a-f]{12}$/);
  expect(await tell(tuesday, { hardware: [{ name: 'LAB/PC1' }], bios }, nameless)).toMatchObject({ id, isNew: false });
  expect((await tell(tuesday, { hardware: [{ name: 'LAB/PC1' }] }, nameless)).id).not.toBe(id);
});

it.each(['', 'a/b', 'a\\b', 'a\u0000b', 'x'.repeat(256)])('refuses %j as an id', async (deviceId) => {
  const { tell } = newFleet();
  await expect(tell(monday, {}, { deviceId })).rejects.toMatchObject({ code: 'bad-input' });
});

it('keeps each of two inventories that arrive at once', async () => {
  const { store, tell } = newFleet();
  await tell(monday, { memories: [{ caption: 'A', capacity: 1024 }] });
  const partial = reports({ memories: { state: 'partial' } });
  await Promise.all(
    ['B', 'C', 'D'].map((caption) => tell(tuesday, { memories: [{ caption, capacity: 2048 }] }, partial)),
  );
  expect(await store.rows(pc1, 4, 'memories')).toHaveLength(4);
});

it('shows in the fleet list what the machine is', async () => {
  const { store, tell } = newFleet();
  await tell(
    monday,
    {
      hardware: [{ name: 'PC1', osName: 'Debian GNU/Linux', osVersion: '12', memory: 15842, processorType: 'i5' }],
      bios: [{ model: 'OptiPlex', serial: 'To be filled by O.E.M.' }],
      networks: [
        { description: 'docker0', mac: '02:42:AC:11:00:01', ipAddress: '172.17.0.1' },
        { description: 'eth0', mac: '3C:52:82:6A:01:02', ipAddress: '192.168.1.20', ipGateway: '192.168.1.1' },
      ],
      storages: [
        { name: 'sda', diskSize: 256000 },
        { name: 'sr0', type: 'DVD-ROM', diskSize: 4700 },
      ],
      softwares: packages('bash', 'curl'),
    },
    { account: { TAG: 'B104' } },
  );
  expect(await store.fleet()).toEqual([
    {
      id: pc1,
      aliases: [],
      name: 'PC1',
      kind: 'computer',
      agent: 'parcours_v0.1.0',
      os: 'Debian GNU/Linux 12',
      cpu: 'i5',
      memoryMiB: 15842,
      diskMB: 256000,
      model: 'OptiPlex',
      ip: '192.168.1.20',
      mac: '3c:52:82:6a:01:02',
      macs: ['3c:52:82:6a:01:02'],
      softwareCount: 2,
      tag: 'B104',
      snapshots: 1,
      firstSeen: monday,
      lastSeen: monday,
      changedAt: monday,
      completeness: 'complete',
    },
  ]);
});

it('keeps a document that arrives twice once', async () => {
  const { store } = newFleet();
  const document = { ...inventory({ hardware: [{ name: 'PC1' }] }), at: monday };
  await ingest(store, document, monday);
  expect(await ingest(store, document, wednesday)).toMatchObject({ outcome: 'same', seq: 1 });
  expect(await store.machine(pc1)).toMatchObject({ lastSeen: monday });
});
