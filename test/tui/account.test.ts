import { expect, it } from 'vitest';
import { fakeFleet } from './fake-fleet.ts';
import { madeFleet } from './made-machines.ts';
import { type Pilot, type PilotOptions, pilot } from './pilot.ts';

async function onFields(options: PilotOptions = {}): Promise<Pilot> {
  const screen = await pilot(options);
  await screen.press('enter', 'a');
  return screen;
}

it('sets the TAG of the machine on show, and shows it at once', async () => {
  const screen = await onFields();
  expect(screen.text()).toMatch(/TAG +not set/);
  await screen.press('enter');
  await screen.type('Salle B12');
  await screen.press('enter');
  expect(screen.text()).toMatch(/TAG +Salle B12/);
  expect(screen.lines().at(-1)).toContain('Saved');
  await screen.press('enter', 'ctrl-u', 'enter');
  expect(screen.text()).toMatch(/TAG +not set/);
});

it('types letters that are commands elsewhere, and leaves the field as it was on Esc', async () => {
  const screen = await onFields();
  await screen.press('enter');
  await screen.type('q?e/v');
  expect(screen.text()).toContain(' TAG: q?e/v');
  await screen.press('escape');
  expect(screen.text()).toMatch(/TAG +not set/);
  await screen.press('escape');
  expect(screen.state().overlay).toBeUndefined();
});

it('adds a custom field, and says what to write where its name is missing', async () => {
  const screen = await onFields();
  await screen.press('down', 'down', 'down', 'enter');
  await screen.type('Salle 12');
  await screen.press('enter');
  expect(screen.text()).toContain('Write NAME=VALUE');
  await screen.press('home');
  await screen.type('ROOM=');
  await screen.press('enter');
  expect(screen.text()).toMatch(/ROOM +Salle 12/);
});

it('keeps what was typed where it cannot be written, and says why', async () => {
  const fleet = fakeFleet(madeFleet());
  const screen = await onFields({ fleet });
  await screen.press('enter');
  await screen.type('B12');
  fleet.breakDown('the store is written by process 7');
  await screen.press('enter');
  expect(screen.text()).toContain(' TAG: B12');
  expect(screen.text()).toContain('process 7');
  fleet.breakDown(undefined);
  await screen.press('enter');
  expect(screen.text()).toMatch(/TAG +B12/);
});

it.each([
  { columns: 80, rows: 24 },
  { columns: 140, rows: 40 },
])('says in French when the machine reports, at $columns columns', async (size) => {
  const screen = await onFields({ language: 'fr', size });
  expect(screen.text()).toMatch(/FREQUENCY +non renseigné +jours entre inventaires ; 0 toujours, -1 jamais/);
  expect(Math.max(...screen.widths())).toBeLessThanOrEqual(size.columns);
});
