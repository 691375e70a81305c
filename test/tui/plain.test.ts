import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { silentLog } from '../../src/model/log.ts';
import { PLAIN_SIZE, runPlain } from '../../src/tui/plain.ts';
import { createSession } from '../../src/tui/session.ts';
import { initialState } from '../../src/tui/state.ts';
import { fakeFleet } from './fake-fleet.ts';
import { madeFleet, NOW } from './made-machines.ts';

/** What is printed after each of the lines. */
async function printed(...lines: readonly string[]): Promise<readonly string[]> {
  const fleet = fakeFleet(madeFleet());
  const start = { language: 'en', size: PLAIN_SIZE, now: NOW } as const;
  const session = createSession(fleet, { ...initialState(start), zoomed: true }, silentLog, fleet.write);
  const told: string[] = [];
  await runPlain(session, {
    stdin: Readable.from(lines.map((line) => `${line}\n`)),
    print: (text) => void told.push(text),
  });
  return told;
}

it('asks with what to compare, finds a machine by its words and takes it by its number', async () => {
  const [, menu, all, found, compared] = await printed('d', 'm', 'pc07', '1');
  expect(menu).toContain('Compare B104-PC01 with\np, its past');
  expect(all).toMatch(/\n1: B104-PC\d\d, /);
  expect(found).toMatch(/\n1: B104-PC07, .*\nA number/s);
  expect(found).not.toContain('2: ');
  expect(compared).toContain('Fleet, Compare, B104-PC07 ↔ B104-PC01');
});

it('takes a text where one is asked for', async () => {
  const told = await printed('b', 'golden', 'B');
  expect(told[1]).toContain('Baseline from B104-PC01');
  expect(told[2]).toContain('Saved');
  expect(told[3]).toContain('2: golden, B104-PC01 #1');
});

it('reads what a room has in common, line by line', async () => {
  const told = await printed('C', 'tab');
  expect(told[1]).toMatch(/Fleet, In common\. B104, 12 machines/);
  expect(told[1]).toMatch(/1: B104-PC02, \d+/);
  expect(told[2]).toMatch(/Memory, 8 GiB|Memory, 16 GiB|DIMM/);
});
