import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { ParcoursError } from '../../src/model/errors.ts';
import { createAdmission } from '../../src/server/admission.ts';
import type { Receiver } from '../../src/server/answer.ts';
import type { HttpRequest } from '../../src/server/exchange.ts';
import { handle } from '../../src/server/handle.ts';
import { encodeProlog } from '../../src/wire/ocs/request.ts';
import { capture, inventoryXml } from '../wire/captures.ts';
import { fakeReceiver, memoryLog, NOW } from './receiver.ts';

const limits = { inflatedBytes: 4 * 2 ** 20, ratio: 100 };
const ID = 'pc1-2026-01-02-03-04-05';

async function ask(request: Partial<HttpRequest>, receiver: Receiver = fakeReceiver()) {
  const log = memoryLog();
  const whole = { method: 'POST', path: '/ocsinventory', headers: {}, peer: '192.0.2.7', body: Buffer.alloc(0) };
  const admission = createAdmission({ capacity: limits.inflatedBytes, queue: 10 });
  const reading = createAdmission({ capacity: 1, queue: 10 });
  const deps = { receiver, admission, reading, limits, log };
  const reply = await handle({ ...whole, ...request }, deps);
  return { ...reply, text: Buffer.from(reply.body).toString(), log: log.lines };
}

function responseIn(text: string): string | undefined {
  return /<RESPONSE>(\w+)</.exec(text)?.[1];
}

function withTag(tag: string, deviceId = ID): Uint8Array {
  return inventoryXml(`<ACCOUNTINFO><KEYNAME>TAG</KEYNAME><KEYVALUE>${tag}</KEYVALUE></ACCOUNTINFO>`, deviceId);
}

describe('an inventory', () => {
  it('of a new machine is kept, and answered when it is', async () => {
    const receiver = fakeReceiver();
    const { status, headers, body, log } = await ask({ body: capture('ocs/h-dmi-lenovo.bin') }, receiver);
    expect([status, responseIn(inflateSync(body).toString())]).toEqual([200, 'NO_ACCOUNT_UPDATE']);
    expect(headers).toEqual({
      'Content-Type': 'application/x-compress-zlib',
      'Content-Length': String(body.length),
      'Cache-Control': 'no-cache',
    });
    expect(receiver.inventories.map(({ sections }) => sections.bios?.[0]?.manufacturer)).toEqual(['LENOVO']);
    expect(log).toMatchObject([{ level: 'info', fields: { query: 'INVENTORY', peer: '192.0.2.7', encoding: 'zlib' } }]);
  });

  it('of a known machine is told the values of the server, where it has others', async () => {
    const receiver = fakeReceiver();
    const answers = [];
    for (const tag of ['B12', 'B12', 'C3']) answers.push((await ask({ body: withTag(tag) }, receiver)).text);
    answers.push((await ask({ body: inventoryXml('') }, receiver)).text);
    expect(answers.map(responseIn)).toEqual([
      'NO_ACCOUNT_UPDATE',
      'NO_ACCOUNT_UPDATE',
      'ACCOUNT_UPDATE',
      'ACCOUNT_UPDATE',
    ]);
    expect(answers.at(-1)).toContain('<KEYVALUE>B12</KEYVALUE>');
  });

  it('of a known machine for which the server holds nothing is told nothing', async () => {
    const receiver = fakeReceiver();
    await ask({ body: inventoryXml('') }, receiver);
    expect(responseIn((await ask({ body: withTag('B12') }, receiver)).text)).toBe('NO_ACCOUNT_UPDATE');
  });

  it('names its agent by the header where the document does not', async () => {
    const receiver = fakeReceiver();
    await ask({ body: inventoryXml(''), headers: { 'user-agent': 'OCS-NG_WINDOWS_AGENT_v2.11.0.1' } }, receiver);
    expect(receiver.inventories[0]?.agent).toBe('OCS-NG_WINDOWS_AGENT_v2.11.0.1');
  });

  it('with a control character in it is mended, and the log says so', async () => {
    const receiver = fakeReceiver();
    const body = inventoryXml('<SOFTWARES><NAME>evil\u0001&#2;name</NAME></SOFTWARES>');
    const { status, log } = await ask({ body }, receiver);
    expect([status, log[0]?.fields['replacedCharacters']]).toEqual([200, 2]);
    expect(receiver.inventories[0]?.sections.softwares).toEqual([{ name: 'evil\ufffd\ufffdname' }]);
  });

  it('is to be sent later where it cannot be kept now', async () => {
    const ingest = () => Promise.reject(new ParcoursError('cannot-write', 'the disk is full'));
    const { status, headers, text } = await ask({ body: inventoryXml('') }, { ...fakeReceiver(), ingest });
    expect([status, text, Number(headers['Retry-After']) > 0]).toEqual([503, 'the disk is full\n', true]);
  });

  it('is to be sent later where too many files are open', async () => {
    const ingest = () => Promise.reject(Object.assign(new Error('open'), { code: 'EMFILE' }));
    const { status, text } = await ask({ body: inventoryXml('') }, { ...fakeReceiver(), ingest });
    expect([status, text]).toEqual([503, 'too many files are open\n']);
  });

  it('that the fleet cannot take is refused with its reason', async () => {
    const ingest = () => Promise.reject(new ParcoursError('bad-input', 'the id names two machines'));
    const { status, text } = await ask({ body: inventoryXml('') }, { ...fakeReceiver(), ingest });
    expect([status, text]).toEqual([400, 'the id names two machines\n']);
  });

  it('that meets a bug is answered without its details, which the log has', async () => {
    const ingest = () => Promise.reject(new TypeError('x is not a function'));
    const { status, text, log } = await ask({ body: inventoryXml('') }, { ...fakeReceiver(), ingest });
    expect([status, text]).toEqual([500, 'the receiver failed; its log says why\n']);
    expect(log).toMatchObject([{ level: 'warn', fields: { error: 'x is not a function' } }]);
  });
});

describe('a prolog', () => {
  const body = Buffer.from(encodeProlog(ID));

  it('asks a new machine for its inventory, and for nothing else', async () => {
    const { text } = await ask({ body: capture('ocs/prolog.bin') }).then(({ body: reply }) => ({
      text: inflateSync(reply).toString(),
    }));
    expect(responseIn(text)).toBe('SEND');
    expect(text).toContain('<PROLOG_FREQ>24</PROLOG_FREQ>');
    expect(text).toContain('<PARAM TYPE="CONF" ON="0" />');
  });

  it.each([
    [0, 0, 'SEND'],
    [1, 23, 'STOP'],
    [1, 25, 'SEND'],
    [7, 25, 'STOP'],
    [-1, 9999, 'STOP'],
  ])('every %d days, %d hours after the last inventory: %s', async (frequencyDays, hours, response) => {
    const receiver = fakeReceiver({ frequencyDays });
    await ask({ body: inventoryXml('') }, receiver);
    const later = { ...receiver, now: () => NOW + hours * 3_600_000 };
    expect(responseIn((await ask({ body }, later)).text)).toBe(response);
  });

  it('is answered in the encoding it came in', async () => {
    const asGzip = await ask({ body: gzipSync(body) });
    const asPlain = await ask({ body });
    expect(asGzip.headers['Content-Type']).toBe('application/x-compress-gzip');
    expect(asPlain.headers['Content-Type']).toBe('application/xml');
    expect(gunzipSync(asGzip.body).toString()).toBe(asPlain.text);
  });
});

describe('other requests of agents', () => {
  it.each(['SNMP', 'NOTIFY', 'DOWNLOAD'])('%s is answered with nothing', async (query) => {
    const body = Buffer.from(`<REQUEST DEVICEID="${ID}" QUERY="${query}" />`);
    expect(await ask({ body })).toMatchObject({ status: 200, text: '', headers: { 'Content-Length': '0' } });
  });

  it('UPDATE is told that there is none', async () => {
    expect(responseIn((await ask({ body: Buffer.from('<REQUEST QUERY="UPDATE" />') })).text)).toBe('NO_UPDATE');
  });
});

describe('a path', () => {
  it.each(['/', '/ocsinventory', '/ocsinventory/', '/ocsinventory/anything', '/ocsinventory?x=1'])(
    'may be %s',
    async (path) => {
      expect((await ask({ path, body: inventoryXml('') })).status).toBe(200);
    },
  );

  it.each([
    ['GET', '/ocsinventory', 200],
    ['GET', '/ocsinventory/deploy/label', 404],
    ['POST', '/ocsinventory2', 404],
    ['POST', '/index.php', 404],
    ['PUT', '/ocsinventory', 405],
    ['HEAD', '/', 405],
  ])('is answered: %s %s with %d', async (method, path, status) => {
    expect((await ask({ method, path, body: inventoryXml('') })).status).toBe(status);
  });
});

describe('what is refused gets a reason, and the log too', () => {
  it.each([
    [400, 'the body is empty', Buffer.alloc(0)],
    [400, 'neither zlib nor gzip nor XML', Buffer.from('garbage')],
    [400, 'cut short', capture('ocs/h-dmi-lenovo.bin').subarray(0, 2000)],
    [413, 'inflates to more than', deflateSync(Buffer.alloc(200 * 2 ** 20, ' '), { level: 9 })],
    [400, 'compressed twice', deflateSync(deflateSync(inventoryXml('')))],
    [400, 'DOCTYPE', Buffer.from('<!DOCTYPE REQUEST [<!ENTITY a "b">]><REQUEST/>')],
    [400, 'nested more than 32 deep', inventoryXml('<A>'.repeat(100_000))],
    [400, 'DEVICEID is missing', Buffer.from('<REQUEST><QUERY>PROLOG</QUERY></REQUEST>')],
    [400, 'DEVICEID is not of the form', inventoryXml('', 'justaname')],
    [400, 'a slash or a backslash', inventoryXml('', '../../../tmp/evil-2026-01-01-00-00-01')],
    [400, 'not supported', Buffer.from('<REQUEST><QUERY>SYSTEM</QUERY></REQUEST>')],
  ])('%d: %s', async (status, reason, body) => {
    const receiver = fakeReceiver();
    const reply = await ask({ body }, receiver);
    expect(reply).toMatchObject({ status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
    expect(reply.text).toContain(reason);
    expect(reply.log).toMatchObject([{ level: 'warn', message: 'refused', fields: { status } }]);
    expect(reply.log[0]?.fields['reason']).toContain(reason);
    expect(receiver.inventories).toEqual([]);
  });
});
