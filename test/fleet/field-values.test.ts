import { expect, it } from 'vitest';
import { monday, newFleet, packages, thursday, tuesday, wednesday } from './inventories.ts';

const [pc1, pc2] = ['pc1-2026-11-16-08-00-00', 'pc2-2026-11-16-08-00-00'];

it('tells who has each value of a field of any section, and when it was first and last seen', async () => {
  const { fleet, tell } = newFleet();
  const bios = (firmwareVersion: string) => ({ bios: [{ manufacturer: 'Dell', firmwareVersion }] });
  await tell(monday, bios('1.0'));
  await tell(monday, bios('1.0'), { deviceId: pc2 });
  await tell(tuesday, bios('1.0'));
  await tell(wednesday, bios('1.1'));
  const name = { section: 'bios', field: 'firmwareVersion' } as const;
  expect(await fleet.fieldValues(name, '')).toEqual([
    { value: '1.0', machines: [pc2], first: monday, last: tuesday },
    { value: '1.1', machines: [pc1], first: wednesday, last: wednesday },
  ]);
  expect(await fleet.fieldValues(name, 'id:pc2')).toMatchObject([{ value: '1.0', machines: [pc2] }]);
  const then = await fleet.fieldValues(name, '', Date.parse(tuesday));
  expect(then.find(({ value }) => value === '1.0')?.machines).toEqual([pc1, pc2]);
  expect(then.find(({ value }) => value === '1.1')?.machines).toEqual([]);
});

it('counts a machine once, however many of its rows have a value', async () => {
  const { fleet, tell } = newFleet(thursday);
  await tell(monday, { softwares: packages('bash 5', 'curl 5', 'doom 6') });
  const found = await fleet.fieldValues({ section: 'softwares', field: 'version' }, '');
  expect(found.map(({ value, machines }) => [value, machines.length])).toEqual([
    ['5', 1],
    ['6', 1],
  ]);
});
