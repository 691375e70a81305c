import { expect, it } from 'vitest';
import { fakeFleet } from './fake-fleet.ts';
import { madeFleet, madeMachine } from './made-machines.ts';
import { pilot } from './pilot.ts';

const wide = { columns: 140, rows: 40 };

function namesIn(text: string): readonly string[] {
  return text.match(/B104-PC\d\d/g) ?? [];
}

it('lists the machines with what deserves a look', async () => {
  const { text } = await pilot();
  expect(text()).toContain('12 machines · 1 silent · 1 possible double');
  expect(text()).toMatch(/B104-PC02 .*Windows 11 Pro 23H2 .*4 GiB .*2 h {2}~ changed/);
  expect(text()).toMatch(/B104-PC03 .*9 d {2}! silent/);
  expect(text()).toMatch(/B104-PC05 .*\? double/);
});

it('filters while it is typed, and counts', async () => {
  const { type, press, text } = await pilot();
  await type('/os:debian');
  expect(text()).toContain('/ os:debian');
  expect(text()).toContain('4 of 12');
  expect(namesIn(text())).toEqual(['B104-PC01', 'B104-PC04', 'B104-PC07', 'B104-PC10']);
  await press('enter');
  await type('q');
  expect(namesIn(text())).toHaveLength(4);
});

it('clears the filter with the first escape, and goes nowhere with the second', async () => {
  const { type, press, text, state } = await pilot();
  await type('/pc02');
  await press('enter', 'escape');
  expect(namesIn(text())).toHaveLength(12);
  await press('escape');
  expect(state().ended).toBe(false);
});

it('filters on memory, on age and on state', async () => {
  const { type, press, text } = await pilot();
  for (const [filter, expected] of [
    ['memory<8', ['B104-PC02']],
    ['seen>7', ['B104-PC03']],
    ['state:silent', ['B104-PC03']],
    ['!os:debian !os:windows ram>8', ['B104-PC06', 'B104-PC12']],
    ['18:66:da:00:00:0b', ['B104-PC12']],
  ] as const) {
    await type(`/${filter}`);
    expect(namesIn(text()), filter).toEqual(expected);
    await press('escape');
  }
});

it('moves on in the list while a filter is typed', async () => {
  const { type, press, text } = await pilot();
  await type('/debian');
  await press('enter', 'down', 'enter');
  expect(text()).toContain('Fleet › B104-PC04');
});

it('sorts by the column chosen in the menu, and says so in words', async () => {
  const { press, text } = await pilot();
  await press('s', 'down', 'down', 'down', 'down', 'down', 'enter');
  expect(text()).toContain('sorted by Memory ascending');
  expect(namesIn(text())[0]).toBe('B104-PC02');
  await press('r');
  expect(text()).toContain('sorted by Memory descending');
  expect(namesIn(text()).at(-1)).toBe('B104-PC02');
});

it('sorts by state, the most urgent first', async () => {
  const { press, text } = await pilot();
  await press('s', 'up', ...Array(20).fill('down'), 'enter');
  expect(namesIn(text()).slice(0, 3)).toEqual(['B104-PC03', 'B104-PC05', 'B104-PC02']);
});

it('stays on its machine when the fleet changes', async () => {
  const fleet = fakeFleet(madeFleet().slice(1));
  const { press, settled, text } = await pilot({ fleet });
  await press('down');
  expect(text()).toMatch(/▸ B104-PC03/);
  fleet.receive(madeMachine(0));
  await settled();
  expect(text()).toMatch(/▸ B104-PC03/);
  expect(text()).toContain('B104-PC01');
});

it('previews what changed last, where there is room', async () => {
  const { press, text } = await pilot({ size: wide });
  await press('down');
  expect(text()).toContain('Changes of 23/11/2026');
  expect(text()).toContain('- DIMM B');
  expect(text()).toContain('Memory 8 GiB → 4 GiB');
  await press('down');
  expect(text()).toContain('First snapshot');
});

it('compares the selected machine with another, and a machine with its past', async () => {
  const { press, text } = await pilot();
  await press('space');
  expect(text()).toContain('* B104-PC01');
  await press('down', 'd');
  expect(text()).toContain('Compare › B104-PC01 ↔ B104-PC02');
  await press('escape', 'up', 'space', 'down', 'd', 'd');
  expect(text()).toContain('Compare › B104-PC02 ');
  expect(text()).toContain('#3');
});

it('says so where there is nothing to compare with', async () => {
  const { press, text } = await pilot();
  await press('d', 'p');
  expect(text()).toContain('Only one snapshot');
});

it('shows in place what cannot be read, and tries again', async () => {
  const fleet = fakeFleet(madeFleet());
  fleet.breakDown('machines/ab.json is damaged');
  const { press, text } = await pilot({ fleet });
  expect(text()).toContain('Could not be read: machines/ab.json is damaged');
  fleet.breakDown(undefined);
  await press('R');
  expect(text()).toContain('B104-PC01');
});

it('keeps what it knew when reading again fails', async () => {
  const fleet = fakeFleet(madeFleet());
  const { settled, text } = await pilot({ fleet });
  fleet.breakDown('gone');
  await settled();
  expect(text()).toContain('B104-PC01');
});
