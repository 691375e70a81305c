import { expect, it } from 'vitest';
import { machineRoute } from '../../src/tui/routes.ts';
import { fakeFleet } from './fake-fleet.ts';
import { madeFleet, madeMachine } from './made-machines.ts';
import { type PilotOptions, pilot } from './pilot.ts';

const second = madeMachine(1).row.id;

function openSecond(options: PilotOptions = {}) {
  return pilot({ ...options, initial: machineRoute({ id: second, seq: 'newest' }) });
}

it('shows a section that exists once field by field, and lists as tables', async () => {
  const { text } = await openSecond({ size: { columns: 100, rows: 40 } });
  expect(text()).toContain('Fleet › B104-PC02');
  expect(text()).toContain('snapshot 4/4 · 23/11/2026 12:00');
  expect(text()).toMatch(/Manufacturer +Dell Inc\./);
  expect(text()).toMatch(/Model +Manufacturer +Cores/);
  expect(text()).toMatch(/DIMM A +4 GiB +DDR4/);
});

it('says what is not known and why, apart from what is not there', async () => {
  const { text, press } = await openSecond({ size: { columns: 100, rows: 50 } });
  expect(text()).toMatch(/Disks +not collected · needs root/);
  await press('3');
  expect(text()).toMatch(/Software \(44\) ~ +partial · timed out \(10 s\) · content of 23\/11\/2026/);
});

it('marks what changed since the snapshot before', async () => {
  const { lines, text } = await openSecond();
  expect(lines()[1]).toContain('1~Hardware 2~System 3~Software 4 Network');
  expect(text()).toContain('Memory modules (1) ~');
});

it('goes through the tabs by number, by Tab and by arrows', async () => {
  const { press, text, state } = await openSecond();
  const tab = () => state().stack.at(-1);
  await press('4');
  expect(text()).toContain('eno1');
  await press('tab', 'tab', 'right');
  expect(tab()).toMatchObject({ tab: 'time' });
  await press('right', 'right');
  expect(tab()).toMatchObject({ tab: 'hardware' });
  await press('left');
  expect(tab()).toMatchObject({ tab: 'raw' });
});

it('hides sensitive values until they are asked for', async () => {
  const { press, text } = await openSecond({ size: { columns: 100, rows: 40 } });
  expect(text()).not.toContain('5CG9280001');
  expect(text()).not.toContain('0x1A2B');
  await press('v');
  expect(text()).toContain('5CG9280001');
  expect(text()).toContain('0x1A2B2');
  expect(text()).toContain('Sensitive values are shown');
  await press('v', '8');
  expect(text()).not.toContain('5CG9280001');
});

it('shows all fields of a row', async () => {
  const { press, text } = await openSecond();
  await press('3', 'down', 'enter');
  expect(text()).toContain('Fleet › B104-PC02 › Software');
  expect(text()).toMatch(/Name +libreoffice-writer/);
  expect(text()).toMatch(/Architecture +amd64/);
  await press('escape');
  expect(text()).toMatch(/▸ +libreoffice-writer/);
});

it('filters the software tab', async () => {
  const { press, type, text } = await openSecond();
  await press('3');
  await type('/version:132');
  expect(text()).toContain('1 of 44');
  expect(text()).toContain('firefox-esr');
  expect(text()).not.toContain('vlc');
  await press('escape', 'G');
  expect(text()).toContain('vlc');
});

it('shows every field under its wire name, unknown elements too', async () => {
  const { press, text } = await openSecond();
  await press('8');
  expect(text()).toMatch(/SMANUFACTURER|OSNAME/);
  await press('G');
  expect(text()).toContain('KIOSKMODE');
  expect(text()).toMatch(/STATE +on/);
});

it('tells the past, newest first, and opens a snapshot of it', async () => {
  const { press, text } = await openSecond();
  await press('t');
  expect(text()).toMatch(/4 +23\/11\/2026 12:00 +· +-2 +~1/);
  expect(text().indexOf('23/11/2026 12:00  ')).toBeLessThan(text().indexOf('12/10/2026'));
  await press('G', 'enter');
  expect(text()).toContain('snapshot 1/4 · 12/10/2026');
});

it('compares two snapshots, the older on the left', async () => {
  const { press, text } = await openSecond();
  await press('7', 'space');
  expect(text()).toMatch(/^A +4/m);
  await press('G', 'd');
  expect(text()).toMatch(/#1 12\/10\/2026 08:00 .*#4 23\/11\/2026 12:00/);
});

it('compares with the snapshot before', async () => {
  const { press, text } = await openSecond();
  await press('d', 'p');
  expect(text()).toMatch(/#3 .*#4/);
});

it('has no snapshot before the first', async () => {
  const { press, text } = await pilot();
  await press('enter', 'd', 'd');
  expect(text()).toContain('No earlier snapshot');
});

it('follows its machine when a new inventory arrives', async () => {
  const fleet = fakeFleet(madeFleet());
  const { settled, text } = await openSecond({ fleet });
  const made = madeMachine(1);
  const last = made.snapshots[0];
  if (!last) throw new Error('no snapshot');
  fleet.receive({ ...made, snapshots: [...made.snapshots, { ...last, at: '2026-11-23T14:00:00.000Z' }] });
  await settled();
  expect(text()).toContain('snapshot 5/5 · 23/11/2026 14:00');
});

it('says which machine it cannot find', async () => {
  const { text } = await pilot({ initial: machineRoute({ id: 'nobody', seq: 'newest' }) });
  expect(text()).toContain('no machine nobody');
});
