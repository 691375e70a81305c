import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ingest } from '../../src/fleet/ingest.ts';
import { createFleet } from '../../src/fleet/query.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { readDocument } from '../../src/wire/document.ts';
import { monday, tuesday } from './inventories.ts';

const samples = process.env['PARCOURS_SAMPLES'];

async function captured(name: string) {
  const bytes = readFileSync(`${samples}/captures/ocs-unix-2.10.0/${name}.bin`);
  const { request } = await readDocument(bytes, { inflate: 'sync' });
  if (!request.inventory) throw new Error(`${name} holds no inventory`);
  return request.inventory;
}

it.skipIf(!samples)('opens no snapshot for the second run of an OCS agent on an unchanged machine', async () => {
  const store = memoryStore();
  const first = await ingest(store, await captured('a-first.02-inventory'), monday);
  const second = await ingest(store, await captured('b-second-same-state.02-inventory'), tuesday);
  expect([first.outcome, second.outcome]).toEqual(['stored', 'same']);
  expect(await store.rows(first.id, 1, 'softwares')).toHaveLength(983);
});

it.skipIf(!samples)('opens none for a run with --nosoftware either, and keeps the packages', async () => {
  const store = memoryStore();
  const { id } = await ingest(store, await captured('a-first.02-inventory'), monday);
  const without = { ...(await captured('e-nosoftware.02-inventory')), deviceId: id };
  expect(await ingest(store, without, tuesday)).toMatchObject({ outcome: 'same', seq: 1 });
  const { sections } = await createFleet(store, () => 0).view({ id, seq: 1 }, ['softwares']);
  expect(sections).toMatchObject([{ completeness: 'skipped', reason: 'not-sent', collectedAt: monday }]);
  expect(sections[0]?.rows).toHaveLength(983);
});

it.skipIf(!samples)('names the one package that came, and nothing else', async () => {
  const store = memoryStore();
  const first = await captured('a-first.02-inventory');
  const { id } = await ingest(store, first, monday);
  const softwares = [...(first.sections.softwares ?? []), { name: 'cowsay', version: '3.03' }];
  await ingest(store, { ...first, sections: { ...first.sections, softwares } }, tuesday);
  const delta = await createFleet(store, () => 0).compare({ id, seq: 1 }, { id, seq: 2 });
  expect(delta.sections).toEqual([
    { name: 'softwares', changes: [expect.objectContaining({ kind: 'added', key: 'cowsay' })] },
  ]);
});
