import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { AgentOptions } from '../../src/agent/options.ts';
import { spoolFolder, waitingDocuments } from '../../src/agent/spool.ts';
import { exitCodeOf } from '../../src/cli/exit-codes.ts';
import { refusedPort } from './answering-server.ts';
import { temporaryFolder } from './folders.ts';
import { type Answer, agentOn, ocsServer, status, usual, wireReply } from './scene.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const [send, accept] = usual;
const start = Date.UTC(2026, 10, 23, 20, 1, 2);
const HOUR = 3_600_000;

async function serving(...answers: readonly Answer[]): Promise<string> {
  const server = await ocsServer(...answers);
  open.push(server);
  return server.address;
}

/** One machine that always means the same server, wherever that stands in a run. */
function site() {
  const folder = temporaryFolder();
  const run = (hour: number, server: string, options: Partial<AgentOptions> = {}) => {
    const agent = agentOn(folder, { now: start + hour * HOUR });
    return { log: agent.log, ended: agent.run({ servers: [server], stateName: 'site', ...options }) };
  };
  const servers = () => readdirSync(join(folder, 'servers')).map((name) => join(folder, 'servers', name, 'spool'));
  const kept = async () => (await Promise.all(servers().map(waitingDocuments))).flat();
  return { run, kept };
}

async function failure({ ended, log }: ReturnType<ReturnType<typeof site>['run']>) {
  const error = await ended.then(
    () => new Error('the run did not fail'),
    (reason: Error) => reason,
  );
  return { error, exitCode: exitCodeOf(error), told: log.lines.map(({ fields }) => fields['message']) };
}

/** The hours of the inventories a healthy server gets in the next two runs. */
async function hoursArriving({ run }: ReturnType<typeof site>, from: number): Promise<readonly number[]> {
  const healthy = await ocsServer(send, accept);
  open.push(healthy);
  await run(from, healthy.address).ended;
  await run(from + 1, healthy.address, { force: 2 }).ended;
  const times = (await healthy.requests()).flatMap(({ inventory }) => inventory?.at ?? []);
  return times.map((at) => (Date.parse(at) - start) / HOUR);
}

function cutAfter(bytes: number, whole: Uint8Array): Answer {
  return (response) => {
    response.writeHead(200, { 'content-length': whole.length });
    response.write(whole.subarray(0, bytes));
    setTimeout(() => response.destroy(), 5);
  };
}

function endless(response: ServerResponse): void {
  const feed = () => {
    while (!response.destroyed && response.write(Buffer.alloc(100_000)));
    response.once('drain', feed);
  };
  feed();
}

const silent: Answer = () => {};
const redirect: Answer = (response) => response.writeHead(302, { location: 'http://elsewhere.invalid/' }).end();

type Row = readonly [name: string, server: () => Promise<string>, exitCode: number, words: RegExp];

describe('a server that cannot take the inventory now', () => {
  const rows: readonly Row[] = [
    ['has a name nobody knows', async () => 'http://nowhere.invalid/ocsinventory', 69, /the name/],
    ['refuses the connection', async () => `127.0.0.1:${await refusedPort()}`, 69, /refused.*parcours serve.*8080/],
    ['hangs', () => serving(silent), 69, /no complete answer within 2 s/],
    ['hangs on the inventory', () => serving(send, silent), 69, /no complete answer within 2 s/],
    ['cuts the line', () => serving((response) => void response.destroy()), 69, /cut/],
    ['is busy with the machine (403)', () => serving(send, status(403)), 75, /403.*ten minutes/],
    ['fails (500)', () => serving(send, status(500)), 75, /500.*later/],
    ['is overloaded (503)', () => serving(status(503)), 75, /503.*later/],
  ];

  it.each(rows)(
    'because it %s: the inventory is kept and arrives at the next run, once',
    async (_, where, code, words) => {
      const machine = site();
      const { error, exitCode, told } = await failure(machine.run(0, await where()));
      expect(exitCode).toBe(code);
      expect(error.message).toMatch(words);
      const [path, ...others] = await machine.kept();
      expect(others).toEqual([]);
      expect(error.message).toContain(`kept in ${path} and is sent first at the next run`);
      expect(told).toContain(error.message);
      expect(await hoursArriving(machine, 1)).toEqual([0, 1, 2]);
      expect(await machine.kept()).toEqual([]);
    },
  );
});

describe('a line that is cut', () => {
  const offsets = (whole: Uint8Array) => Array.from({ length: 10 }, (_, i) => Math.floor((i * whole.length) / 10));

  it.each(offsets(send))('after %i bytes of the answer to PROLOG loses nothing', async (bytes) => {
    const machine = site();
    expect((await failure(machine.run(0, await serving(cutAfter(bytes, send))))).exitCode).toBe(69);
    expect(await hoursArriving(machine, 1)).toEqual([0, 1, 2]);
  });

  it.each(offsets(accept))('after %i bytes of the answer to INVENTORY loses nothing', async (bytes) => {
    const machine = site();
    expect((await failure(machine.run(0, await serving(send, cutAfter(bytes, accept))))).exitCode).toBe(69);
    expect(await hoursArriving(machine, 1)).toEqual([0, 1, 2]);
  });
});

describe('a server that is no server for us', () => {
  const rows: readonly Row[] = [
    ['answers without end', () => serving(endless), 76, /more than \d+ bytes/],
    ['answers garbage', () => serving(send, Buffer.from('garbage')), 76, /no OCS reply/],
    ['answers a truncated zlib stream', () => serving(send.subarray(0, send.length - 9)), 76, /no OCS reply/],
    ['redirects (302)', () => serving(redirect), 76, /redirects to http:\/\/elsewhere\.invalid\/ \(302\); give that/],
    ['refuses the request (400)', () => serving(status(400)), 76, /400.*device id/],
    ['asks for a password (401)', () => serving(status(401)), 77, /user and a password/],
  ];

  it.each(rows)('because it %s gets no inventory, and none is kept', async (_, where, code, words) => {
    const machine = site();
    const { error, exitCode, told } = await failure(machine.run(0, await where()));
    expect(exitCode).toBe(code);
    expect(error.message).toMatch(words);
    expect(told).toContain(error.message);
    expect(await hoursArriving(machine, 1)).toEqual([1, 2]);
  });
});

describe('an inventory that was kept', () => {
  it('is whole, since nobody knows what the server holds', async () => {
    const machine = site();
    await machine.run(0, await serving(send, accept)).ended;
    await failure(machine.run(1, await serving(send, status(503))));
    const healthy = await ocsServer(send, accept);
    open.push(healthy);
    await machine.run(2, healthy.address).ended;
    expect((await healthy.requests()).flatMap(({ checksum }) => checksum ?? [])).toEqual([4194303, 4194303]);
  });

  it('waits while the server is down, with the others, and arrives before them', async () => {
    const machine = site();
    const down = `127.0.0.1:${await refusedPort()}`;
    for (const hour of [0, 1, 2, 3, 4, 5]) await failure(machine.run(hour, down));
    expect(await machine.kept()).toHaveLength(5);
    expect(await hoursArriving(machine, 6)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('stays with the new one when the server fails again half way', async () => {
    const machine = site();
    const down = `127.0.0.1:${await refusedPort()}`;
    for (const hour of [0, 1]) await failure(machine.run(hour, down));
    await failure(machine.run(2, await serving(send, accept, status(500))));
    expect(await hoursArriving(machine, 3)).toEqual([1, 2, 3, 4]);
  });

  it('stays, with the new one, when the server answers it with nonsense: 76', async () => {
    const machine = site();
    await failure(machine.run(0, `127.0.0.1:${await refusedPort()}`));
    const { exitCode, error } = await failure(machine.run(1, await serving(send, Buffer.from('garbage'))));
    expect([exitCode, error.message]).toEqual([
      76,
      expect.stringMatching(/no OCS reply.*is kept in \S+00000002\.ocs/s),
    ]);
    expect(await hoursArriving(machine, 2)).toEqual([0, 1, 2, 3]);
  });

  it('waits when the server says STOP', async () => {
    const machine = site();
    await failure(machine.run(0, `127.0.0.1:${await refusedPort()}`));
    const { ended } = machine.run(1, await serving(wireReply('prolog-stop')));
    expect((await ended).deliveries).toMatchObject([{ result: 'declined' }]);
    expect(await hoursArriving(machine, 2)).toEqual([0, 2, 3]);
  });

  it('is moved aside when the server refuses it for good, and keeps no other from arriving', async () => {
    const machine = site();
    await failure(machine.run(0, `127.0.0.1:${await refusedPort()}`));
    const [path = ''] = await machine.kept();
    const { log, ended } = machine.run(1, await serving(send, status(400), accept));
    expect((await ended).deliveries).toMatchObject([{ result: 'accepted' }]);
    expect(await machine.kept()).toEqual([]);
    const [warning] = log.lines.filter(({ level }) => level === 'warn');
    expect(warning?.fields['keptAs']).toMatch(`${path}.refused-`);
    expect(existsSync(String(warning?.fields['keptAs']))).toBe(true);
  });

  it('or cannot be, is said to be lost', async () => {
    const machine = site();
    const stateFolder = temporaryFolder();
    const spool = spoolFolder(stateFolder, 'site');
    mkdirSync(dirname(spool), { recursive: true });
    writeFileSync(spool, 'not a folder');
    const run = machine.run(0, `127.0.0.1:${await refusedPort()}`, { stateFolder });
    expect(await failure(run)).toMatchObject({
      exitCode: 77,
      error: { message: expect.stringMatching(/refused.*The inventory is lost: cannot read/) },
    });
  });
});
