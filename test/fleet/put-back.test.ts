import { expect, it } from 'vitest';
import { Misfit } from '../../src/fleet/put-back.ts';
import { stateDigest } from '../../src/model/canonical.ts';
import { heldAfter, thin } from '../../src/wire/ocs/agreement/thin.ts';
import { inventory, monday, newFleet, packages, tuesday } from './inventories.ts';

const sections = { hardware: [{ name: 'PC1' }], bios: [{ serial: 'S1' }], softwares: packages('bash') };

/** What an agent says that sent the sections on Monday and has other software on Tuesday. */
function tuesdays() {
  const softwares = packages('bash', 'curl');
  const { reports, delta, ...said } = thin(
    inventory({ ...sections, softwares }),
    heldAfter(inventory(sections), undefined, {}),
  );
  if (!delta) throw new Error('no delta');
  return { said, more: { reports, delta } };
}

it('puts back what an agent left out, and keeps what identifies the machine', async () => {
  const { store, tell } = newFleet();
  const { id } = await tell(monday, sections);
  const { said, more } = tuesdays();
  expect(said.sections).not.toHaveProperty('bios');
  expect(await tell(tuesday, said.sections, more)).toMatchObject({ outcome: 'stored', seq: 2 });
  expect(await store.rows(id, 2, 'softwares')).toHaveLength(2);
  expect(await store.machine(id)).toMatchObject({
    name: 'PC1',
    evidence: { serials: ['S1'] },
    sections: { bios: { completeness: 'complete', collectedAt: monday, confirmedAt: tuesday } },
  });
});

it('keeps nothing of a delta to a machine that it does not know', async () => {
  const { store, tell } = newFleet();
  const { said, more } = tuesdays();
  await expect(tell(tuesday, said.sections, more)).rejects.toThrow(Misfit);
  expect(await store.fleet()).toEqual([]);
});

it('keeps nothing of a delta to another state', async () => {
  const { store, tell } = newFleet();
  const { id } = await tell(monday, { ...sections, bios: [{ serial: 'S2' }] });
  const before = await store.machine(id);
  const { said, more } = tuesdays();
  await expect(tell(tuesday, said.sections, more)).rejects.toMatchObject({ code: 'bad-input' });
  expect(await store.machine(id)).toEqual(before);
});

it('keeps nothing of a delta that calls unchanged what is not held', async () => {
  const { store, tell } = newFleet();
  const { id, digests } = await tell(monday, { hardware: [{ name: 'PC1' }] });
  const delta = { base: stateDigest(digests), whole: stateDigest(digests), changes: {} };
  const reports = { hardware: { state: 'unchanged' }, bios: { state: 'unchanged' } } as const;
  await expect(tell(tuesday, {}, { reports, delta })).rejects.toThrow(Misfit);
  expect(await store.machine(id)).toMatchObject({ lastSeen: monday });
});
