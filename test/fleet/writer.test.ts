import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createFleet } from '../../src/fleet/query.ts';
import { openFleetWriter } from '../../src/fleet/writer.ts';
import { openReader } from '../../src/store/files.ts';
import { inventory, monday, packages, tuesday } from './inventories.ts';

async function temporaryStore(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parcours-fleet-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'store');
}

it('writes the same whether this process is the writer or another one is', async () => {
  const dir = await temporaryStore();
  const [holder, other] = [await openFleetWriter(dir), await openFleetWriter(dir)];
  onTestFinished(() => Promise.all([other.close(), holder.close()]).then(() => undefined));
  expect([holder.held, other.held]).toEqual([true, false]);
  const told = inventory({ hardware: [{ name: 'PC1' }], softwares: packages('bash') }, { account: { TAG: 'B104' } });
  const first = await other.ingest(told, monday);
  expect(first).toMatchObject({ outcome: 'stored', isNew: true, seq: 1, account: { TAG: 'B104' } });
  await other.setAccount(first.id, { TAG: 'STOCK' });
  await other.setBaseline({ name: 'room', id: first.id, seq: 1 });
  expect(await holder.ingest(told, tuesday)).toMatchObject({
    outcome: 'same',
    isNew: false,
    account: { TAG: 'STOCK' },
  });
  const reader = await openReader(dir);
  expect(await reader.baselines()).toEqual([{ name: 'room', id: first.id, seq: 1 }]);
  expect(await createFleet(reader, () => 0).find('PC1')).toMatchObject({ tag: 'STOCK', lastSeen: tuesday });
});

it('keeps the administrative values that two processes set at once', async () => {
  const dir = await temporaryStore();
  const [holder, other] = [await openFleetWriter(dir), await openFleetWriter(dir)];
  onTestFinished(() => Promise.all([other.close(), holder.close()]).then(() => undefined));
  const { id } = await holder.ingest(inventory({}, { account: { TAG: 'B104' } }), monday);
  await Promise.all([other.setAccount(id, { ROOM: '12' }), holder.setAccount(id, { OWNER: 'lab' })]);
  const record = await (await openReader(dir)).machine(id);
  expect(record?.account).toEqual({ TAG: 'B104', ROOM: '12', OWNER: 'lab' });
});

it('brings back why an inventory was refused', async () => {
  const dir = await temporaryStore();
  const [holder, other] = [await openFleetWriter(dir), await openFleetWriter(dir)];
  onTestFinished(() => Promise.all([other.close(), holder.close()]).then(() => undefined));
  const refused = inventory({}, { deviceId: '../../etc' });
  await expect(other.ingest(refused, monday)).rejects.toMatchObject({ code: 'bad-input' });
  await expect(other.setAccount('nobody', {})).rejects.toMatchObject({ code: 'not-found' });
});
