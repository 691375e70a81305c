import { expect, it } from 'vitest';
import { fakeFleet } from './fake-fleet.ts';
import { madeFleet } from './made-machines.ts';
import { pilot } from './pilot.ts';

function roomsFleet() {
  return fakeFleet(
    madeFleet(6).map((made, index) => {
      const { tag: _, ...row } = made.row;
      return { ...made, row: index === 5 ? row : { ...row, tag: index < 3 ? 'B104' : 'A101' } };
    }),
  );
}

it('lists the rooms with how many machines and how many silent, and opens one', async () => {
  const { press, text, lines } = await pilot({ fleet: roomsFleet() });
  await press('F');
  expect(lines()[0]).toContain('Fleet › Rooms and filters');
  expect(text()).toMatch(/A101 +2 +0/);
  expect(text()).toMatch(/B104 +3 +1/);
  expect(text()).toMatch(/\(no room\) +1 +0/);
  await press('down', 'enter');
  expect(lines()[1]).toMatch(/tag="B104" +3 of 6/);
  await press('escape', 'escape', 'G', 'enter');
  expect(lines()[0]).toContain('Rooms and filters');
});

it('keeps a filter under a name, opens it, and forgets it after asking', async () => {
  const { press, type, text, lines, state } = await pilot({ fleet: roomsFleet() });
  await press('K');
  expect(text()).toContain('The list has no filter to keep');
  await press('/');
  await type('os:windows');
  await press('enter', 'K');
  await type('Windows');
  await press('enter');
  expect(text()).toContain('Kept, F shows it: Windows');
  expect(state().memory.queries).toEqual([{ name: 'Windows', query: 'os:windows' }]);
  await press('F');
  expect(text()).toMatch(/Windows +2 +0 +os:windows/);
  await press('enter');
  expect(lines()[1]).toMatch(/\/ os:windows +2 of 6/);
  await press('escape', 'escape', 'x');
  expect(text()).toContain('Enter forgets the filter Windows');
  await press('escape', 'x', 'enter');
  expect(state().memory.queries).toEqual([]);
  expect(text()).toContain('Forgotten: Windows');
});

it('counts a filter about packages', async () => {
  const { press, type, text } = await pilot();
  await press('/');
  await type('soft:vlc');
  await press('enter', 'K');
  await type('players');
  await press('enter', 'F');
  expect(text()).toMatch(/players +12 /);
});

it('lists machines that have gone silent, the longest first, as of the time cursor', async () => {
  const fleet = fakeFleet(
    madeFleet(4).map((made, index) => ({
      ...made,
      row: { ...made.row, lastSeen: `2026-11-${String(8 + 5 * index).padStart(2, '0')}T08:00:00.000Z` },
    })),
  );
  const { press, text, lines } = await pilot({ fleet });
  await press('Z');
  expect(lines()[0]).toMatch(/Fleet › Silent machines .*2 of 4/);
  expect(text()).toMatch(/B104-PC01 +15 d +08\/11\/2026 08:00.*\n.*B104-PC02 +10 d +13\/11\/2026/);
  await press('down', 'enter');
  expect(lines()[0]).toContain('Fleet › B104-PC02');
});
