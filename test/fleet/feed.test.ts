import { expect, it } from 'vitest';
import { feedOf } from '../../src/fleet/feed.ts';
import { derivedIndex } from '../../src/fleet/index/derived.ts';
import { monday, newFleet, packages, thursday, tuesday, wednesday } from './inventories.ts';

const [pc2, pc3] = ['pc2-2026-11-16-08-00-00', 'pc3-2026-11-16-08-00-00'];
const always = { since: 0, until: Date.parse('2027-01-01') };

it('tells once what happened to several machines on one day', async () => {
  const { fleet, tell } = newFleet();
  for (const deviceId of [undefined, pc2, pc3]) {
    const more = deviceId === undefined ? {} : { deviceId };
    await tell(monday, { hardware: [{ name: deviceId ?? 'pc1' }], softwares: packages('curl 7', 'bash 5') }, more);
    const news = deviceId === pc3 ? 'curl 9' : 'curl 8';
    await tell(deviceId === pc2 ? '2026-11-17T09:00:00.000Z' : tuesday, { softwares: packages(news, 'bash 5') }, more);
  }
  await tell(wednesday, { softwares: packages('curl 7', 'bash 5') }, { deviceId: pc2 });
  const feed = (await fleet.feed(always)).entries;
  expect(
    feed.map(({ change, occurrences }) => [change.after?.['version'], occurrences.map((one) => one.machine.name)]),
  ).toEqual([
    ['7', ['pc2-2026-11-16-08-00-00']],
    ['8', ['pc2-2026-11-16-08-00-00', 'pc1']],
    ['9', ['pc3-2026-11-16-08-00-00']],
  ]);
  expect(feed[1]?.occurrences[0]).toMatchObject({ at: '2026-11-17T09:00:00.000Z', seq: 2, previous: 1 });
  expect((await fleet.feed({ ...always, since: Date.parse(wednesday) })).entries).toHaveLength(1);
});

it('tells a part that moved between two machines once, with the snapshots of the machine that has it now', async () => {
  const { fleet, tell } = newFleet();
  const dimm = { caption: 'DIMM 2', capacity: 4096, serial: '0x1A2B77' };
  const own = (n: number) => ({ caption: 'DIMM 1', capacity: 4096, serial: `0x1A2B0${n}` });
  await tell(monday, { hardware: [{ name: 'PC1' }], memories: [own(1), dimm] });
  await tell(monday, { hardware: [{ name: 'PC2' }], memories: [own(2)] }, { deviceId: pc2 });
  await tell(tuesday, { softwares: packages('curl 7') }, { deviceId: pc2 });
  await tell(wednesday, { memories: [own(1)] });
  await tell(thursday, { memories: [own(2), dimm] }, { deviceId: pc2 });
  const parts = (await fleet.feed(always)).entries.filter(({ change }) => change.section === 'memories');
  expect(parts).toMatchObject([
    {
      change: { kind: 'moved', from: { machine: { name: 'PC1' } } },
      occurrences: [{ machine: { name: 'PC2' }, seq: 3, previous: 2 }],
    },
  ]);
  expect(parts).toHaveLength(1);
  expect((await fleet.feed({ since: Date.parse(thursday), until: always.until })).entries).toHaveLength(1);
});

it('tells as much as the list of changes', async () => {
  const { fleet, tell } = newFleet();
  for (const [index, at] of [monday, tuesday, wednesday, thursday].entries()) {
    await tell(at, { softwares: packages(`curl ${index}`, `bash ${index % 2}`, ...(index === 3 ? [] : ['doom 1'])) });
  }
  const told = (await fleet.feed(always)).entries.reduce((sum, { occurrences }) => sum + occurrences.length, 0);
  expect(told).toBe((await fleet.changes(always)).length);
});

it('does not mind on which day each machine says that the same version was installed', async () => {
  const { fleet, tell } = newFleet();
  const installed = (version: string, installDate: string) => ({ softwares: [{ name: 'curl', version, installDate }] });
  for (const [deviceId, day] of [
    [pc2, '2026-11-16'],
    [pc3, '2026-11-17'],
  ] as const) {
    await tell(monday, installed('7', '2026-11-01'), { deviceId });
    await tell(tuesday, installed('8', day), { deviceId });
  }
  expect((await fleet.feed(always)).entries.map(({ occurrences }) => occurrences.length)).toEqual([2]);
});

it('tells of the newest days where there are too many changes, whole days, and from when on', async () => {
  const { store, fleet, tell } = newFleet();
  for (const [index, at] of [monday, tuesday, wednesday, thursday].entries()) {
    await tell(at, { softwares: packages(`curl ${index}`, `bash ${index}`) });
  }
  const range = { since: Date.parse(monday), until: Date.parse(thursday) };
  const all = await fleet.feed(range);
  expect(all.since).toBe(range.since);
  for (const [most, days] of [
    [1, 1],
    [4, 2],
    [5, 2],
    [6, 3],
  ] as const) {
    const cut = await feedOf(derivedIndex(store), range, most);
    expect(cut.entries).toEqual(all.entries.slice(0, 2 * days));
    expect(cut.since).toBe(new Date([thursday, wednesday, tuesday][days - 1] ?? '').setHours(0, 0, 0, 0));
  }
});
