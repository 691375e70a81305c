import { expect, it } from 'vitest';
import { compareRoute, type Route } from '../../src/tui/routes.ts';
import { madeMachine } from './made-machines.ts';
import { pilot } from './pilot.ts';

const second = madeMachine(1).row.id;
const past: Route = compareRoute({ id: second, seq: 1 }, { id: second, seq: 4 });
const roomy = { columns: 100, rows: 40 };

it('sets both sides of a change side by side, under the name of the section', async () => {
  const { text } = await pilot({ initial: past, size: roomy });
  expect(text()).toMatch(/Memory modules +-1/);
  expect(text()).toMatch(/- DIMM B +│ 4 GiB · DDR4.* +│/);
  expect(text()).toMatch(/~ Memory +│ 8 GiB +│ 4 GiB/);
  expect(text()).toMatch(/Field +│ #1 12\/10\/2026 08:00 +│ #4 23\/11\/2026 12:00/);
});

it('goes from difference to difference, around the end', async () => {
  const { press, lines } = await pilot({ initial: past });
  const position = () => lines()[0]?.match(/(\d+)\/(\d+)$/)?.[0];
  const all = position()?.split('/')[1] ?? '';
  expect(position()).toBe(`1/${all}`);
  await press('n');
  expect(position()).toBe(`2/${all}`);
  await press('N', 'N');
  expect(position()).toBe(`${all}/${all}`);
  await press('n');
  expect(position()).toBe(`1/${all}`);
});

it('shows one kind of difference at a time', async () => {
  const { press, text } = await pilot({ initial: past, size: roomy });
  await press('=');
  expect(text()).toContain('changed only');
  expect(text()).not.toContain('- DIMM B');
  await press('=');
  expect(text()).toContain('only on the left');
  expect(text()).toContain('- DIMM B');
  expect(text()).not.toContain('~ Memory');
  await press('=', '=');
  expect(text()).toContain('all differences');
});

it('swaps the sides', async () => {
  const { press, text } = await pilot({ initial: past, size: roomy });
  await press('x');
  expect(text()).toMatch(/~ Memory +│ 4 GiB +│ 8 GiB/);
  expect(text()).toContain('+ DIMM B');
});

it('tells at its end what it leaves out', async () => {
  const { press, text } = await pilot({ initial: past });
  await press('G');
  expect(text()).toContain('Folded away: values that change at every run (1), noise (0)');
  expect(text()).toContain('Not compared:');
  expect(text()).toMatch(/Disks {2}both sides: needs root/);
});

it('shows all fields of a row that differs, on both sides', async () => {
  const { press, text } = await pilot({ initial: past, size: roomy });
  await press('enter');
  expect(text()).toMatch(/Processor +│ Intel.* +│ Intel/);
  expect(text()).toMatch(/Memory +│ 8 GiB +│ 4 GiB/);
});

it('hides sensitive values on both sides', async () => {
  const { press, text } = await pilot({
    initial: compareRoute({ id: madeMachine(0).row.id, seq: 1 }, { id: second, seq: 4 }),
    size: roomy,
  });
  expect(text()).not.toContain('5CG928');
  await press('v');
  expect(text()).toMatch(/5CG9280000 +│ 5CG9280001/);
});

it('puts one side under the other where there is no room beside', async () => {
  const { text } = await pilot({ initial: past, size: { columns: 64, rows: 40 } });
  expect(text()).toMatch(/~ Memory\n +- 8 GiB\n +\+ 4 GiB/);
});

it('says that nothing differs', async () => {
  const { text } = await pilot({ initial: compareRoute({ id: second, seq: 1 }, { id: second, seq: 1 }) });
  expect(text()).toContain('No difference');
});
