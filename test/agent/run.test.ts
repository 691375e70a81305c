import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { refusedPort } from './answering-server.ts';
import { temporaryFolder } from './folders.ts';
import { type Answer, agentOn, machine, ocsServer, status, usual, wireReply } from './scene.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function serving(...answers: readonly Answer[]) {
  const server = await ocsServer(...answers);
  open.push(server);
  return server;
}

const HOUR = 3_600_000;
const start = Date.UTC(2026, 10, 23, 20, 1, 2);
const zlibText = (text: string) => deflateSync(text);
const prologReply = (fields: string) => zlibText(`<?xml version="1.0"?><REPLY>${fields}</REPLY>`);

describe('a run', () => {
  it('asks, then sends what was collected', async () => {
    const server = await serving(...usual);
    const { run } = agentOn(temporaryFolder());
    const outcome = await run({ servers: [server.address], tag: 'Salle-B12' });
    expect(outcome).toMatchObject({
      deviceId: 'pc-b12-31-2026-11-23-20-01-02',
      deliveries: [{ address: server.address, result: 'accepted', nextRunAt: '2026-11-24T20:01:02.000Z' }],
    });
    expect(await server.requests()).toMatchObject([
      { query: 'PROLOG', deviceId: outcome.deviceId },
      {
        query: 'INVENTORY',
        deviceId: outcome.deviceId,
        inventory: {
          agent: 'parcours_v0.1.0',
          at: '2026-11-23T20:01:02.000Z',
          account: { TAG: 'Salle-B12' },
          sections: machine,
        },
      },
    ]);
  });

  it('reads nothing when the server says STOP, and remembers when to come again', async () => {
    const server = await serving(wireReply('prolog-stop'));
    const { run, collected } = agentOn(temporaryFolder());
    const outcome = await run({ servers: [server.address] });
    expect(outcome.deliveries).toMatchObject([{ result: 'declined', nextRunAt: '2026-11-24T20:01:02.000Z' }]);
    expect(outcome).not.toHaveProperty('inventory');
    expect([server.received.length, collected.length]).toEqual([1, 0]);
  });

  it('sends in spite of STOP with --force, and does not even ask with two', async () => {
    const server = await serving(wireReply('prolog-stop'), wireReply('inventory-no-account-update'));
    const { run } = agentOn(temporaryFolder());
    await run({ servers: [server.address], force: 1 });
    await run({ servers: [server.address], force: 2 });
    expect((await server.requests()).map(({ query }) => query)).toEqual(['PROLOG', 'INVENTORY', 'INVENTORY']);
  });

  it('takes any other answer for STOP', async () => {
    const server = await serving(prologReply('<RESPONSE>OTHER</RESPONSE>'));
    const outcome = await agentOn(temporaryFolder()).run({ servers: [server.address] });
    expect(outcome.deliveries).toMatchObject([{ result: 'declined' }]);
  });

  it('obeys the schedule and nothing else that a server wants', async () => {
    const server = await serving(wireReply('prolog-send-options'), wireReply('inventory-no-account-update'));
    const { run, log } = agentOn(temporaryFolder());
    const outcome = await run({ servers: [server.address] });
    expect(outcome.deliveries).toMatchObject([{ nextRunAt: '2026-11-24T08:01:02.000Z' }]);
    const ignored = log.lines
      .filter(({ message }) => message === 'option ignored')
      .map(({ fields }) => fields['option']);
    expect(ignored).toEqual(['REGISTRY', 'DOWNLOAD', 'IPDISCOVER']);
    expect(server.received).toHaveLength(2);
  });

  it('bounds the schedule to a month', async () => {
    const server = await serving(prologReply('<RESPONSE>STOP</RESPONSE><PROLOG_FREQ>99999</PROLOG_FREQ>'));
    const outcome = await agentOn(temporaryFolder()).run({ servers: [server.address] });
    expect(outcome.deliveries).toMatchObject([{ nextRunAt: new Date(start + 720 * HOUR).toISOString() }]);
  });

  it('without any place to bring the inventory is an error of configuration', async () => {
    const folder = temporaryFolder();
    await expect(agentOn(folder).run()).rejects.toMatchObject({
      code: 'configuration',
      message: expect.stringContaining('--server'),
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves software out when asked to', async () => {
    const server = await serving(...usual);
    const { run, collected } = agentOn(temporaryFolder());
    await run({ servers: [server.address], noSoftware: true, collect: { except: ['videos'] } });
    expect(collected).toMatchObject([{ except: ['videos', 'softwares'] }]);
  });
});

describe('--lazy', () => {
  it('waits until the time the server asked for', async () => {
    const server = await serving(...usual, ...usual);
    const folder = temporaryFolder();
    await agentOn(folder).run({ servers: [server.address], lazy: true });
    const early = await agentOn(folder, { now: start + 23 * HOUR }).run({ servers: [server.address], lazy: true });
    expect(early.deliveries).toMatchObject([{ result: 'waiting', nextRunAt: '2026-11-24T20:01:02.000Z' }]);
    expect(server.received).toHaveLength(2);
    const late = await agentOn(folder, { now: start + 24 * HOUR }).run({ servers: [server.address], lazy: true });
    expect(late.deliveries).toMatchObject([{ result: 'accepted' }]);
  });
});

describe('the administrative values', () => {
  it('are the server’s once it gave them, until the command line says otherwise', async () => {
    const accept = wireReply('inventory-no-account-update');
    const server = await serving(wireReply('prolog-send'), wireReply('inventory-account-update'), accept);
    const { run } = agentOn(temporaryFolder());
    const first = await run({ servers: [server.address], tag: 'mine' });
    expect(first.deliveries).toMatchObject([{ account: { TAG: 'salle-204' } }]);
    await run({ servers: [server.address], force: 2 });
    await run({ servers: [server.address], force: 2, tag: 'other' });
    await run({ servers: [server.address], force: 2 });
    const tags = (await server.requests()).map(({ inventory }) => inventory?.account['TAG']);
    expect(tags).toEqual([undefined, 'mine', 'salle-204', 'other', 'other']);
  });
});

describe('CHECKSUM', () => {
  it('has every bit at first, then those of what moved, volatile values too', async () => {
    const server = await serving(...usual, ...usual, ...usual);
    const folder = temporaryFolder();
    await agentOn(folder).run({ servers: [server.address] });
    await agentOn(folder).run({ servers: [server.address] });
    const drives = [{ type: '/', free: 7 }];
    await agentOn(folder, { sections: { ...machine, drives } }).run({ servers: [server.address] });
    const sums = (await server.requests()).flatMap(({ checksum }) => checksum ?? []);
    expect(sums).toEqual([4194303, 0, 512]);
  });

  it('does not believe a server that failed', async () => {
    const server = await serving(usual[0], status(500), ...usual);
    const folder = temporaryFolder();
    await expect(agentOn(folder).run({ servers: [server.address] })).rejects.toMatchObject({ code: 'busy' });
    await agentOn(folder).run({ servers: [server.address] });
    expect((await server.requests()).at(-1)).toMatchObject({ checksum: 4194303 });
  });

  it('keeps the digest of what was not collected', async () => {
    const server = await serving(...usual, ...usual, ...usual);
    const folder = temporaryFolder();
    const { softwares, ...others } = machine;
    await agentOn(folder).run({ servers: [server.address] });
    await agentOn(folder, { sections: others }).run({ servers: [server.address], noSoftware: true });
    await agentOn(folder).run({ servers: [server.address] });
    expect((await server.requests()).flatMap(({ checksum }) => checksum ?? [])).toEqual([4194303, 0, 0]);
    expect(softwares).toBeDefined();
  });
});

describe('an answer that is nonsense', () => {
  it.each([
    ['no compression, a web page', Buffer.from('<html><body>Welcome</body></html>')],
    ['not XML', zlibText('hello world')],
    ['garbage', Buffer.from([1, 2, 3, 4])],
    ['nothing', Buffer.alloc(0)],
    ['a cut stream', wireReply('prolog-send').subarray(0, 40)],
    ['a damaged stream', Buffer.concat([wireReply('prolog-send').subarray(0, 60), Buffer.alloc(40)])],
    ['a bomb', deflateSync(Buffer.alloc(64 * 1024 * 1024, ' '))],
    ['a document type', zlibText('<!DOCTYPE R [<!ENTITY x "y">]><REPLY><RESPONSE>SEND</RESPONSE></REPLY>')],
    ['another document', zlibText('<REQUEST><RESPONSE>SEND</RESPONSE></REQUEST>')],
    ['no RESPONSE', prologReply('<PROLOG_FREQ>24</PROLOG_FREQ>')],
  ])('(%s) is a protocol error, and nothing is sent', async (_, answer) => {
    const server = await serving(answer);
    const folder = temporaryFolder();
    const { run, collected } = agentOn(folder);
    await expect(run({ servers: [server.address] })).rejects.toMatchObject({ code: 'protocol' });
    expect([server.received.length, collected.length, readdirSync(folder)]).toEqual([1, 0, ['device-id']]);
  });

  it('to an inventory leaves the state as it was', async () => {
    const server = await serving(usual[0], prologReply('<RESPONSE>SEND</RESPONSE>'));
    const folder = temporaryFolder();
    await expect(agentOn(folder).run({ servers: [server.address] })).rejects.toMatchObject({ code: 'protocol' });
    expect(readdirSync(folder)).toEqual(['device-id']);
  });

  it('may still be uncompressed or gzip: what counts is what it says', async () => {
    const server = await serving(
      Buffer.from('<?xml version="1.0"?><REPLY><RESPONSE>SEND</RESPONSE></REPLY>'),
      usual[1],
    );
    const outcome = await agentOn(temporaryFolder()).run({ servers: [server.address] });
    expect(outcome.deliveries).toEqual([{ address: server.address, result: 'accepted' }]);
  });
});

describe('several servers', () => {
  it('get the inventory of one reading, even when another is down', async () => {
    const [one, other] = [await serving(...usual), await serving(...usual)];
    const { run, collected } = agentOn(temporaryFolder());
    const down = `http://127.0.0.1:${await refusedPort()}/ocsinventory`;
    const outcome = await run({ servers: [one.address, down, other.address, one.address] });
    expect(outcome.deliveries).toMatchObject([
      { address: one.address, result: 'accepted' },
      { address: down, result: 'failed', error: { code: 'unreachable' } },
      { address: other.address, result: 'accepted' },
    ]);
    expect(one.documents()).toEqual(other.documents());
    expect(collected).toHaveLength(1);
  });

  it('that all fail give the error of the first', async () => {
    const down = `http://127.0.0.1:${await refusedPort()}/ocsinventory`;
    const refusing = await serving(status(401));
    const { run } = agentOn(temporaryFolder());
    await expect(run({ servers: [refusing.address, down] })).rejects.toMatchObject({ code: 'permission' });
    await expect(run({ servers: [down, refusing.address] })).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('keep a state each under one device id', async () => {
    const [one, other] = [await serving(...usual), await serving(...usual, ...usual)];
    const folder = temporaryFolder();
    await agentOn(folder).run({ servers: [other.address] });
    await agentOn(folder, { now: start + HOUR }).run({ servers: [one.address, other.address] });
    const [requests, otherRequests] = [await one.requests(), await other.requests()];
    expect(new Set([...requests, ...otherRequests].map(({ deviceId }) => deviceId)).size).toBe(1);
    expect([requests.at(-1)?.checksum, otherRequests.at(-1)?.checksum]).toEqual([4194303, 0]);
  });
});

describe('--local and --stdout', () => {
  it('write, byte for byte, the document that is sent', async () => {
    const server = await serving(...usual);
    const [folder, local] = [temporaryFolder(), join(temporaryFolder(), 'new')];
    const { run, written } = agentOn(folder);
    const outcome = await run({ servers: [server.address], local, stdout: 'ocs', tag: 'É' });
    const [, sent] = server.documents();
    expect(outcome.localFile).toBe(join(local, `${outcome.deviceId}.ocs`));
    expect(readFileSync(String(outcome.localFile), 'utf8')).toBe(sent);
    expect(written).toEqual([sent]);
  });

  it('need no server and leave no state of one', async () => {
    const folder = temporaryFolder();
    const { run } = agentOn(folder);
    const outcome = await run({ local: join(folder, 'out') });
    expect(outcome.deliveries).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['device-id', 'out']);
  });

  it('have the document even when no server could be reached', async () => {
    const folder = temporaryFolder();
    const servers = [`127.0.0.1:${await refusedPort()}`];
    await expect(agentOn(folder).run({ servers, local: folder })).rejects.toMatchObject({ code: 'unreachable' });
    expect(existsSync(join(folder, 'pc-b12-31-2026-11-23-20-01-02.ocs'))).toBe(true);
  });

  it('print the inventory as JSON in the format of this program', async () => {
    const { run, written } = agentOn(temporaryFolder());
    await run({ stdout: 'parcours' });
    expect(JSON.parse(written.join(''))).toMatchObject({ kind: 'computer', sections: machine });
  });

  it('fail with cannot-write where the folder is none', async () => {
    const folder = temporaryFolder();
    const { run } = agentOn(folder);
    await run({ local: folder });
    await expect(run({ local: join(folder, 'device-id') })).rejects.toMatchObject({ code: 'cannot-write' });
  });
});

describe('the log', () => {
  it('tells the version, the phases, the sizes, the answers and the next run', async () => {
    const server = await serving(...usual);
    const { run, log } = agentOn(temporaryFolder());
    await run({ servers: [server.address], argv: ['--server=host', '--password=planted-password'] });
    const told = log.lines.filter(({ level }) => level !== 'trace').map(({ message }) => message);
    expect(told).toEqual(
      expect.arrayContaining([
        'parcours',
        'command line',
        'server',
        'send',
        'answer',
        'prolog',
        'phase',
        'rows',
        'accepted',
        'next run',
        'done',
      ]),
    );
    const phases = log.lines.filter(({ message }) => message === 'phase').map(({ fields }) => fields['name']);
    expect(phases).toEqual(['prolog', 'collect', 'send']);
    expect(log.lines).toContainEqual(
      expect.objectContaining({
        message: 'answer',
        fields: expect.objectContaining({ query: 'PROLOG', status: 200, wireBytes: usual[0].length }),
      }),
    );
  });

  it('holds no user, serial or password, even with the documents', async () => {
    const server = await serving(...usual);
    const { run, log } = agentOn(temporaryFolder());
    const argv = ['-p', 'planted-password', '--proxy=http://planted-user:planted-password@proxy'];
    await run({ servers: [server.address], argv, documents: true });
    expect(server.documents().join()).toContain('planted-serial');
    expect(log.lines.filter(({ level }) => level === 'trace')).toHaveLength(4);
    expect(log.text()).toContain('Dell Inc.');
    expect(log.text()).not.toContain('planted');
  });

  it('tells why a run failed', async () => {
    const { run, log } = agentOn(temporaryFolder());
    await expect(run()).rejects.toThrow();
    expect(log.lines.at(-1)).toMatchObject({ message: 'failed', fields: { code: 'configuration' } });
  });
});
