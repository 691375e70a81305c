import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change } from '../../src/fleet/fleet.ts';
import { joinMoves } from '../../src/fleet/moves.ts';
import { monday, newFleet, packages, thursday, tuesday, wednesday } from './inventories.ts';

const [pc1, pc2] = ['pc1-2026-11-16-08-00-00', 'pc2-2026-11-16-08-00-00'];
const always = { since: 0, until: Date.parse('2100-01-01') };
const dimm = { caption: 'DIMM2', capacity: 8192, serial: '09F1AB77' };

it('tells what changed in the whole fleet, newest first, with both snapshots', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { softwares: packages('bash', 'curl 7'), hardware: [{ name: 'PC1' }] });
  await tell(monday, { softwares: packages('bash'), hardware: [{ name: 'PC2' }] }, { deviceId: pc2 });
  await tell(tuesday, { softwares: packages('bash', 'curl 8'), hardware: [{ name: 'PC1' }] });
  await tell(wednesday, { softwares: packages('vim'), hardware: [{ name: 'PC2' }] }, { deviceId: pc2 });
  const changes = await fleet.changes(always);
  expect(changes.map(({ at, machine, kind, key }) => [at, machine.name, kind, key])).toEqual([
    [wednesday, 'PC2', 'removed', 'bash'],
    [wednesday, 'PC2', 'added', 'vim'],
    [tuesday, 'PC1', 'changed', 'curl'],
  ]);
  expect(changes[2]).toMatchObject({
    machine: { id: pc1, name: 'PC1' },
    section: 'softwares',
    before: { name: 'curl', version: '7' },
    after: { name: 'curl', version: '8' },
    fields: [{ field: 'version', before: '7', after: '8' }],
    from: { seq: 1 },
    to: { seq: 2 },
  });
});

it('narrows them by time, machine and section', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { softwares: packages('bash'), hardware: [{ name: 'PC1', memory: 1024 }] });
  await tell(tuesday, { softwares: packages('vim'), hardware: [{ name: 'PC1', memory: 2048 }] });
  await tell(wednesday, { softwares: packages('nano'), hardware: [{ name: 'PC1', memory: 2048 }] });
  const since = Date.parse(wednesday);
  expect(await fleet.changes({ ...always, since })).toHaveLength(2);
  expect(await fleet.changes({ since: 0, until: since - 1 })).toHaveLength(3);
  expect(await fleet.changes({ ...always, section: 'hardware' })).toMatchObject([{ fields: [{ field: 'memory' }] }]);
  expect(await fleet.changes({ ...always, machine: 'another' })).toEqual([]);
});

it('makes one event of a module that moved from one machine to another', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { memories: [dimm], hardware: [{ name: 'PC1' }] });
  await tell(monday, { memories: [{ caption: 'DIMM2' }], hardware: [{ name: 'PC2' }] }, { deviceId: pc2 });
  await tell(tuesday, { memories: [{ caption: 'DIMM2' }], hardware: [{ name: 'PC1' }] });
  await tell(thursday, { memories: [dimm], hardware: [{ name: 'PC2' }] }, { deviceId: pc2 });
  const whole = await fleet.changes(always);
  expect(whole).toMatchObject([
    {
      at: thursday,
      machine: { id: pc2, name: 'PC2' },
      kind: 'moved',
      after: dimm,
      from: { seq: 1, machine: { id: pc1, name: 'PC1' } },
      to: { seq: 2 },
    },
  ]);
  expect(whole).toHaveLength(1);
  expect(await fleet.changes({ ...always, since: Date.parse(thursday) })).toEqual(whole);
  expect(await fleet.changes({ ...always, machine: pc1 })).toEqual(whole);
});

it('tells of two disks that changed places as two moves', async () => {
  const { fleet, tell } = newFleet();
  const disk = (serial: string) => [{ name: 'sda', model: 'ST4000', serial }];
  await tell(monday, { storages: disk('WJG1AAAA'), hardware: [{ name: 'PC1' }] });
  await tell(monday, { storages: disk('WJG2BBBB'), hardware: [{ name: 'PC2' }] }, { deviceId: pc2 });
  await tell(tuesday, { storages: disk('WJG2BBBB'), hardware: [{ name: 'PC1' }] });
  await tell(tuesday, { storages: disk('WJG1AAAA'), hardware: [{ name: 'PC2' }] }, { deviceId: pc2 });
  const moves = await fleet.changes(always);
  expect(moves.map(({ kind, machine, from }) => [kind, from.machine?.name, machine.name])).toEqual([
    ['moved', 'PC2', 'PC1'],
    ['moved', 'PC1', 'PC2'],
  ]);
});

const part = fc.record({
  at: fc.constantFrom(monday, tuesday, wednesday, thursday),
  machine: fc.constantFrom('a', 'b', 'c'),
  serial: fc.constantFrom('SN100001', 'SN100002'),
  kind: fc.constantFrom('added' as const, 'removed' as const),
});

it('never invents a change, and loses none but those that left for the machine a move names', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const changes = parts.map(changeOf);
      const joined = joinMoves(changes);
      const moves = joined.filter(({ from }) => from.machine);
      expect(joined.length + moves.length).toBe(changes.length);
      for (const { machine, from } of moves) expect(from.machine?.id).not.toBe(machine.id);
    }),
  );
});

function changeOf({
  at,
  machine,
  serial,
  kind,
}: {
  at: string;
  machine: string;
  serial: string;
  kind: Change['kind'];
}) {
  const row = { caption: 'DIMM1', serial };
  const places = { from: { seq: 1 }, to: { seq: 2 } };
  const rows = kind === 'added' ? { after: row } : { before: row };
  const change: Change = {
    at,
    machine: { id: machine, name: machine },
    section: 'memories',
    kind,
    key: 'DIMM1',
    fields: [],
    ...rows,
    ...places,
  };
  return change;
}
