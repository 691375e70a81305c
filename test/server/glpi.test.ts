import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createAdmission } from '../../src/server/admission.ts';
import type { Receiver } from '../../src/server/answer.ts';
import type { HttpRequest } from '../../src/server/exchange.ts';
import { handle } from '../../src/server/handle.ts';
import { capture } from '../wire/captures.ts';
import { fakeReceiver, memoryLog, NOW } from './receiver.ts';

const limits = { inflatedBytes: 4 * 2 ** 20, ratio: 100 };
const AGENT = { 'glpi-agent-id': 'fc83dae2-7a4a-4b6c-8a1e-0c3d4c6a5f10', 'glpi-request-id': '3F2A90BC' };

async function post(body: Uint8Array, request: Partial<HttpRequest> = {}, receiver: Receiver = fakeReceiver()) {
  const whole = { method: 'POST', path: '/front/inventory.php', headers: AGENT, peer: '192.0.2.7', body };
  const admission = createAdmission({ capacity: limits.inflatedBytes, queue: 10 });
  const reading = createAdmission({ capacity: 1, queue: 10 });
  const reply = await handle({ ...whole, ...request }, { receiver, admission, reading, limits, log: memoryLog() });
  return { ...reply, text: Buffer.from(reply.body).toString() };
}

function contact(fields: object = {}): Buffer {
  return Buffer.from(
    JSON.stringify({ action: 'contact', deviceid: 'pc1', 'installed-tasks': ['inventory', 'esx'], ...fields }),
  );
}

describe('a GLPI agent', () => {
  it('that says PROLOG in XML is answered in JSON, so that it goes on in JSON', async () => {
    const reply = await post(deflateSync(capture('glpi/ocs-prolog.xml')));
    expect(JSON.parse(inflateSync(reply.body).toString())).toEqual({ status: 'ok', expiration: 24 });
    expect([reply.status, reply.headers['Content-Type']]).toEqual([200, 'application/x-compress-zlib']);
  });

  it('that says PROLOG in XML without its id is an OCS agent', async () => {
    const reply = await post(capture('glpi/ocs-prolog.xml'), { headers: {} });
    expect(reply.text).toContain('<RESPONSE>SEND</RESPONSE>');
  });

  it('that makes contact is asked for its inventory, and for nothing else', async () => {
    const reply = await post(capture('glpi/glpi-contact.json'));
    const answer = JSON.parse(reply.text);
    expect(answer).toMatchObject({ status: 'ok', expiration: 24, tasks: { inventory: { server: 'glpi' } } });
    expect(answer.disabled).toEqual([
      'collect',
      'deploy',
      'esx',
      'netdiscovery',
      'netinventory',
      'remoteinventory',
      'wakeonlan',
    ]);
    expect(reply.headers).toMatchObject({ ...AGENT, 'Content-Type': 'application/json' });
  });

  it('is told what to leave out', async () => {
    const reply = await post(contact(), {}, fakeReceiver({ noCategory: 'process,environment' }));
    expect(JSON.parse(reply.text).tasks.inventory['no-category']).toBe('process,environment');
  });

  it.each([
    [1, 23, ['inventory', 'esx']],
    [1, 25, ['esx']],
    [-1, 999, ['inventory', 'esx']],
  ])('every %d days, %d hours after its inventory, leaves out %j', async (frequencyDays, hours, disabled) => {
    const receiver = fakeReceiver({ frequencyDays });
    await post(Buffer.from('{"deviceid":"pc1","content":{"versionclient":"x"}}'), {}, receiver);
    const later = { ...receiver, now: () => NOW + hours * 3_600_000 };
    expect(JSON.parse((await post(contact(), {}, later)).text).disabled).toEqual(disabled);
  });

  it('sends full and partial inventories, which are kept', async () => {
    const receiver = fakeReceiver();
    for (const name of ['glpi-full', 'glpi-partial']) {
      const reply = await post(deflateSync(capture(`glpi/${name}.json`)), {}, receiver);
      expect(JSON.parse(inflateSync(reply.body).toString())).toEqual({ status: 'ok', expiration: 24 });
    }
    const [full, partial] = receiver.inventories;
    expect(full).toMatchObject({ kind: 'computer', agent: 'GLPI-Agent_v1.12-dev', deviceId: 'vm-2026-11-23-18-33-34' });
    expect(full?.sections.drives).toEqual([
      { fileSystem: 'ext4', free: 74_149, total: 258_019, type: '/', volume: '/dev/vda' },
    ]);
    expect(partial?.reports).toMatchObject({ drives: { state: 'complete' }, cpus: { state: 'unchanged' } });
  });

  it('may speak XML when the server does', async () => {
    const receiver = fakeReceiver();
    const reply = await post(capture('glpi/ocs-inventory.xml'), { path: '/ocsinventory' }, receiver);
    expect([reply.status, reply.headers['Content-Type']]).toEqual([200, 'application/xml']);
    expect(receiver.inventories[0]?.sections.cpus).toMatchObject([{ type: 'AMD EPYC', cores: 2 }]);
  });

  it('gets its answer in the encoding of its request, whatever its headers say', async () => {
    const headers = { ...AGENT, 'content-type': 'image/png' };
    const asGzip = await post(gzipSync(contact()), { headers });
    expect(asGzip.headers['Content-Type']).toBe('application/x-compress-gzip');
    expect(gunzipSync(asGzip.body).toString()).toBe((await post(contact())).text);
  });

  it('may have any id but one that could be mistaken for a path', async () => {
    expect((await post(contact({ deviceid: 'Büro 3' }))).status).toBe(200);
    expect(await post(contact({ deviceid: '../x' }))).toMatchObject({ status: 400 });
  });

  it.each([
    [400, 'well-formed JSON', Buffer.from('{"deviceid":')],
    [400, 'cut short', deflateSync(capture('glpi/glpi-full.json')).subarray(0, 500)],
    [413, 'inflates to more', deflateSync(`{"a":"${'x'.repeat(9_000_000)}"}`)],
    [400, 'nested more than', Buffer.from(`{"a":${'['.repeat(100_000)}`)],
    [400, 'content is missing', Buffer.from('{"deviceid":"pc1"}')],
    [400, 'deviceid is missing', Buffer.from('{"action":"contact"}')],
    [501, "Query 'register' is not supported.", Buffer.from('{"action":"register","deviceid":"pc1"}')],
  ])('is refused in JSON: %d %s', async (status, message, body) => {
    const reply = await post(body);
    expect([reply.status, reply.headers['Content-Type']]).toEqual([status, 'application/json']);
    const error = JSON.parse(reply.text);
    expect(error).toMatchObject({ status: 'error', expiration: 24 });
    expect(error.message).toContain(message);
  });
});

describe('a path of GLPI', () => {
  it.each([
    '/front/inventory.php',
    '/Inventory',
    '/glpi/front/inventory.php',
    '/glpi/',
    '/marketplace/glpiinventory/',
    '/plugins/fusioninventory/',
    '/ocsinventory',
    '/',
  ])('is %s', async (path) => {
    expect((await post(contact(), { path })).status).toBe(200);
  });

  it('answers no other protocol of GLPI', async () => {
    const path = '/marketplace/glpiinventory/?action=getConfig&machineid=x';
    const reply = await post(Buffer.alloc(0), { path, method: 'GET' });
    expect([reply.status, JSON.parse(reply.text).message]).toEqual([400, 'Protocol not supported']);
  });
});

it('keeps what an agent learned of devices that have none', async () => {
  const receiver = fakeReceiver();
  const xml = `<REQUEST><CONTENT><DEVICE><INFO><NAME>sw1</NAME><TYPE>NETWORKING</TYPE></INFO></DEVICE></CONTENT>
    <DEVICEID>foo</DEVICEID><QUERY>SNMPQUERY</QUERY></REQUEST>`;
  const json = {
    action: 'netinventory',
    itemtype: 'Printer',
    deviceid: 'foo',
    content: { network_device: { name: 'lp' } },
  };
  expect((await post(Buffer.from(xml), { headers: {} }, receiver)).status).toBe(200);
  expect((await post(Buffer.from(JSON.stringify(json)), {}, receiver)).status).toBe(200);
  expect(receiver.inventories).toMatchObject([
    { kind: 'network', sections: { networkdevice: [{ name: 'sw1' }] } },
    { kind: 'printer', sections: { networkdevice: [{ name: 'lp' }] } },
  ]);
});
