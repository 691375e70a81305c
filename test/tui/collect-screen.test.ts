import { expect, it } from 'vitest';
import type { Collected } from '../../src/fleet/collected.ts';
import { type Collect, collectWith, type LogLine } from '../../src/tui/collecting.ts';
import { madeMachine } from './made-machines.ts';
import { pilot } from './pilot.ts';

const { id } = madeMachine(1).row;

/** An inventory whose lines and end the test decides. */
function handMade() {
  let tell: (lines: readonly LogLine[]) => void = () => {};
  let end: (collected: Collected) => void = () => {};
  let fail: (error: Error) => void = () => {};
  const collect: Collect = (told, stop) => {
    tell = told;
    stop.addEventListener('abort', () => fail(new Error('stopped')));
    return new Promise((resolve, reject) => {
      [end, fail] = [resolve, reject];
    });
  };
  const say = (text: string) => tell([{ level: 'debug', milliseconds: 1234, text }]);
  return { collect, say, end: (collected: Collected) => end(collected), fail: (error: Error) => fail(error) };
}

it('shows the log as it comes, and then what the inventory changed', async () => {
  const { collect, say, end } = handMade();
  const { press, text, settled } = await pilot({ collect, size: { columns: 100, rows: 30 } });
  await press('i');
  expect(text()).toContain('being made');
  say('collector name=linux/memories items=2');
  say('send query=INVENTORY');
  expect(text()).toMatch(/1\.234 collector name=linux\/memories items=2\n▸ +1\.234 send query=INVENTORY/);
  end({ place: { id, seq: 4 }, isNew: true });
  await settled();
  expect(text()).toContain('Fleet › Inventory now › B104-PC02');
  expect(text()).toContain('Done: snapshot #4 is new');
  expect(text()).toMatch(/- DIMM B/);
  await press('d');
  expect(text()).toContain('Compare › B104-PC02');
});

it('says that nothing changed, and opens the machine', async () => {
  const { collect, end } = handMade();
  const { press, text, settled } = await pilot({ collect });
  await press('i');
  end({ place: { id, seq: 4 }, isNew: false });
  await settled();
  expect(text()).toContain('nothing changed since snapshot #4');
  await press('enter');
  expect(text()).toContain('Fleet › B104-PC02');
});

it('goes on while other screens are shown, and is not begun twice', async () => {
  const { collect, say } = handMade();
  const { press, text } = await pilot({ collect });
  await press('i', 'escape');
  expect(text()).toContain('Fleet');
  say('phase name=collect');
  await press('i');
  expect(text()).toContain('phase name=collect');
  expect(text()).toContain('1 line');
});

it('stops when asked', async () => {
  const { collect } = handMade();
  const { press, text, settled } = await pilot({ collect });
  await press('i', 'x');
  await settled();
  expect(text()).toContain('Stopped: nothing was sent');
});

it('says why it failed', async () => {
  const { collect, fail } = handMade();
  const { press, text, settled } = await pilot({ collect });
  await press('i');
  fail(new Error('the store is busy'));
  await settled();
  expect(text()).toContain('Failed: the store is busy');
});

it('asks before it leaves one that runs', async () => {
  const { collect } = handMade();
  const { press, text, state } = await pilot({ collect });
  await press('i', 'escape', 'q');
  expect(text()).toContain('Leave all the same?');
  await press('escape');
  expect(state().ended).toBe(false);
  await press('ctrl-c', 'ctrl-c');
  expect(state().ended).toBe(true);
});

it('says so where no inventory can be made', async () => {
  const { press, text } = await pilot();
  await press('i');
  expect(text()).toContain('Inventories cannot be made from here');
});

it('tells several lines at once, with the time since it began', async () => {
  let now = 1000;
  const told: (readonly LogLine[])[] = [];
  const collect = collectWith(
    async (log) => {
      log.info('parcours', { version: '1.2.3', empty: undefined });
      now = 1250;
      log.warn('slow', { why: 'a "quote"' });
      return { place: { id, seq: 1 }, isNew: true };
    },
    () => now,
  );
  await collect((lines) => told.push(lines), new AbortController().signal);
  expect(told).toEqual([
    [
      { level: 'info', milliseconds: 0, text: 'parcours version=1.2.3' },
      { level: 'warn', milliseconds: 250, text: 'slow why="a \\"quote\\""' },
    ],
  ]);
});
