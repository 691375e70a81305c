import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { AgentOptions } from '../../src/agent/options.ts';
import { ingest } from '../../src/fleet/ingest.ts';
import { standingOf } from '../../src/fleet/put-back.ts';
import { canonicalOrder } from '../../src/model/canonical.ts';
import type { Sections } from '../../src/model/catalogue.ts';
import type { Inventory } from '../../src/model/inventory.ts';
import { serve } from '../../src/server/serve.ts';
import { memoryStore } from '../../src/store/memory.ts';
import { refusedPort } from '../agent/answering-server.ts';
import { temporaryFolder } from '../agent/folders.ts';
import { recordedLog } from '../agent/recorded-log.ts';
import { agentOn } from '../agent/scene.ts';
import { countingProxy } from './counting-proxy.ts';

/** Our agent and our server, with a machine that the test changes between two runs. */
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function scene() {
  const store = memoryStore();
  const afterProlog: (() => Promise<unknown>)[] = [];
  let runs = 0;
  const serving = await serve({
    addresses: [{ host: '127.0.0.1', port: 0 }],
    log: recordedLog(),
    receiver: {
      now: () => Date.UTC(2026, 10, 23, 20, 0, runs),
      settings: { prologFreqHours: 24, frequencyDays: 0 },
      async machine(deviceId) {
        const known = await store.machine(deviceId);
        for (const act of afterProlog.splice(0)) await act();
        return known && standingOf(known);
      },
      ingest: (inventory, { at }) => ingest(store, inventory, at),
      notify: async () => false,
    },
  });
  const proxy = await countingProxy(new URL(serving.urls[0] ?? '').host);
  open.push(proxy, serving);
  const folder = temporaryFolder();
  return {
    store,
    /** What happens between the next PROLOG and its inventory. */
    afterProlog,
    /** Runs the agent on a machine with these sections; its log, the bytes that passed and what is held then. */
    async run(sections: Sections, reports = complete(sections), options: Partial<AgentOptions> = {}) {
      const now = Date.UTC(2026, 10, 23, 20, 0, runs++);
      const agent = agentOn(folder, { sections, reports, now });
      const { deliveries, deviceId } = await agent.run({ servers: [proxy.host], noProxy: true, ...options });
      expect(deliveries).toMatchObject([{ result: 'accepted' }]);
      const record = await store.machine(deviceId);
      return {
        bytes: proxy.count(),
        said: agent.log.lines.map(({ message }) => message),
        record,
        held: async (name: 'softwares' | 'bios') => store.rows(deviceId, record?.seq ?? 0, name),
      };
    },
    /** A run whose server cannot be reached. */
    async fail(sections: Sections) {
      const agent = agentOn(folder, {
        sections,
        reports: complete(sections),
        now: Date.UTC(2026, 10, 23, 20, 0, runs++),
      });
      const server = `127.0.0.1:${await refusedPort()}`;
      await expect(agent.run({ servers: [server], stateName: 'site', noProxy: true })).rejects.toThrow('is kept in');
    },
    state: () => join(folder, 'servers', readdirSync(join(folder, 'servers'))[0] ?? '', 'state.json'),
  };
}

function complete(sections: Sections): Inventory['reports'] {
  return Object.fromEntries(Object.keys(sections).map((name) => [name, { state: 'complete' }]));
}

const softwares = Array.from({ length: 900 }, (_, i) => ({
  name: `package-${(i * 7919) % 1000}`,
  version: `${i % 13}.${(i * 31) % 97}-${i % 5}`,
  comments: `Package number ${i}, one of those that every machine has`,
  from: 'deb',
}));
const machine = {
  hardware: [{ name: 'pc-b12-31', description: 'up since Monday' }],
  bios: [{ serial: 'S1' }],
  drives: [{ type: '/', free: 181234, total: 238474 }],
  softwares,
};
const updated = {
  ...machine,
  softwares: softwares.with(450, { name: 'package-450', version: '99', comments: 'The new one', from: 'deb' }),
};
const RESENT = 'the server asks for the full inventory';

it('a package that changed costs less than 4 KB, both ways, and is stored', async () => {
  const { run } = await scene();
  await run(machine);
  const { bytes, said, held, record } = await run(updated);
  expect(bytes).toBeLessThan(4096);
  expect(said).not.toContain(RESENT);
  expect(await held('softwares')).toEqual(canonicalOrder('softwares', updated.softwares));
  expect(record).toMatchObject({ seq: 2, sections: { bios: { completeness: 'complete' } } });
});

it('after an inventory that was kept, all of the new one is sent at once, and nothing twice', async () => {
  const { run, fail } = await scene();
  await run(machine, undefined, { stateName: 'site' });
  await fail(updated);
  const { said, record, held } = await run(machine, undefined, { stateName: 'site' });
  expect(said.filter((line) => line === 'send')).toHaveLength(3);
  expect(said).not.toContain(RESENT);
  expect(record).toMatchObject({ seq: 3 });
  expect(await held('softwares')).toEqual(canonicalOrder('softwares', machine.softwares));
  expect((await run(machine, undefined, { stateName: 'site' })).bytes).toBeLessThan(4096);
});

it('a volatile value that changed is kept, and opens no snapshot', async () => {
  const { run } = await scene();
  await run(machine);
  const { record } = await run({ ...machine, drives: [{ type: '/', free: 5, total: 238474 }] });
  expect(record).toMatchObject({ seq: 1, name: 'pc-b12-31', volatile: { drives: [{ free: 5 }] } });
});

it('rows that the agent remembers wrongly make it send all of it, in the same run', async () => {
  const { run, state } = await scene();
  await run(machine);
  writeFileSync(state(), readFileSync(state(), 'utf8').replace(/("softwares":\[")[0-9a-f]{12}/, '$1000000000000'));
  const { said, held } = await run(updated);
  expect(said).toContain(RESENT);
  expect(await held('softwares')).toEqual(canonicalOrder('softwares', updated.softwares));
  expect((await run(updated)).said).toContain('left out');
});

it('a state that moved after PROLOG makes it send all of it, in the same run', async () => {
  const { run, store, afterProlog } = await scene();
  const { record } = await run(machine);
  const [id, at] = [record?.id ?? '', '2026-11-23T20:00:01.000Z'];
  const bios = [{ serial: 'of another agent' }];
  const about = { deviceId: id, kind: 'computer', agent: 'another', account: {}, extras: [], reports: {} } as const;
  afterProlog.push(() => ingest(store, { ...about, sections: { bios } }, at));
  const { said, held } = await run(machine);
  expect(said).toContain(RESENT);
  expect(await held('bios')).toEqual(machine.bios);
  expect(await store.rows(id, 2, 'bios')).toEqual(bios);
});

it('software that was left out by hand in between is not news afterwards', async () => {
  const { run } = await scene();
  await run(machine);
  const { softwares: _, ...others } = machine;
  const skipped = { ...complete(others), softwares: { state: 'skipped', reason: 'not-requested' } } as const;
  expect((await run(others, skipped)).record).toMatchObject({ sections: { softwares: { completeness: 'skipped' } } });
  const { bytes, record, held } = await run(machine);
  expect(bytes).toBeLessThan(4096);
  expect(record).toMatchObject({ seq: 1, sections: { softwares: { completeness: 'complete' } } });
  expect(await held('softwares')).toHaveLength(900);
});

it('a section that others sent, or that was merged, does not stand in the way', async () => {
  const { run } = await scene();
  await run({ ...machine, bios: [{ serial: 'S1', manufacturer: 'Dell' }] });
  const partial = { ...complete(machine), bios: { state: 'partial', reason: 'needs-root' } } as const;
  const seen = { ...machine, bios: [{ manufacturer: 'Dell' }] };
  for (const _ of ['merged', 'told', 'known']) {
    const { record, held } = await run(seen, partial);
    expect([record?.seq, await held('bios')]).toEqual([1, [{ serial: 'S1', manufacturer: 'Dell' }]]);
  }
  const { said, bytes } = await run(seen, partial);
  expect(said).toContain('left out');
  expect(bytes).toBeLessThan(2048);
});

it('with --force the delta is agreed on all the same; twice, nobody is asked and all of it is sent', async () => {
  const { run } = await scene();
  await run(machine);
  expect((await run(machine, complete(machine), { force: 1 })).said).toContain('left out');
  const twice = await run(machine, complete(machine), { force: 2 });
  expect([twice.said.includes('left out'), twice.said.includes('prolog')]).toEqual([false, false]);
});
