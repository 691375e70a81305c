import { expect, it } from 'vitest';
import { fakeFleet } from './fake-fleet.ts';
import { madeFleet } from './made-machines.ts';
import { pilot } from './pilot.ts';

/** A fleet that takes its time for one kind of question, until it is let go. */
function slowFleet(slow: 'feed' | 'timeline') {
  const fleet = fakeFleet(madeFleet());
  const held = deferred();
  const asked: string[] = [];
  const slowed = {
    ...fleet,
    feed: async (range: Parameters<typeof fleet.feed>[0]) => {
      asked.push('feed');
      if (slow === 'feed') await held.promise;
      return fleet.feed(range);
    },
    timeline: async (id: string) => {
      asked.push('timeline');
      if (slow === 'timeline') await held.promise;
      return fleet.timeline(id);
    },
  };
  return { fleet: slowed, asked, letGo: held.resolve };
}

function deferred() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function turns() {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

it('does not let the screen one goes to wait for what was asked for the one that was left', async () => {
  const { fleet, asked, letGo } = slowFleet('feed');
  const { send, settled, text, lines } = await pilot({ fleet });
  send('E');
  await turns();
  expect(asked).toEqual(['feed']);
  send('escape', 'enter');
  await turns();
  expect(asked).toEqual(['feed', 'timeline']);
  expect(text()).toContain('Processor');
  letGo();
  await settled();
  expect(lines()[0]).not.toContain('Changes');
});

it('does not let the changes of the fleet wait for a machine that was left', async () => {
  const { fleet, asked, letGo } = slowFleet('timeline');
  const { send, settled, text } = await pilot({ fleet });
  send('enter');
  await turns();
  expect(asked).toEqual(['timeline']);
  send('escape', 'E');
  await turns();
  expect(asked).toEqual(['timeline', 'feed']);
  expect(text()).toContain('gimp');
  letGo();
  await settled();
});

it('asks one question of a kind at a time', async () => {
  const { fleet, asked, letGo } = slowFleet('feed');
  const { send, settled, text } = await pilot({ fleet });
  send('E');
  await turns();
  send(';');
  await turns();
  expect(asked).toEqual(['feed']);
  letGo();
  await settled();
  expect(asked).toEqual(['feed', 'feed']);
  expect(text()).toContain('131.0.3 → 132.0');
});
