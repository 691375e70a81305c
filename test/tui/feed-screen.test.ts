import { expect, it } from 'vitest';
import { languages, messagesOf } from '../../src/i18n/language.ts';
import { fakeFleet } from './fake-fleet.ts';
import { madeFleet, madeMachine } from './made-machines.ts';
import { pilot } from './pilot.ts';

it('shows what changed in the fleet by day, newest first, and how far back', async () => {
  const { press, lines, text } = await pilot();
  await press('E');
  expect(lines()[0]).toMatch(/Fleet › Changes .*7 days · -2 ~2 · 1 machine/);
  const days = lines().flatMap((line) => /^ +(\d\d\/\d\d\/\d{4})/.exec(line)?.[1] ?? []);
  expect(days).toEqual(['23/11/2026', '21/11/2026']);
  await press(';');
  expect(text()).toMatch(/31 days/);
  expect(text()).toContain('131.0.3 → 132.0');
  await press(',', ',');
  expect(text()).toMatch(/1 day ·/);
  expect(text()).not.toContain('21/11/2026');
});

it('shows the changes up to the date of the time cursor', async () => {
  const { press, type, text } = await pilot();
  await press('E', 't');
  await type('2026-11-10');
  await press('enter');
  expect(text()).toContain('Nothing changed in 7 days');
  await press(';');
  expect(text()).toContain('131.0.3 → 132.0');
  expect(text()).not.toContain('gimp');
});

it.each(languages)('says from when on it tells all where there are too many changes, %s', async (language) => {
  const whole = fakeFleet(madeFleet());
  const from = Date.parse('2026-11-22T00:00:00');
  const fleet = {
    ...whole,
    feed: async (range: Parameters<typeof whole.feed>[0]) => ({ ...(await whole.feed(range)), since: from }),
  };
  const { press, type, lines, text } = await pilot({ fleet, language });
  const { feed, noMatch } = messagesOf(language).tui;
  await press('E');
  expect(lines()[0]).toContain(feed.since('22/11/2026'));
  expect(lines().at(-1)).not.toContain('22/11/2026');
  expect(text()).toContain(feed.cut('22/11/2026'));
  await press('/');
  await type('nowhere');
  expect(text()).toContain(noMatch);
  expect(text()).toContain(feed.cut('22/11/2026'));
});

it('opens the delta at the change', async () => {
  const { press, lines } = await pilot();
  await press('E');
  const wanted = lines().findIndex((line) => line.includes('gimp'));
  const first = lines().findIndex((line) => line.startsWith('▸'));
  await press(...Array<string>(wanted - first).fill('down'), 'enter');
  expect(lines()[0]).toContain('Fleet › Compare › B104-PC02');
  expect(lines().find((line) => line.startsWith('▸'))).toContain('gimp');
});

it('finds changes by the words of change and machine, and by conditions on machines', async () => {
  const { press, type, lines, text } = await pilot();
  await press('E', '/');
  await type('memory');
  expect(lines()[0]).toMatch(/-1 ~1 · 1 machine/);
  await press('ctrl-u');
  await type('retiré pc02 os:windows');
  expect(lines()[0]).toMatch(/-2 · 1 machine/);
  await press('ctrl-u');
  await type('soft:gimp');
  expect(text()).toContain('Nothing matches the filter');
  await press('ctrl-u');
  await type('soft:vlc');
  expect(lines()[0]).toMatch(/1 machine/);
  await press('enter', 'escape');
  expect(lines()[0]).toMatch(/-2 ~2/);
});

it('folds what happened to several machines, and shows them when asked', async () => {
  const second = madeMachine(1);
  const third = madeMachine(2);
  const fleet = fakeFleet([second, { ...third, snapshots: second.snapshots }]);
  const { press, lines, text } = await pilot({ fleet });
  await press('E');
  expect(text()).toMatch(/\(2 machines\) +- +Software +gimp/);
  const wanted = lines().findIndex((line) => line.includes('gimp'));
  const first = lines().findIndex((line) => line.startsWith('▸'));
  await press(...Array<string>(wanted - first).fill('down'), 'enter');
  expect(text()).toMatch(/gimp.*\n.*B104-PC02\n.*B104-PC03/);
  await press('down', 'down', 'enter');
  expect(lines()[0]).toContain('Compare › B104-PC03');
});

it('bundles many packages of one machine in one line, with their count', async () => {
  const made = madeMachine(1);
  const [first] = made.snapshots;
  const packages = Array.from({ length: 9 }, (_, at) => ({ name: `tool-${at}`, version: '1' }));
  const sections = first?.sections.map((one) =>
    one.name === 'softwares' ? { ...one, rows: [...one.rows, ...packages] } : one,
  );
  const fleet = fakeFleet([
    { ...made, snapshots: [...(first ? [first] : []), { at: '2026-11-23T09:00:00.000Z', sections: sections ?? [] }] },
  ]);
  const { press, lines, text } = await pilot({ fleet });
  await press('E');
  expect(text()).toMatch(/\+ +Software +9: tool-0, tool-1/);
  await press('enter');
  expect(lines().filter((line) => line.includes('tool-'))).toHaveLength(10);
});

it('follows the store', async () => {
  const fleet = fakeFleet(madeFleet(1));
  const { press, settled, text } = await pilot({ fleet });
  await press('E');
  expect(text()).toContain('Nothing changed in 7 days; ; looks further back');
  fleet.receive(madeMachine(1));
  await settled();
  expect(text()).toContain('gimp');
});
