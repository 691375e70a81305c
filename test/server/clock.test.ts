import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../src/model/time.ts';
import { byOurClock } from '../../src/server/clock.ts';
import { inventoryXml } from '../wire/captures.ts';
import { NOW } from './receiver.ts';
import { newSite } from './site.ts';

const ID = 'pc1-2026-01-02-03-04-05';
const told = (at: number) => `<PARCOURS><AT>${new Date(at).toISOString()}</AT></PARCOURS>`;
const state = (name: string, at: number) => inventoryXml(`<HARDWARE><NAME>${name}</NAME></HARDWARE>${told(at)}`);
const date = (at: number) => ({ date: new Date(at).toUTCString() });

it.each([-3650 * DAY, -HOUR, HOUR, 3650 * DAY])(
  'a clock that is off by %i ms: the newest inventory is the state, and one that was kept has its age',
  async (off) => {
    const site = newSite();
    await site.post(state('first', NOW));
    site.later(3 * DAY);
    const now = NOW + 3 * DAY;
    const kept = await site.post(state('kept', now + off - DAY), date(now + off));
    const fresh = await site.post(state('fresh', now + off), date(now + off));
    expect([kept.status, fresh.status]).toEqual([200, 200]);
    const machine = await site.store.machine(ID);
    expect(machine).toMatchObject({ name: 'fresh', seq: 3, lastSeen: new Date(now).toISOString() });
    const times = (await site.store.timeline(ID)).map(({ at }) => Date.parse(at));
    expect(times).toEqual([NOW, now - DAY, now]);
  },
);

it('a clock that is off by minutes is left alone, and so is one that is not told', async () => {
  const at = NOW - MINUTE;
  for (const headers of [date(NOW - 5 * MINUTE), {}, { date: 'yesterday' }]) {
    const site = newSite();
    await site.post(state('PC1', at), headers);
    expect(await site.store.machine(ID)).toMatchObject({ lastSeen: new Date(at).toISOString() });
  }
});

it('no time is too wild', () => {
  const inventory = (at: string) => ({ query: 'INVENTORY', inventory: { at } }) as Parameters<typeof byOurClock>[0];
  const wild = ['+275760-09-13T00:00:00.000Z', '-271821-04-20T00:00:00.000Z', '0001-01-01T00:00:00Z'];
  for (const at of wild) {
    for (const sent of wild) expect(byOurClock(inventory(at), sent, NOW).inventory?.at).toMatch(/^\d{4}-/);
  }
});
