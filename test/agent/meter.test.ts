import { afterEach, expect, it } from 'vitest';
import { metered, runMeter } from '../../src/agent/meter.ts';
import { temporaryFolder } from './folders.ts';
import { agentOn, ocsServer, usual } from './scene.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** Clocks that go on by one, and by a tenth of processor time, each time they are read. */
function steps() {
  let read = 0;
  return () => ({ milliseconds: ++read, cpuMilliseconds: read / 10 });
}

it('adds up what a phase takes, in the order in which phases happen', () => {
  const meter = runMeter(steps());
  expect(metered(meter, 'compress', () => 'packed')).toBe('packed');
  metered(meter, 'build', () => {});
  metered(meter, 'build', () => {});
  expect(meter.measured().phases).toEqual([
    { name: 'build', milliseconds: 2, cpuMilliseconds: expect.closeTo(0.2) },
    { name: 'compress', milliseconds: 1, cpuMilliseconds: expect.closeTo(0.1) },
  ]);
});

it('counts neither what never ended nor what never began', () => {
  const meter = runMeter(steps());
  meter.begin('connect');
  meter.end('answer');
  expect(meter.measured()).toEqual({ phases: [], sent: [] });
});

it('does the work where nobody measures', () => {
  expect(metered(undefined, 'build', () => 1)).toBe(1);
});

it('tells the phases of a run with a server, and what travelled', async () => {
  const server = await ocsServer(...usual);
  open.push(server);
  const meter = runMeter(steps());
  await agentOn(temporaryFolder()).run({ servers: [server.address] }, { meter });
  const { phases, sent } = meter.measured();
  expect(phases.map(({ name }) => name)).toEqual(['collect', 'build', 'compress', 'connect', 'send', 'answer']);
  expect(sent.map(({ query }) => query)).toEqual(['PROLOG', 'INVENTORY']);
  expect(sent.map(({ wireBytes }) => wireBytes)).toEqual(server.received.map(({ body }) => body.length));
  expect(sent.map(({ bytes }) => bytes)).toEqual(server.documents().map((text) => Buffer.byteLength(text)));
});

it('has no phases of the network for a run without a server', async () => {
  const meter = runMeter(steps());
  await agentOn(temporaryFolder()).run({ local: temporaryFolder() }, { meter });
  expect(meter.measured().phases.map(({ name }) => name)).toEqual(['collect', 'build']);
});
