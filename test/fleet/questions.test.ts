import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countValues } from '../../src/fleet/column-values.ts';
import { ingest } from '../../src/fleet/ingest.ts';
import { findSnapshot } from '../../src/fleet/when.ts';
import { DAY } from '../../src/model/time.ts';
import { inventory, monday, newFleet, packages, thursday, tuesday, wednesday } from './inventories.ts';

const [pc1, pc2] = ['pc1-2026-11-16-08-00-00', 'pc2-2026-11-16-08-00-00'];
const start = Date.parse(monday);
const sunday = new Date(start - DAY).toISOString();

it('shows the fleet as it was: who was there, what they were, when they had been seen', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { hardware: [{ name: 'PC1', memory: 16_384 }] });
  await tell(tuesday, { hardware: [{ name: 'PC1', memory: 16_384 }] });
  await tell(wednesday, { hardware: [{ name: 'PC2', memory: 4096 }] }, { deviceId: pc2 });
  await tell(thursday, { hardware: [{ name: 'PC1', memory: 8192 }] });
  const seen = async (time: string) =>
    (await fleet.select('', Date.parse(time))).map(({ name, memoryMiB, lastSeen }) => [name, memoryMiB, lastSeen]);
  expect(await seen('2026-11-15T08:00:00Z')).toEqual([]);
  expect(await seen(monday)).toEqual([['PC1', 16_384, monday]]);
  expect(await seen(wednesday)).toEqual([
    ['PC1', 16_384, tuesday],
    ['PC2', 4096, wednesday],
  ]);
  expect(await seen(thursday)).toEqual([
    ['PC1', 8192, thursday],
    ['PC2', 4096, wednesday],
  ]);
  expect((await fleet.select('ram>8', Date.parse(wednesday))).map(({ name }) => name)).toEqual(['PC1']);
});

it('asks when machines had been seen as it was known then, not as it is now', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { hardware: [{ name: 'PC1' }] });
  await tell(thursday, { hardware: [{ name: 'PC1' }] });
  const asked = async (query: string) => (await fleet.select(query, Date.parse(tuesday))).length;
  expect(await asked('seen<1d')).toBe(1);
  expect(await asked(`seen>${wednesday.slice(0, 10)}`)).toBe(0);
  expect(await asked(`seen:${tuesday.slice(0, 10)}`)).toBe(1);
  expect(await asked(tuesday.slice(0, 10))).toBe(1);
  expect(await asked(thursday.slice(0, 10))).toBe(0);
});

it('tells of possible doubles as they were', async () => {
  const { fleet, tell } = newFleet();
  const [own, other] = [{ serial: 'S-1234-A' }, { serial: 'S-9876-B' }];
  await tell(monday, { hardware: [{ name: 'PC1' }], bios: [own] });
  await tell(monday, { hardware: [{ name: 'PC2' }], bios: [other] }, { deviceId: pc2 });
  await tell(tuesday, { hardware: [{ name: 'PC2' }], bios: [own] }, { deviceId: pc2 });
  await tell(wednesday, { hardware: [{ name: 'PC2' }], bios: [other] }, { deviceId: pc2 });
  const doublesOn = async (day: string) =>
    (await fleet.machinesAt(Date.parse(day))).map(({ possibleDoubles }) => possibleDoubles);
  expect(await doublesOn(wednesday)).toEqual([[], []]);
  expect(await doublesOn(tuesday)).toEqual([[pc2], [pc1]]);
  expect(await doublesOn(monday)).toEqual([[], []]);
  expect((await fleet.machines()).map(({ possibleDoubles }) => possibleDoubles)).toEqual([[], []]);
});

it('shows at any time, whichever was asked before, the snapshot that a machine had then', async () => {
  const story = fc.array(fc.record({ day: fc.nat(20), memory: fc.constantFrom(1024, 2048, 4096) }), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(story, fc.array(fc.nat(24), { minLength: 1, maxLength: 6 }), async (told, asked) => {
      const { store, fleet } = newFleet();
      for (const [n, { day, memory }] of told.entries()) {
        const at = new Date(start + day * DAY).toISOString();
        const receivedAt = new Date(start + 30 * DAY + n).toISOString();
        await ingest(store, inventory({ hardware: [{ name: 'PC1', memory }] }, { at }), receivedAt);
      }
      for (const day of asked) {
        const [row] = await fleet.machinesAt(start + day * DAY);
        const heads = (await store.timeline(pc1)).filter(({ at }) => Date.parse(at) <= start + day * DAY);
        const head = heads.length > 0 ? findSnapshot('last', heads, 0) : undefined;
        expect(row?.changedAt).toBe(head?.at);
      }
    }),
  );
});

it('rolls packages up: names, versions, machines, and when each was seen', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { softwares: packages('bash 5', 'curl 7') });
  await tell(tuesday, { softwares: packages('bash 5', 'curl 8') });
  await tell(wednesday, { softwares: packages('bash 5', 'curl 7') }, { deviceId: pc2 });
  expect(await fleet.software('CUR')).toEqual([
    {
      name: 'curl',
      versions: [
        { version: '7', machines: [pc2], first: monday, last: wednesday },
        { version: '8', machines: [pc1], first: tuesday, last: tuesday },
      ],
    },
  ]);
  expect((await fleet.packages()).counts()).toEqual([
    { name: 'bash', versions: 1, machines: 2 },
    { name: 'curl', versions: 2, machines: 2 },
  ]);
  expect((await fleet.select('soft:curl<8')).map(({ id }) => id)).toEqual([pc2]);
  expect((await fleet.select('soft=curl !soft:curl<8')).map(({ id }) => id)).toEqual([pc1]);
});

it('knows at any time, whichever was asked before, which packages machines had then', async () => {
  const rows = fc.uniqueArray(fc.constantFrom('bash 5', 'bash 6', 'curl 7', 'curl 8', 'doom 1'));
  const twins = fc.boolean().map((isTwin) => (isTwin ? packages('bash 5', 'bash 5') : []));
  const story = fc.array(
    fc.record({ day: fc.nat(9), id: fc.constantFrom(pc1, pc2), rows: fc.option(rows, { freq: 9 }), twins }),
    { minLength: 1, maxLength: 12 },
  );
  await fc.assert(
    fc.asyncProperty(story, fc.array(fc.nat(10), { minLength: 1, maxLength: 5 }), async (told, asked) => {
      const { store, fleet, tell } = newFleet();
      for (const deviceId of [pc1, pc2]) await tell(sunday, { softwares: packages('bash 4') }, { deviceId });
      for (const [n, { day, id, rows: wanted, twins: more }] of told.entries()) {
        const at = new Date(start + day * DAY).toISOString();
        const sections = wanted
          ? { softwares: [...packages(...wanted), ...more] }
          : { hardware: [{ name: `PC ${n}` }] };
        await ingest(store, inventory(sections, { at, deviceId: id }), new Date(start + 30 * DAY + n).toISOString());
      }
      for (const day of asked) {
        const time = start + day * DAY;
        for (const name of ['bash', 'curl', 'doom']) {
          const holders: string[] = [];
          for (const { id } of await fleet.machinesAt(time)) {
            const head = (await store.timeline(id)).findLast(({ at }) => Date.parse(at) <= time);
            const had = (await store.rows(id, head?.seq ?? 0, 'softwares')) ?? [];
            if (had.some((row) => row['name'] === name)) holders.push(id);
          }
          expect((await fleet.select(`soft=${name}`, time)).map(({ id }) => id)).toEqual(holders);
        }
      }
    }),
    { numRuns: 60 },
  );
});

it('searches what machines were at a time', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { memories: [{ caption: 'DIMM1', manufacturer: 'Samsung' }] });
  await tell(wednesday, { memories: [{ caption: 'DIMM1', manufacturer: 'Kingston' }] });
  expect(await fleet.search('samsung')).toEqual([]);
  expect(await fleet.search('samsung', Date.parse(tuesday))).toMatchObject([{ value: 'Samsung' }]);
  expect(await fleet.search('kingston', Date.parse(tuesday))).toEqual([]);
});

it('finds rows that hold every word, and says in which fields', async () => {
  const { fleet, tell } = newFleet();
  const memories = [{ caption: 'DIMM1', manufacturer: 'Samsung', serial: '09F1AB77' }];
  await tell(monday, { memories, hardware: [{ name: 'B104-01' }] });
  await tell(monday, { memories: [{ caption: 'DIMM1', manufacturer: 'Samsung' }] }, { deviceId: pc2 });
  expect(await fleet.search('samsung 09f1')).toEqual([
    {
      machine: { id: pc1, name: 'B104-01' },
      section: 'memories',
      key: 'DIMM1',
      field: 'manufacturer',
      value: 'Samsung',
    },
    { machine: { id: pc1, name: 'B104-01' }, section: 'memories', key: 'DIMM1', field: 'serial', value: '09F1AB77' },
  ]);
  expect((await fleet.search('id:pc2 samsung')).map(({ machine }) => machine.id)).toEqual([pc2]);
  await expect(fleet.search('os:debian')).rejects.toMatchObject({ code: 'usage' });
});

it('compares with a baseline by its name', async () => {
  const { store, fleet, tell } = newFleet();
  await tell(monday, { hardware: [{ name: 'PC1', memory: 1024 }] });
  await tell(tuesday, { hardware: [{ name: 'PC1', memory: 2048 }] });
  await store.setBaseline({ name: 'golden', id: pc1, seq: 1 });
  const delta = await fleet.compare(await fleet.locate('@baseline:golden'), await fleet.locate('PC1'));
  expect(delta.sections).toMatchObject([{ name: 'hardware' }]);
  await expect(fleet.locate('@baseline:silver')).rejects.toMatchObject({
    code: 'not-found',
    message: expect.stringContaining('golden'),
  });
});

it('counts the values of a column, and knows when each was first and last seen', async () => {
  const { fleet, tell } = newFleet();
  const system = (name: string, osName: string) => ({ hardware: [{ name, osName }] });
  await tell(monday, system('PC1', 'Debian 12'));
  await tell(monday, system('PC2', 'Debian 13'), { deviceId: pc2 });
  await tell(tuesday, system('PC1', 'Debian 12'));
  await tell(thursday, system('PC1', 'Debian 13'));
  expect(await fleet.values('os')).toEqual([
    { value: 'Debian 13', machines: expect.arrayContaining([pc1, pc2]), first: monday, last: thursday },
    { value: 'Debian 12', machines: [], first: monday, last: tuesday },
  ]);
  expect([...countValues(await fleet.machines(), 'os')].map(([value, { length }]) => [value, length])).toEqual([
    ['Debian 13', 2],
  ]);
});
