import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rollUpPackages, rollUpVersions } from '../../src/fleet/rollup.ts';
import { monday, newFleet, packages, tuesday } from './inventories.ts';

const ids = Array.from({ length: 5 }, (_, at) => `pc${at}-2026-11-16-08-00-00`);

it('counts in any group what the packages of its machines say', async () => {
  const owned = fc.uniqueArray(fc.constantFrom('bash 5', 'bash 6', 'curl 7', 'doom 1'));
  const group = fc.subarray(ids);
  await fc.assert(
    fc.asyncProperty(fc.tuple(owned, owned, owned, owned, owned), group, async (lists, chosen) => {
      const { fleet, tell } = newFleet();
      for (const [at, list] of lists.entries()) {
        await tell(monday, { softwares: packages('base 1', ...list) }, { deviceId: ids[at] ?? '' });
      }
      const index = await fleet.packages();
      const counted = rollUpPackages(index, new Set(chosen)).map(({ name, versions, machines }) => [
        name,
        versions,
        machines,
      ]);
      const expected = ['base', 'bash', 'curl', 'doom'].flatMap((name) => {
        const of = lists.flatMap((list, at) =>
          chosen.includes(ids[at] ?? '') ? [['base 1', ...list].filter((one) => one.startsWith(name))] : [],
        );
        const [versions, machines] = [new Set(of.flat()).size, of.filter((own) => own.length > 0).length];
        return machines === 0 ? [] : [[name, versions, machines]];
      });
      expect(counted).toEqual(expected);
      if (chosen.length === ids.length)
        expect(rollUpPackages(index, undefined)).toEqual(rollUpPackages(index, new Set(ids)));
    }),
    { numRuns: 50 },
  );
});

it('tells the versions of a package, the newest first, and those that are gone last', async () => {
  const { fleet, tell } = newFleet();
  await tell(monday, { softwares: packages('curl 7') }, { deviceId: ids[0] ?? '' });
  await tell(tuesday, { softwares: packages('curl 9') }, { deviceId: ids[0] ?? '' });
  await tell(monday, { softwares: packages('curl 10') }, { deviceId: ids[1] ?? '' });
  expect(rollUpVersions(await fleet.packages(), 'curl', new Set(ids))).toMatchObject([
    { version: '10', machines: [ids[1]] },
    { version: '9', machines: [ids[0]], first: Date.parse(tuesday) },
    { version: '7', machines: [], first: Date.parse(monday), last: Date.parse(monday) },
  ]);
  expect(rollUpVersions(await fleet.packages(Date.parse(monday)), 'curl', new Set(ids))).toMatchObject([
    { version: '10', machines: [ids[1]] },
    { version: '7', machines: [ids[0]] },
    { version: '9', machines: [] },
  ]);
});
