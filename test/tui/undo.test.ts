import { expect, it } from 'vitest';
import { pilot } from './pilot.ts';

it('undoes changes of the view one by one, a filter as a whole', async () => {
  const { press, type, text } = await pilot();
  await press('s', 'enter', 'r', '/');
  await type('pc02');
  await press('enter');
  expect(text()).toContain('1 of 12');
  await press('u');
  expect(text()).toContain('sorted by Name descending');
  await press('u');
  expect(text()).toContain('sorted by Name ascending');
});

it('undoes the columns and the other half of the screen', async () => {
  const { press, text, lines } = await pilot({ size: { columns: 140, rows: 30 } });
  const titles = lines()[2];
  await press('right', 'c', 'space', 'escape', 'z');
  expect(lines()[2]).not.toBe(titles);
  await press('u', 'u', 'u');
  expect(lines()[2]).toBe(titles);
  expect(text()).toContain('No change of this view to undo');
});

it('undoes what was done to a comparison, and nothing of another screen', async () => {
  const { press, text } = await pilot();
  await press('r', 'r', 'down', 'enter', 'd', 'd', '=', 'x', 'u');
  expect(text()).toContain('changed only');
  await press('u');
  expect(text()).toContain('all differences');
  await press('u');
  expect(text()).toContain('No change of this view to undo');
});

it('undoes what was done first of all', async () => {
  const { press, type, text } = await pilot();
  await press('/');
  await type('pc02');
  await press('enter', 'u');
  expect(text()).toContain('1/12');
});

it('takes an earlier filter again', async () => {
  const { press, type, text } = await pilot();
  for (const words of ['pc02', 'pc1']) {
    await press('/', 'ctrl-u');
    await type(words);
    await press('enter');
  }
  await press('escape', '/', 'up');
  expect(text()).toContain('/ pc1');
  await press('up');
  expect(text()).toContain('/ pc02');
  expect(text()).toContain('1 of 12');
  await press('down', 'down');
  expect(text()).toContain('12 of 12');
});

it('offers the filter before the one that stands', async () => {
  const { press, type, text } = await pilot();
  for (const words of ['pc02', 'pc1']) {
    await press('/', 'ctrl-u');
    await type(words);
    await press('enter');
  }
  await press('/', 'up');
  expect(text()).toContain('/ pc02');
});
