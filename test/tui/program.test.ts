import { expect, it } from 'vitest';
import { pilot } from './pilot.ts';

it('goes back one screen at a time, and quits from the fleet', async () => {
  const { press, state } = await pilot();
  await press('enter', '3', 'enter');
  expect(state().stack.map(({ screen }) => screen)).toEqual(['fleet', 'machine', 'details']);
  await press('q', 'backspace');
  expect(state().stack.map(({ screen }) => screen)).toEqual(['fleet']);
  expect(state().ended).toBe(false);
  await press('q');
  expect(state().ended).toBe(true);
});

it('goes to the screen shown before and back with -', async () => {
  const { press, text } = await pilot();
  await press('down', 'enter', '-');
  expect(text()).toMatch(/▸ B104-PC02/);
  await press('-');
  expect(text()).toContain('Fleet › B104-PC02');
});

it('changes the language on the spot', async () => {
  const { press, text } = await pilot();
  await press('L');
  expect(text()).toContain('12 postes');
  expect(text()).toContain('tri par Nom croissant');
  await press('L');
  expect(text()).toContain('12 machines');
});

it('shows the keys of this screen in the help', async () => {
  const { press, text } = await pilot({ size: { columns: 140, rows: 60 } });
  await press('?');
  expect(text()).toContain('Fleet › Help');
  expect(text()).toMatch(/Space +Select this machine/);
  expect(text()).not.toContain('Next difference');
  await press('q');
  expect(text()).toContain('B104-PC01');
});

it('scrolls a help that is too long', async () => {
  const { press, text } = await pilot({ size: { columns: 60, rows: 16 } });
  await press('?');
  expect(text()).not.toContain('Leave the program');
  await press(...Array<string>(8).fill('page-down'));
  expect(text()).toContain('Leave the program');
});

it('finds a command by its name in either language, and runs it', async () => {
  const { press, type, text } = await pilot();
  await press('enter', ':');
  await type('logi');
  expect(text()).toMatch(/Command: logi/);
  expect(text()).toMatch(/Software +3/);
  await press('enter');
  expect(text()).toContain('firefox-esr');
});

it('offers in the palette only what works here', async () => {
  const { press, type, text } = await pilot();
  await press('ctrl-p');
  await type('difference');
  expect(text()).toContain('No command of that name');
  await press('escape');
  expect(text()).not.toContain('Command:');
});

it('edits what is typed', async () => {
  const { press, type, text } = await pilot();
  await type('/pc7');
  await press('left');
  await type('0');
  expect(text()).toContain('/ pc07');
  await press('end', 'backspace', 'home', 'delete');
  expect(text()).toContain('/ c0');
  await press('ctrl-u', 'end', 'ctrl-w');
  expect(text()).toContain('words  os:debian');
});

it('keeps the keys that are typed before the screen they are meant for is read', async () => {
  const { send, settled, text } = await pilot();
  send('down', 'enter', 't', 'd');
  await settled();
  expect(text()).toContain('Fleet › Compare › B104-PC02');
});
