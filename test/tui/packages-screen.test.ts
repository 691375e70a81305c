import { expect, it } from 'vitest';
import { pilot } from './pilot.ts';

it('goes from the packages to their versions, to the machines with and without, and to the package on one', async () => {
  const { press, type, lines, text } = await pilot();
  await press('P');
  expect(lines()[0]).toMatch(/Fleet › Software .*45 names · 12 machines/);
  expect(text()).toMatch(/gimp +1 +11 +92/);
  await press('/');
  await type('gimp');
  await press('enter', 'enter');
  expect(lines()[0]).toMatch(/Software › gimp .*on 11 of 12 · absent on 1/);
  await press('enter');
  expect(text()).toMatch(/\+ Present on 11 of 12/);
  await press('G');
  expect(text()).toMatch(/- Absent on 1 of 12\n▸ +B104-PC02/);
  await press('g', 'enter');
  expect(lines()[0]).toContain('Fleet › B104-PC01');
  expect(text()).toMatch(/\/ gimp +1 of 44/);
  await press('escape', 'escape', 'escape', 'escape');
  expect(lines()[0]).toMatch(/Fleet › Software .*1 name /);
});

it('counts the packages of the machines of the list, narrowed by conditions', async () => {
  const { press, type, lines, text } = await pilot();
  await press('/');
  await type('!pc02');
  await press('enter', 'P');
  expect(lines()[0]).toMatch(/44 names · 11 machines/);
  expect(text()).not.toContain('vlc');
  await press('/');
  await type('os:debian firefox');
  expect(lines()[0]).toMatch(/1 name · 4 machines/);
});

it('shows packages as they were, and orders them', async () => {
  const { press, type, text, lines } = await pilot();
  await press('P', '/');
  await type('vlc');
  await press('enter');
  expect(text()).toMatch(/vlc +1 +1 +/);
  await press('t');
  await type('2026-10-20');
  await press('enter');
  expect(text()).toContain('Nothing matches the filter');
  await press('T', 'escape', 's');
  expect(text()).toContain('sorted by machines');
  expect(lines().findLast((line) => line.includes('gimp') || line.includes('vlc'))).toBeUndefined();
});

it('tells of each version when it was first and last seen', async () => {
  const { press, type, text } = await pilot({ size: { columns: 100, rows: 30 } });
  await press('P', '/');
  await type('firefox');
  await press('enter', 'enter');
  expect(text()).toMatch(/\(all versions\) +12 +100/);
  expect(text()).toMatch(/132.0 +1 +8 .*still there/);
});
