import { expect, it } from 'vitest';
import { explorerTerminals } from './terminals.ts';

const open = explorerTerminals();

it('takes the terminal and gives it back as it was', async () => {
  const terminal = await open();
  await terminal.shows('B104-PC01');
  expect(terminal.isAlternate()).toBe(true);
  expect(terminal.isCursorHidden()).toBe(true);
  await terminal.press('q');
  expect((await terminal.exited()).exitCode).toBe(0);
  expect(terminal.isAlternate()).toBe(false);
  expect(terminal.isCursorHidden()).toBe(false);
  expect(terminal.output()).toMatch(/\x1b\[\?7h.*\x1b\[\?1049l\x1b\[\?25h/);
  expect(terminal.text()).toContain('bye');
});

it('leaves on ctrl-c from anywhere', async () => {
  const terminal = await open();
  await terminal.press('enter', '3', '/', 'fire', 'ctrl-c');
  expect((await terminal.exited()).exitCode).toBe(0);
  expect(terminal.isAlternate()).toBe(false);
});

it('gives the terminal back when it is told to end', async () => {
  const terminal = await open();
  await terminal.shows('B104-PC01');
  terminal.signal('SIGTERM');
  expect((await terminal.exited()).signal).toBe(15);
  expect(terminal.isAlternate()).toBe(false);
  expect(terminal.isCursorHidden()).toBe(false);
});

it.each(['drawing', 'later'] as const)('gives the terminal back when it breaks (%s)', async (breaks) => {
  const terminal = await open({ breaks });
  expect((await terminal.exited()).exitCode).toBe(1);
  expect(terminal.isAlternate()).toBe(false);
  expect(terminal.isCursorHidden()).toBe(false);
  expect(terminal.text()).toMatch(/TypeError|broke later/);
});

it('goes on after ctrl-z where no shell can stop it', async () => {
  const terminal = await open();
  await terminal.press('ctrl-z');
  await terminal.shows('B104-PC01');
  await terminal.press('down');
  await terminal.shows('2/12');
  expect(terminal.isAlternate()).toBe(true);
});

it('loses no key of a burst', async () => {
  const terminal = await open({ machines: 900 });
  await terminal.shows('1/900');
  terminal.send(...Array<string>(500).fill('down'));
  await terminal.shows('501/900');
  terminal.send('G', 'k', 'k', '/', 'P', 'C', '7', '7', 'enter');
  await terminal.shows('/ PC77');
});

it('types q into the filter instead of quitting', async () => {
  const terminal = await open();
  await terminal.press('/', 'q', 'q');
  await terminal.shows('/ qq');
  await terminal.press('escape');
  await terminal.shows('1/12');
});

it('moves the cursor with few bytes', async () => {
  const terminal = await open({ machines: 900, columns: 140, rows: 40 });
  // Without what stands beside, which comes once the keys rest and is text of its own.
  await terminal.press('z', 'down', 'down');
  const before = terminal.output().length;
  await terminal.press('down');
  expect(terminal.output().length - before).toBeLessThan(500);
});

it('scrolls by a line with few bytes', async () => {
  const terminal = await open({ machines: 900, columns: 100, rows: 40 });
  await terminal.press('page-down');
  const before = terminal.output().length;
  await terminal.press('down');
  expect(terminal.output().length - before).toBeLessThan(700);
});

it('reflows when the terminal is resized, and says when it is too small', async () => {
  const terminal = await open();
  await terminal.press('down');
  await terminal.resize(60, 16);
  await terminal.shows('2/12');
  await terminal.resize(40, 10);
  await terminal.shows('60x16');
  expect(terminal.text()).toContain('40x10');
  await terminal.resize(140, 40);
  await terminal.shows('2/12');
  expect(terminal.text()).not.toContain('60x16');
  expect(terminal.text()).toContain('Changes of');
});

it('shows a machine that arrives, and stays where it was', async () => {
  const terminal = await open();
  await terminal.press('down', 'down');
  terminal.signal('SIGUSR2');
  await terminal.shows('B104-PC13');
  await terminal.shows('3/13');
});

it('says how to fill an empty store', async () => {
  const terminal = await open({ machines: 0 });
  await terminal.shows('parcours serve');
  expect(terminal.text()).toContain('parcours import');
  terminal.signal('SIGUSR2');
  await terminal.shows('B104-PC01');
});
