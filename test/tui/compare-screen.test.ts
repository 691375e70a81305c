import { expect, it } from 'vitest';
import type { Change } from '../../src/fleet/fleet.ts';
import { compareRoute, type Route } from '../../src/tui/routes.ts';
import { fakeFleet } from './fake-fleet.ts';
import { madeFleet, madeMachine } from './made-machines.ts';
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
  await press('=', '=', '=');
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
  await press('=', '=', '=', '=');
  expect(text()).toMatch(/Serial number +│ \*{8} +│ \*{8}/);
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

it('folds away what each of two machines has for itself, and says how much', async () => {
  const { press, text } = await pilot({
    initial: compareRoute({ id: madeMachine(0).row.id, seq: 1 }, { id: second, seq: 4 }),
    size: roomy,
  });
  expect(text()).not.toContain('Serial number');
  expect(text()).toMatch(/Folded away: what is each machine’s own \(\d+\)/);
  await press('=', '=', '=', '=');
  expect(text()).not.toContain('machine’s own');
});

it('shows what is the same too', async () => {
  const { press, text, lines } = await pilot({ initial: past, size: roomy });
  await press('=', '=', '=', '=');
  expect(lines()[1]).toMatch(/everything, what is the same too · \d+ the same/);
  expect(text()).toMatch(/= DIMM A +│ 4 GiB.*│ 4 GiB/);
  expect(text()).toMatch(/= Processor +│ Intel.*│ Intel/);
  expect(text()).not.toMatch(/= DIMM B/);
});

it('puts one side under the other where that is asked', async () => {
  const { press, text } = await pilot({ initial: past, size: roomy });
  await press('z');
  expect(text()).toMatch(/~ Memory\n +- 8 GiB\n +\+ 4 GiB/);
  await press('z');
  expect(text()).toMatch(/~ Memory +│ 8 GiB +│ 4 GiB/);
});

it('goes on below with what is too long, where that is asked', async () => {
  const { press, text } = await pilot({ initial: past, size: { columns: 80, rows: 40 } });
  expect(text()).toMatch(/- DIMM B .*…/);
  await press('w');
  expect(text()).toMatch(/- DIMM B +│ 4 GiB · DDR4.* │\n +│ .*Samsung/);
  expect(text()).not.toContain('…');
});

it('tells where a part went that is gone, and on the other machine where it came from', async () => {
  const part = { caption: 'DIMM B', serial: '0x1A2B3' };
  const other = { id: 'other', name: 'B104-PC09' };
  const moved = {
    section: 'memories',
    key: 'DIMM B',
    fields: [],
    kind: 'moved',
    at: '2026-11-23T12:00:00.000Z',
  } as const;
  const places = { to: { seq: 2 }, after: part };
  const own = { id: second, name: 'B104-PC02' };
  const told = async (change: Change, before: number, after: number) => {
    const fleet = fakeFleet(madeFleet(), [change]);
    const initial = compareRoute({ id: second, seq: before }, { id: second, seq: after });
    const { text, settled } = await pilot({ initial, size: roomy, fleet });
    await settled();
    return text();
  };
  const gone = { ...moved, ...places, machine: other, from: { seq: 1, machine: own } };
  expect(await told(gone, 1, 4)).toMatch(/- DIMM B .*\n +→ now in B104-PC09/);
  const come = { ...moved, ...places, machine: own, from: { seq: 1, machine: other } };
  expect(await told(come, 4, 1)).toMatch(/\+ DIMM B .*\n +→ came from B104-PC09/);
});
