import { expect, it } from 'vitest';
import { doublePairs } from '../../src/fleet/doubles.ts';
import { monday, newFleet, thursday, tuesday, wednesday } from './inventories.ts';

const [pc1, pc2] = ['pc1-2026-11-16-08-00-00', 'pc2-2026-11-16-08-00-00'];
const bios = [{ serial: '5CG9280001' }];

async function pairsAfter(...told: readonly (readonly [string, string, string, object])[]) {
  const { fleet, tell } = newFleet();
  for (const [at, deviceId, agent, sections] of told) await tell(at, sections, { deviceId, agent });
  return doublePairs(await fleet.machines()).map(({ older, newer, shares, cause }) => {
    return [older.id, newer.id, shares.join(' '), cause];
  });
}

it('takes an id that begins where another ends for a machine that was reinstalled', async () => {
  const own = 'parcours_v0.1.0';
  expect(await pairsAfter([monday, pc1, own, { bios }], [tuesday, pc2, own, { bios }])).toEqual([
    [pc1, pc2, 'serial', 'reinstalled'],
  ]);
});

it('tells two agents on one machine from a copied one', async () => {
  const both = (first: string, second: string) =>
    pairsAfter([monday, pc1, first, { bios }], [tuesday, pc2, second, { bios }], [wednesday, pc1, first, { bios }]);
  expect(await both('GLPI-Agent_v1.15', 'parcours_v0.1.0')).toEqual([[pc1, pc2, 'serial', 'two-agents']]);
  expect(await both('GLPI-Agent_v1.15', 'GLPI-Agent_v1.16')).toEqual([[pc1, pc2, 'serial', 'copied']]);
});

it('makes little of a network address alone', async () => {
  const networks = [{ description: 'dock', mac: '18:66:da:00:00:01' }];
  const own = 'parcours_v0.1.0';
  expect(await pairsAfter([monday, pc1, own, { networks }], [thursday, pc2, own, { networks }])).toEqual([
    [pc1, pc2, 'mac', 'adapter'],
  ]);
});
