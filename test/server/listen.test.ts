import { Agent, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { HttpReply } from '../../src/server/exchange.ts';
import { textReply } from '../../src/server/exchange.ts';
import { type Listening, type ListenLimits, listen, listenLimits } from '../../src/server/listen.ts';
import { memoryLog } from './receiver.ts';

const open: Listening[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((listening) => listening.close()));
});

async function echo(limits: Partial<ListenLimits> = {}, handle = echoBody) {
  const log = memoryLog();
  const listening = await listen({ host: '127.0.0.1', port: 0, handle, limits: { ...listenLimits, ...limits }, log });
  open.push(listening);
  return { url: listening.url, close: () => listening.close(), log: log.lines };
}

async function echoBody({ body }: { readonly body: Uint8Array }): Promise<HttpReply> {
  return textReply(200, `${body.length}`);
}

interface Answer {
  readonly status: number | undefined;
  readonly text: string;
  readonly connection: string | undefined;
}

function post(url: string, body: Uint8Array, options: RequestOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method: 'POST', agent: false, ...options }, (response) => {
      void collect(response).then(resolve, reject);
    });
    request.on('error', reject);
    request.on('continue', () => request.end(body));
    if (options.headers && 'Expect' in options.headers) request.flushHeaders();
    else request.end(body);
  });
}

async function collect(response: IncomingMessage): Promise<Answer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of response as AsyncIterable<Uint8Array>) chunks.push(chunk);
  const { statusCode: status, headers } = response;
  return { status, text: Buffer.concat(chunks).toString().trim(), connection: headers.connection };
}

/** What comes back for raw bytes, until the server closes. */
function raw(url: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString();
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

describe('a body', () => {
  it('may come whole, in chunks, and after 100 Continue', async () => {
    const { url } = await echo();
    const body = Buffer.alloc(100_000, 'x');
    const whole = await post(url, body, { headers: { 'Content-Length': body.length } });
    const chunked = await post(url, body, { headers: { 'Transfer-Encoding': 'chunked' } });
    const awaited = await post(url, body, { headers: { 'Content-Length': body.length, Expect: '100-continue' } });
    expect([whole.text, chunked.text, awaited.text]).toEqual(['100000', '100000', '100000']);
  });

  it('that says it is too large is refused before it is sent', async () => {
    const { url, log } = await echo({ bodyBytes: 1000 });
    const headers = { 'Content-Length': 1001, Expect: '100-continue' };
    expect(await post(url, Buffer.alloc(1001), { headers })).toMatchObject({ status: 413, connection: 'close' });
    expect(log).toMatchObject([{ message: 'refused', fields: { reason: 'the body has more than 1000 bytes' } }]);
  });

  it('that turns out to be too large is refused, and the sender hears it', async () => {
    const { url } = await echo({ bodyBytes: 100_000 });
    const headers = { 'Transfer-Encoding': 'chunked' };
    const answer = await post(url, Buffer.alloc(3_000_000), { headers });
    expect(answer).toEqual({ status: 413, text: 'the body has more than 100000 bytes', connection: 'close' });
  });

  it('is to be sent later where too many are held', async () => {
    const { url } = await echo({ heldBytes: 1000 });
    expect((await post(url, Buffer.alloc(1001))).status).toBe(503);
    expect((await post(url, Buffer.alloc(1000))).status).toBe(200);
  });

  it('that breaks off leaves nothing behind', async () => {
    const { url, log } = await echo({ heldBytes: 1000 });
    for (let at = 0; at < 3; at += 1) await breakOff(url);
    while (log.length < 3) await new Promise((resolve) => setImmediate(resolve));
    expect((await post(url, Buffer.alloc(1000))).status).toBe(200);
  });
});

describe('a connection', () => {
  it('serves one request after the other, which HTTP/1.1 takes for granted', async () => {
    const { url } = await echo();
    const ask = (body: string, header = '') =>
      `POST /ocsinventory HTTP/1.1\r\nHost: x\r\n${header}Content-Length: ${body.length}\r\n\r\n${body}`;
    const [, first, second] = (await raw(url, ask('a') + ask('ab', 'Connection: close\r\n'))).split('HTTP/1.1 200 OK');
    expect(first).toMatch(/\r\n\r\n1\s*$/);
    expect(first).not.toMatch(/keep-alive/i);
    expect(second).toMatch(/Connection: close[\s\S]*\r\n\r\n2\s*$/);
  });

  it('that is too slow is closed with a word', async () => {
    const { url, log } = await echo({ headersMilliseconds: 50, requestMilliseconds: 100 });
    const slow = 'POST /ocsinventory HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\nabc';
    expect(await raw(url, slow)).toContain('408 Request Timeout');
    expect(log.some(({ message }) => message === 'refused')).toBe(true);
  });

  it('that speaks no HTTP is told so', async () => {
    const { url } = await echo();
    expect(await raw(url, 'hello\r\n\r\n')).toContain('400 Bad Request');
  });
});

describe('closing', () => {
  it('answers what is in flight and takes nothing new', async () => {
    let finish: (() => void) | undefined;
    const entered = new Promise<void>((resolve) => {
      finish = resolve;
    });
    let release: (() => void) | undefined;
    const { url, close } = await echo({}, async () => {
      finish?.();
      await new Promise<void>((resolve) => {
        release = resolve;
      });
      return textReply(200, 'kept');
    });
    const answer = post(url, Buffer.from('x'), { agent: new Agent({ keepAlive: true }) });
    await entered;
    const closed = close();
    await expect(post(url, Buffer.from('y'))).rejects.toThrow('ECONNREFUSED');
    release?.();
    expect(await answer).toEqual({ status: 200, text: 'kept', connection: 'close' });
    await closed;
  });
});

describe('opening', () => {
  it('names the address agents send to', async () => {
    expect((await echo()).url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/ocsinventory$/);
  });

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const attempt = listen({ host: '127.0.0.1', port, handle: echoBody, limits: listenLimits, log: memoryLog() });
    await expect(attempt).rejects.toMatchObject({ code: 'configuration', message: expect.stringContaining(`${port}`) });
    other.close();
  });
});

function breakOff(url: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => {
      socket.write('POST /ocsinventory HTTP/1.1\r\nHost: x\r\nContent-Length: 900\r\n\r\nabc', () => socket.destroy());
    });
    socket.on('close', () => resolve());
  });
}
