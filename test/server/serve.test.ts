import { scryptSync } from 'node:crypto';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import { type ServeOptions, type Serving, serve } from '../../src/server/serve.ts';
import { capture, inventoryXml } from '../wire/captures.ts';
import { fakeReceiver, memoryLog } from './receiver.ts';

const loopback = { host: '127.0.0.1', port: 0 };
const open: Serving[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((serving) => serving.close()));
});

async function started(options: Partial<ServeOptions> = {}) {
  const receiver = fakeReceiver();
  const serving = await serve({ addresses: [loopback], receiver, log: memoryLog(), ...options });
  open.push(serving);
  return { receiver, urls: serving.urls };
}

function post(url: string | undefined, body: Uint8Array, options: RequestOptions = {}): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = url?.startsWith('https') ? httpsRequest : httpRequest;
    request(url ?? '', { method: 'POST', agent: false, ...options }, (response) => resolve(response.resume()))
      .on('error', reject)
      .end(body);
  });
}

it('receives what real agents send', async () => {
  const { receiver, urls } = await started();
  const bodies = ['ocs/prolog.bin', 'ocs/e-nosoftware.bin', 'fusion/prolog.bin', 'fusion/i-dmi-r640.bin'].map(capture);
  const answers = [];
  for (const body of bodies) answers.push((await post(urls[0], body)).statusCode);
  expect(answers).toEqual([200, 200, 200, 200]);
  expect(receiver.inventories.map(({ agent }) => agent)).toEqual(['unknown', 'FusionInventory-Agent_v2.6-3']);
});

it('listens on several addresses, or on none where one is taken', async () => {
  const { urls } = await started({ addresses: [loopback, loopback] });
  expect(new Set(urls).size).toBe(2);
  const taken = { host: '127.0.0.1', port: Number(new URL(urls[0] ?? '').port) };
  await expect(started({ addresses: [loopback, taken] })).rejects.toMatchObject({ code: 'configuration' });
});

it('refuses what is larger than it was told', async () => {
  const { urls } = await started({ limits: { bodyBytes: 100 } });
  expect((await post(urls[0], inventoryXml(''))).statusCode).toBe(413);
});

describe('with credentials', () => {
  it.each([
    [200, 'Basic YWdlbnQ6czNjcsOpdA=='],
    [401, 'Basic YWdlbnQ6d3Jvbmc='],
    [401, 'Bearer YWdlbnQ6czNjcsOpdA=='],
    [401, undefined],
  ])('answers %d to %s', async (status, authorization) => {
    const { urls } = await started({ credentials: { user: 'agent', password: 's3crét' } });
    const headers = authorization === undefined ? {} : { Authorization: authorization };
    const { statusCode, headers: answered } = await post(urls[0], inventoryXml(''), { headers });
    expect(statusCode).toBe(status);
    expect(answered['www-authenticate']).toBe(status === 401 ? 'Basic realm="parcours"' : undefined);
  });
});

describe('with a password that is kept as a hash', () => {
  const salt = Buffer.from('sixteen bytes xx');
  const password = `scrypt:${salt.toString('base64')}:${scryptSync('s3crét', salt, 32).toString('base64')}`;

  it.each([
    [200, 'agent:s3crét'],
    [401, 'agent:wrong'],
    [401, 'other:s3crét'],
    [401, `agent:${password}`],
    [401, 'agent'],
  ])('answers %d to %s', async (status, shown) => {
    const { urls } = await started({ credentials: { user: 'agent', password } });
    const headers = { Authorization: `Basic ${Buffer.from(shown).toString('base64')}` };
    expect((await post(urls[0], inventoryXml(''), { headers })).statusCode).toBe(status);
  });
});

describe('with a certificate', () => {
  const [cert, key] = ['tls/cert.pem', 'tls/key.pem'].map((path) => capture(path).toString());
  const tls = { cert: cert ?? '', key: key ?? '' };

  it('speaks TLS', async () => {
    const { urls } = await started({ tls });
    expect(urls[0]).toMatch(/^https:/);
    expect((await post(urls[0], inventoryXml(''), { ca: tls.cert })).statusCode).toBe(200);
  });

  it('lets in only agents that show one of its authority', async () => {
    const { urls } = await started({ tls: { ...tls, clientCa: tls.cert } });
    const shown = { ca: tls.cert, cert: tls.cert, key: tls.key };
    expect((await post(urls[0], inventoryXml(''), shown)).statusCode).toBe(200);
    await expect(post(urls[0], inventoryXml(''), { ca: tls.cert })).rejects.toThrow(/certificate|hang up|ECONNRESET/);
  });
});
