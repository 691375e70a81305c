import { expect, it } from 'vitest';
import { MachineRows } from '../../src/fleet/machine-rows.ts';
import { monday, newFleet } from './inventories.ts';

const [pc1, pc2] = ['pc1-2026-11-16-08-00-00', 'pc2-2026-11-16-08-00-00'];

async function twoRows() {
  const { store, tell } = newFleet();
  await tell(monday, { hardware: [{ name: 'PC1', memory: 8192 }] });
  await tell(monday, { hardware: [{ name: 'PC2' }] }, { deviceId: pc2 });
  return store.fleet();
}

it('gives the very same row of a machine that is the same in two lists', async () => {
  const [rows, made] = [await twoRows(), new MachineRows()];
  const now = made.now(rows);
  const before = made.before(rows.map((row) => (row.id === pc1 ? { ...row, memoryMiB: 4096 } : row)));
  expect(before.map(({ memoryMiB }) => memoryMiB)).toEqual([4096, undefined]);
  expect(before[0]).not.toBe(now[0]);
  expect(before[1]).toBe(now[1]);
});

it('gives another row of a machine whose double is gone', async () => {
  const [rows, made] = [await twoRows(), new MachineRows()];
  const doubles = (lists: readonly { readonly possibleDoubles: readonly string[] }[]) =>
    lists.map(({ possibleDoubles }) => possibleDoubles);
  const alike = rows.map((row) => ({ ...row, serial: 'S-1234-A' }));
  expect(doubles(made.now(alike))).toEqual([[pc2], [pc1]]);
  expect(doubles(made.before(alike.filter(({ id }) => id === pc1)))).toEqual([[]]);
  expect(doubles(made.before(alike.map((row) => (row.id === pc2 ? { ...row, serial: 'S-9876-B' } : row))))).toEqual([
    [],
    [],
  ]);
  expect(doubles(made.now(alike))).toEqual([[pc2], [pc1]]);
});
