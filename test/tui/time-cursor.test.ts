import { expect, it } from 'vitest';
import { languages, messagesOf } from '../../src/i18n/language.ts';
import { pilot } from './pilot.ts';

const titleOf = (text: string) => text.split('\n')[0] ?? '';

it.each(languages)(
  'shows the fleet a day earlier, later, and now, and says which date that is, %s',
  async (language) => {
    const { time } = messagesOf(language).tui;
    const { press, text } = await pilot({ language });
    expect(text()).toMatch(/B104-PC02 .* 4 Gi/);
    await press('<');
    expect(titleOf(text())).toContain(time.at('22/11/2026'));
    expect(text()).toMatch(/B104-PC02 .* 8 Gi/);
    await press('<');
    expect(titleOf(text())).toContain(time.at('21/11/2026'));
    expect(text()).not.toContain('B104-PC01');
    await press('>', '>');
    expect(titleOf(text())).not.toContain('2026');
    await press('>');
    expect(text()).toContain(messagesOf(language).tui.notices.isNow);
  },
);

it.each([
  ['2026-11-02', '02/11/2026'],
  ['2/11/2026', '02/11/2026'],
  ['2/11', '02/11/2026'],
  ['24/11', '24/11/2025'],
  ['7j', '16/11/2026 14:02'],
  ['1w', '16/11/2026 14:02'],
  ['2026-11-21T09:12', '21/11/2026 09:12'],
])('goes to the date that is typed: %s', async (typed, shown) => {
  const { press, type, text } = await pilot();
  await press('t');
  await type(typed);
  await press('enter');
  expect(titleOf(text())).toContain(`AS OF ${shown}`);
  await press('T');
  expect(titleOf(text())).not.toContain('AS OF');
});

it('says so where a text is no date, and where nobody was known', async () => {
  const { press, type, text } = await pilot();
  await press('t');
  await type('31/2');
  await press('enter');
  expect(text()).toContain('No date:');
  await press('ctrl-u');
  await type('2020-01-01');
  await press('enter');
  expect(text()).toContain('No machine was known at this date');
  await press('t', 'enter');
  expect(text()).toContain('B104-PC01');
});

it('opens a machine as it was, and goes from snapshot to snapshot', async () => {
  const { press, type, text } = await pilot();
  await press('t');
  await type('2026-11-10');
  await press('enter', 'enter', '3');
  expect(titleOf(text())).toMatch(/Fleet › B104-PC02 .*snapshot 2\/4 .* AS OF 10\/11\/2026/);
  expect(text()).toContain('132.0');
  await press('<');
  expect(titleOf(text())).toContain('snapshot 1/4');
  expect(text()).toContain('131.0.3');
  await press('<');
  expect(text()).toContain('This is the first snapshot');
  await press('>', '>', '>');
  expect(titleOf(text())).toMatch(/snapshot 4\/4/);
  expect(titleOf(text())).not.toContain('AS OF');
});

it('compares as of the date, and leaves alone what was chosen by its number', async () => {
  const { press, type, text } = await pilot();
  await press('t');
  await type('2026-11-22');
  await press('enter', 'down', 'd', 'd');
  expect(titleOf(text())).toContain('AS OF 22/11/2026');
  expect(text()).toMatch(/#2 .*#3/s);
  await press('escape', 'enter', '7', 'down', 'down', 'enter');
  expect(titleOf(text())).toMatch(/snapshot 2\/4/);
  expect(titleOf(text())).not.toContain('AS OF');
});

it('stays where it is until the other date is read, and reads only where it stops', async () => {
  const { send, settled, text } = await pilot();
  send('<', '<', '<');
  expect(titleOf(text())).toContain('AS OF 20/11/2026 Reading…');
  expect(text()).toContain('B104-PC01');
  send('enter');
  await settled();
  expect(titleOf(text())).toMatch(/Fleet › B104-PC02 .*AS OF 20\/11\/2026/);
});
