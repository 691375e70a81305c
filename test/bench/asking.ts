import { join } from 'node:path';
import { makeFleet } from '../../src/demo/fleet.ts';
import { derivedIndex } from '../../src/fleet/index/derived.ts';
import { openIndex } from '../../src/fleet/index/kept-index.ts';
import { createFleet } from '../../src/fleet/query.ts';
import { DAY } from '../../src/model/time.ts';
import { openReader } from '../../src/store/files.ts';
import { cpuOf } from './cpu.ts';
import { inTurns, type Ratio, ratio } from './ratio.ts';

const ROUNDS = 3;
const END = new Date('2026-10-31T00:00:00Z');
const WEEK = { since: END.getTime() - 7 * DAY, until: END.getTime() + DAY };
const KEYS = ['soft:f', 'soft:fi', 'soft:fir', 'soft:firefox<156'];

/** What questions to a whole fleet cost with an index, beside the same without one, and beside a look at the list. */
export async function askingRatios(folder: string): Promise<readonly Ratio[]> {
  const store = join(folder, 'fleet');
  await makeFleet({ machines: 300, months: 2, seed: 1, end: END, directory: store });
  const asked = createFleet(await openReader(store), () => END.getTime(), openIndex(store, await openReader(store)));
  await asked.packages();
  await asked.machinesAt(WEEK.since);
  const days = Array.from({ length: 20 }, (_, day) => WEEK.since - day * DAY);
  const keys = days.map((_, nth) => KEYS[nth % KEYS.length] ?? '');
  const measured = await inTurns(ROUNDS, {
    indexed: () => cpuOf([1], () => changesOfWeek(store, true)),
    derived: () => cpuOf([1], () => changesOfWeek(store, false)),
    list: () => cpuOf(days, async () => void (await asked.select('e'))),
    typed: () => cpuOf(keys, async (key) => void (await asked.select(key))),
    opened: () => cpuOf(days, async () => void (await createFleet(await openReader(store), () => 0).machines())),
    moved: () => cpuOf(days, async (time) => void (await asked.machinesAt(time))),
  });
  return [
    ratio(['changes of a week', 'the same from the histories'], measured.indexed, measured.derived, 0.15),
    ratio(['a key typed in soft:', 'a word looked for in the list'], measured.typed, measured.list, 5),
    ratio(['the fleet of another day', 'the list read from its file'], measured.moved, measured.opened, 1),
  ];
}

async function changesOfWeek(store: string, isIndexed: boolean): Promise<void> {
  const reader = await openReader(store);
  const index = isIndexed ? openIndex(store, reader) : derivedIndex(reader);
  const changes = await createFleet(reader, () => END.getTime(), index).changes(WEEK);
  if (changes.length === 0) throw new Error('nothing changed in a week');
}
