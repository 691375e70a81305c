import { expect, it } from 'vitest';
import type { Sections } from '../../src/model/catalogue.ts';
import { monday, newFleet, packages, tuesday } from './inventories.ts';

const ids = ['pc1-2026-11-16-08-00-00', 'pc2-2026-11-16-08-00-00', 'pc3-2026-11-16-08-00-00'] as const;
const [pc1, , pc3] = ids;

/** Three machines of a room: the third has another version of a package, one more package, and a memory module less. */
async function room() {
  const made = newFleet();
  for (const [index, id] of ids.entries()) {
    const isOdd = index === 2;
    await made.tell(monday, sectionsOf(index, isOdd), { deviceId: id, account: { TAG: 'B104' } });
  }
  return made;
}

function sectionsOf(index: number, isOdd: boolean): Sections {
  const module = (caption: string) => ({ caption, capacity: 8192, serial: `S${index}${caption}` });
  return {
    hardware: [{ name: `PC${index + 1}`, memory: isOdd ? 8192 : 16_384 + index }],
    memories: isOdd ? [module('DIMM A')] : [module('DIMM A'), module('DIMM B')],
    networks: [{ description: 'eth0', mac: `02:00:00:00:00:0${index}`, ipAddress: `10.0.0.${index + 1}` }],
    softwares: isOdd ? packages('bash 5', 'curl 7', 'doom 1') : packages('bash 5', 'curl 8'),
  };
}

it('tells what most of a room have, and who has it otherwise or not at all', async () => {
  const { fleet } = await room();
  const { size, items } = await fleet.consensus('tag=B104');
  expect(size).toBe(3);
  const item = (key: string) => items.find((one) => one.key === key);
  expect(item('bash')).toMatchObject({ row: { version: '5' }, of: 3, same: ids, different: [], missing: [] });
  expect(item('curl')).toMatchObject({ row: { version: '8' }, isCommon: true, different: [{ id: pc3 }], missing: [] });
  expect(item('DIMM B')).toMatchObject({ row: { capacity: 8192 }, isCommon: true, missing: [pc3] });
  expect(item('doom')).toMatchObject({ isCommon: false, same: [pc3] });
});

it('ranks who differs most first, and leaves out who differs in nothing', async () => {
  const { fleet } = await room();
  const { outliers } = await fleet.consensus('tag=B104');
  expect(outliers).toEqual([{ id: pc3, missing: 1, different: 2, extra: 1 }]);
});

it('never holds against a machine what each has for itself', async () => {
  const { fleet } = await room();
  const { items, rows } = await fleet.consensus('tag=B104');
  expect(rows.get('hardware')).toEqual([{ memory: 16_384 }]);
  expect(rows.get('networks')).toEqual([{ description: 'eth0' }]);
  expect(JSON.stringify(items.map(({ row }) => row))).not.toMatch(/S0|02:00|10\.0/);
});

it('compares a machine with its room, from either side', async () => {
  const { fleet } = await room();
  const most = { group: 'tag=B104' };
  const delta = await fleet.compare(most, { id: pc3, seq: 1 });
  expect(delta.sections.map(({ name, changes }) => [name, changes.map(({ kind, key }) => `${kind} ${key}`)])).toEqual([
    ['hardware', ['changed hardware']],
    ['memories', ['removed DIMM B']],
    ['softwares', ['changed curl', 'added doom']],
  ]);
  const turned = await fleet.compare({ id: pc3, seq: 1 }, most);
  expect(turned.sections.at(-1)?.changes.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    'changed curl',
    'removed doom',
  ]);
  expect((await fleet.compare(most, { id: pc1, seq: 1 })).sections).toEqual([]);
});

it('says nothing of what was not collected', async () => {
  const { fleet, tell } = await room();
  const { softwares: _, ...rest } = sectionsOf(2, true);
  const reports = { softwares: { state: 'failed', reason: 'needs-root' } } as const;
  await tell(tuesday, rest, { deviceId: pc3, reports });
  const { items, outliers } = await fleet.consensus('tag=B104');
  expect(items.find(({ key }) => key === 'curl')).toMatchObject({ of: 2, missing: [] });
  expect(outliers).toEqual([{ id: pc3, missing: 1, different: 1, extra: 0 }]);
  const { notCompared } = await fleet.compare({ group: 'tag=B104' }, await fleet.locate(pc3));
  expect(notCompared).toEqual([{ section: 'softwares', side: 'after', reason: 'needs-root' }]);
});

it('refuses a group nobody is in, and two groups', async () => {
  const { fleet } = await room();
  await expect(fleet.consensus('tag=B105')).rejects.toMatchObject({ code: 'usage' });
  const most = { group: 'tag=B104' };
  await expect(fleet.compare(most, most)).rejects.toMatchObject({ code: 'usage' });
});
