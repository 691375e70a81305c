import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/fleet/ingest.ts';
import { createFleet } from '../../src/fleet/query.ts';
import { DAY } from '../../src/model/time.ts';
import { openFiles, openReader } from '../../src/store/files.ts';
import { check } from '../../src/store/fsck.ts';
import { layoutOf } from '../../src/store/layout.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { mendAll } from '../../src/store/mend.ts';
import type { StoreWriter } from '../../src/store/store.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { inventory, monday, newFleet, packages, thursday, tuesday, wednesday } from './inventories.ts';

const id = inventory({}).deviceId ?? '';

/** An inventory that is made at one time and arrives at another. */
function arrive(store: StoreWriter, at: string, names: readonly string[], receivedAt = thursday) {
  return ingest(store, { ...inventory({ softwares: packages(...names) }), at }, receivedAt);
}

async function history(store: StoreWriter, now = thursday) {
  const fleet = createFleet(store, () => Date.parse(now));
  const timeline = await fleet.timeline(id);
  const states = await Promise.all(
    timeline.map(async ({ seq, at, lastSeen }) => {
      const rows = (await store.rows(id, seq, 'softwares')) ?? [];
      return { at, lastSeen, names: rows.map((row) => String(Object(row).name)) };
    }),
  );
  return { states, changes: timeline.map(({ changes: { added, removed } }) => [added, removed]) };
}

describe('an inventory that arrives late', () => {
  it('takes its place in the history and leaves what is known now', async () => {
    const { store, fleet } = newFleet();
    await arrive(store, monday, ['a']);
    await arrive(store, wednesday, ['a', 'c']);
    expect(await arrive(store, tuesday, ['a', 'b'])).toMatchObject({ outcome: 'stored', seq: 3 });
    expect(await history(store)).toMatchObject({
      states: [
        { at: monday, lastSeen: monday, names: ['a'] },
        { at: tuesday, lastSeen: tuesday, names: ['a', 'b'] },
        { at: wednesday, lastSeen: wednesday, names: ['a', 'c'] },
      ],
      changes: [
        [0, 0],
        [1, 0],
        [1, 1],
      ],
    });
    expect(await store.machine(id)).toMatchObject({ seq: 2, firstSeen: monday, lastSeen: wednesday });
    expect(await fleet.locate(`${id}@last`)).toEqual({ id, seq: 2 });
    expect((await fleet.machines())[0]).toMatchObject({ softwareCount: 2, snapshots: 3 });
  });

  it('is followed by the state that came back, where the machine was seen in it before and after', async () => {
    const { store } = newFleet();
    await arrive(store, monday, ['a']);
    await arrive(store, wednesday, ['a']);
    await arrive(store, tuesday, ['b']);
    expect((await history(store)).states).toEqual([
      { at: monday, lastSeen: monday, names: ['a'] },
      { at: tuesday, lastSeen: tuesday, names: ['b'] },
      { at: wednesday, lastSeen: wednesday, names: ['a'] },
    ]);
    expect(await store.machine(id)).toMatchObject({ changedAt: wednesday });
    expect(await arrive(store, thursday, ['a'])).toMatchObject({ outcome: 'same' });
    expect(await arrive(store, thursday, ['c'])).toMatchObject({ outcome: 'stored', seq: 4 });
    expect((await history(store)).states.at(-1)).toMatchObject({ names: ['c'] });
  });

  it('is no reason to show a machine at its newest state less well known than it is', async () => {
    const dir = join(await temporaryFolder(), 'store');
    const store = await openFiles(dir);
    await arrive(store, tuesday, ['a'], tuesday);
    await arrive(store, monday, ['b'], wednesday);
    await arrive(store, wednesday, ['a'], wednesday);
    await ingest(store, inventory({ softwares: packages('z') }, { deviceId: 'pc2-x', at: time(30) }), time(30));
    await store.close();
    const fleet = createFleet(await openReader(dir), () => Date.parse(end));
    const [machine] = await fleet.machines();
    expect(await fleet.machinesAt(START - DAY)).toEqual([]);
    expect(await fleet.machinesAt(Date.parse(thursday))).toEqual([machine]);
  });

  it('says nothing new where it tells what is known of that time', async () => {
    const { store } = newFleet();
    await arrive(store, monday, ['a']);
    await arrive(store, wednesday, ['b']);
    expect(await arrive(store, monday, ['a'])).toMatchObject({ outcome: 'same', seq: 1 });
    expect(await arrive(store, tuesday, ['a'])).toMatchObject({ outcome: 'same', seq: 1 });
  });

  it('may be the oldest', async () => {
    const { store } = newFleet();
    await arrive(store, tuesday, ['b']);
    await arrive(store, monday, ['a']);
    expect((await history(store)).states.map(({ names }) => names)).toEqual([['a'], ['b']]);
    expect(await store.machine(id)).toMatchObject({ seq: 1, firstSeen: monday, lastSeen: tuesday });
  });

  it('keeps what it did not collect as it was then, not as it is now', async () => {
    const { store } = newFleet();
    const told = (at: string, name: string, more = {}) =>
      ingest(store, { ...inventory({ bios: [{ model: name }], ...more }), at }, thursday);
    await told(monday, 'M1', { softwares: packages('old') });
    await told(wednesday, 'M3', { softwares: packages('new') });
    const { seq } = await told(tuesday, 'M2');
    expect(await store.rows(id, seq, 'softwares')).toMatchObject([{ name: 'old' }]);
  });

  it('does not hold a machine back: a clock, ours too, that was ahead once is no future', async () => {
    const { store } = newFleet();
    await arrive(store, '2036-01-01T00:00:00Z', ['ahead'], monday);
    await arrive(store, tuesday, ['right'], tuesday);
    expect(await history(store)).toMatchObject({ states: [{ at: monday }, { at: tuesday, names: ['right'] }] });
    await arrive(store, '2036-01-01T00:00:00Z', ['our-clock'], '2036-01-01T00:00:00Z');
    await arrive(store, wednesday, ['right-again'], wednesday);
    expect(await store.machine(id)).toMatchObject({ seq: 4, lastSeen: wednesday });
    expect((await history(store)).states.at(-1)).toMatchObject({ names: ['right-again'] });
  });
});

const START = Date.parse(monday);
const arrivals = fc.uniqueArray(fc.record({ day: fc.nat(20), state: fc.nat(3) }), {
  minLength: 1,
  maxLength: 12,
  selector: ({ day }) => day,
});
const time = (day: number) => new Date(START + day * DAY).toISOString();
const end = time(40);

/** Every document becomes a state that only it has: nothing that lies between may be lost. */
function distinct(list: readonly { readonly day: number }[]) {
  return list.map(({ day }) => ({ day, names: [`package-${day}`] }));
}

const stores: Record<string, () => Promise<{ store: StoreWriter; dir?: string }>> = {
  'in memory': async () => ({ store: memoryStore() }),
  'on disk': async () => {
    const dir = join(await temporaryFolder(), 'store');
    return { store: await openFiles(dir), dir };
  },
};

describe.each(Object.entries(stores))('documents that arrive in any order, %s,', (kind, open) => {
  const numRuns = kind === 'on disk' ? 25 : 300;

  it('make the history they would have made in order', async () => {
    await fc.assert(
      fc.asyncProperty(arrivals, async (list) => {
        const { store } = await open();
        for (const { day, names } of distinct(list)) await arrive(store, time(day), names, end);
        const inOrder = distinct(list).toSorted((a, b) => a.day - b.day);
        expect((await history(store, end)).states).toEqual(
          inOrder.map(({ day, names }) => ({ at: time(day), lastSeen: time(day), names })),
        );
        const newest = inOrder.at(-1)?.day ?? 0;
        expect(await store.machine(id)).toMatchObject({
          firstSeen: time(inOrder[0]?.day ?? 0),
          lastSeen: time(newest),
        });
        await store.close();
      }),
      { numRuns },
    );
  });

  it('leave the newest as the state, each as it was at its time or since before, and a store that is sound', async () => {
    await fc.assert(
      fc.asyncProperty(arrivals, async (list) => {
        const { store, dir } = await open();
        const names = (state: number) => [`state-${state}`];
        for (const { day, state } of list) await arrive(store, time(day), names(state), end);
        const { states } = await history(store, end);
        expect(states.map(({ at }) => at)).toEqual(states.map(({ at }) => at).toSorted());
        const newest = list.toSorted((a, b) => a.day - b.day).at(-1);
        expect(states.at(-1)).toMatchObject({ names: names(newest?.state ?? 0), lastSeen: time(newest?.day ?? 0) });
        for (const { day, state } of list) {
          expect(states.some(({ at, ...one }) => at <= time(day) && one.names[0] === `state-${state}`)).toBe(true);
        }
        expect(await arrive(store, time(39), names(9), end)).toMatchObject({ outcome: 'stored' });
        expect((await history(store, end)).states.at(-1)).toMatchObject({ names: names(9) });
        await store.close();
        if (dir) expect(await check(dir)).toEqual([]);
      }),
      { numRuns },
    );
  });
});

it('a machine file that is lost is rebuilt with the state that is the newest', async () => {
  const dir = join(await temporaryFolder(), 'store');
  const store = await openFiles(dir);
  await arrive(store, wednesday, ['now']);
  await arrive(store, monday, ['then']);
  const before = await store.machine(id);
  await store.close();
  await rm(layoutOf(dir).machines, { recursive: true });
  const again = await openFiles(dir);
  await mendAll(layoutOf(dir));
  expect(await again.machine(id)).toMatchObject({ seq: before?.seq, lastSeq: 2, sections: before?.sections });
  await again.close();
});
