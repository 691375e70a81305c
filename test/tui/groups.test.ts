import { expect, it } from 'vitest';
import { fakeFleet } from './fake-fleet.ts';
import { madeFleet } from './made-machines.ts';
import { pilot } from './pilot.ts';

const size = { columns: 120, rows: 40 };

it('ranks the machines of a room that differ from most, and compares one with them', async () => {
  const { press, text, lines } = await pilot({ size });
  await press('C');
  expect(text()).toContain('Fleet › In common');
  expect(text()).toContain('B104 · 12 machines');
  expect(lines()[3]).toMatch(/▸ B104-PC02 +\d+/);
  await press('enter');
  expect(text()).toContain('Compare › most of B104 ↔ B104-PC02');
  expect(text()).toMatch(/most of B104 +│ B104-PC02 #4/);
});

it('swaps a machine and its group', async () => {
  const { press, text } = await pilot({ size });
  await press('C', 'enter', 'x');
  expect(text()).toMatch(/B104-PC02 #4.* │ most of B104/);
});

it('tells how many have what most have, and who has it not', async () => {
  const { press, text, lines } = await pilot({ size });
  await press('C', 'tab');
  expect(text()).toMatch(/Memory +\S+ GiB +\d+ of 12/);
  expect(lines()[3]).toMatch(/11 of 12/);
  await press('enter');
  expect(text()).toMatch(/11 of 12 have it; \d otherwise, \d not at all/);
  await press('enter');
  expect(text()).toContain('Compare › most of B104 ↔ B104-PC02');
});

it('goes around the three lists', async () => {
  const { press, lines } = await pilot({ size });
  await press('C', 'tab', 'tab');
  const rare = lines().slice(2).join('\n');
  await press('tab', 'shift-tab');
  expect(lines().slice(2).join('\n')).toBe(rare);
});

it('lists possible doubles with what to do, and sets them side by side', async () => {
  const { press, text } = await pilot({ size });
  await press('D');
  expect(text()).toMatch(/B104-PC05 .*B104-PC06 .*serial/);
  expect(text()).toContain('Both ids report, by agents of one make');
  await press('enter');
  expect(text()).toContain('Compare › B104-PC05 ↔ B104-PC06');
});

it('says that there are no doubles', async () => {
  const { press, text } = await pilot({ fleet: fakeFleet(madeFleet(2)) });
  await press('D');
  expect(text()).toContain('No two device ids share');
});
