import { expect, it } from 'vitest';
import { knownStates, newestThen } from '../../src/cli/known-states.ts';
import { ingest } from '../../src/fleet/ingest.ts';
import { inventory, monday, newFleet, packages, thursday, tuesday, wednesday } from '../fleet/inventories.ts';

const id = inventory({}).deviceId ?? '';

it('knows which snapshot was the newest before a run, also where an older one arrived late', async () => {
  const { fleet, store, tell } = newFleet();
  expect(await newestThen(fleet, await knownStates(fleet), id)).toBeUndefined();
  await tell(monday, { softwares: packages('a') });
  await tell(wednesday, { softwares: packages('c') });
  await ingest(store, inventory({ softwares: packages('b') }, { at: tuesday }), thursday);
  const before = await knownStates(fleet);
  expect(await newestThen(fleet, before, id)).toEqual({ id, seq: 2 });
  await tell(thursday, { softwares: packages('d') });
  expect(await newestThen(fleet, before, id)).toEqual({ id, seq: 2 });
  expect(await fleet.locate(id)).toEqual({ id, seq: 4 });
});
