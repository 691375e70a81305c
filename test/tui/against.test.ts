import { expect, it } from 'vitest';
import { fakeFleet } from './fake-fleet.ts';
import { madeFleet } from './made-machines.ts';
import { type PilotOptions, pilot } from './pilot.ts';

async function onSecond(options: PilotOptions = {}) {
  const made = await pilot(options);
  await made.press('down');
  return made;
}

it('asks with what to compare: its past, another machine or a baseline', async () => {
  const { press, text } = await onSecond();
  await press('d');
  expect(text()).toMatch(/Compare B104-PC02 with\n {2}p {2}its past\n {2}m {2}another machine\n {2}b {2}a baseline/);
  await press('escape');
  expect(text()).not.toContain('another machine');
  await press('d', 'p');
  expect(text()).toMatch(/#3 .*#4/);
});

it('offers the machines that are most alike first, and finds one by what is typed', async () => {
  const { press, type, text, lines } = await onSecond();
  await press('d', 'm');
  expect(lines().filter((line) => line.includes('ThinkCentre'))[0]).toContain('B104-PC05');
  await type('pc11');
  await press('enter');
  expect(text()).toContain('Compare › B104-PC11 ↔ B104-PC02');
});

it('says that nobody has the words', async () => {
  const { press, type, text } = await onSecond();
  await press('d', 'm');
  await type('nobody');
  expect(text()).toContain('No other machine has these words');
  await press('enter', 'escape');
  expect(text()).toContain('2/12');
});

it('sets a baseline under a name, and compares with it', async () => {
  const { press, type, text } = await onSecond();
  await press('enter', '7', 'G', 'b');
  expect(text()).toContain('Baseline from B104-PC02 #1 12/10/2026 08:00, named: B104');
  await press('ctrl-u');
  await type('golden');
  await press('enter');
  expect(text()).toContain('Saved');
  await press('escape', 'down', 'B');
  expect(text()).toMatch(/most of B104 +12 machines\n.*golden +B104-PC02 #1/);
  await press('down', 'enter');
  expect(text()).toContain('Compare › B104-PC02 ↔ B104-PC03');
  expect(text()).toContain('baseline golden');
});

it('tells that a name is taken, and refuses one that cannot be typed', async () => {
  const { press, type, text } = await onSecond();
  await press('b', 'enter', 'down', 'b');
  expect(text()).toContain('Replaces the baseline of this name, from B104-PC02 #4');
  await type(' x');
  await press('enter');
  expect(text()).toContain('Letters, digits, . _ -');
});

it('says why a baseline could not be written, and keeps what was typed', async () => {
  const fleet = fakeFleet(madeFleet());
  const { press, text } = await onSecond({ fleet });
  await press('b');
  fleet.breakDown('the store is busy');
  await press('enter');
  expect(text()).toContain('the store is busy');
  expect(text()).toContain('named: B104');
});

it('offers the machines that a filter shows as a group', async () => {
  const { press, type, text } = await pilot();
  await press('/');
  await type('os:debian');
  await press('enter', 'B');
  expect(text()).toMatch(/most of B104 +12 machines\n.*most of os:debian +4 machines/);
});
