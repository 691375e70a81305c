import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type Client, openClient } from '../../src/agent/client.ts';
import type { ClientOptions } from '../../src/agent/client-options.ts';
import { answeringServer, type Received, rawServer, refusedPort } from './answering-server.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function serving(answer: (response: ServerResponse, request: Received, nth: number) => void) {
  const server = await answeringServer(answer);
  open.push(server);
  return server;
}

// A busy machine takes its time for what is not about time.
const limits = { connectMilliseconds: 10_000, wholeMilliseconds: 20_000, replyBytes: 1000 };

function clientOf(address: string, options: Partial<ClientOptions> = {}): Client {
  const client = openClient({ address, platform: 'linux', now: Date.now, proxy: { kind: 'none' }, limits, ...options });
  open.unshift(client);
  return client;
}

const body = Buffer.from('document');

describe('a request', () => {
  it('is one buffer with the headers of the protocol', async () => {
    const server = await serving((response) => response.end('answer'));
    const reply = await clientOf(server.address).post(body);
    expect(Buffer.from(reply.body).toString()).toBe('answer');
    expect(server.received).toMatchObject([
      {
        method: 'POST',
        url: '/ocsinventory',
        headers: {
          'content-length': '8',
          'content-type': 'application/x-compress',
          pragma: 'no-cache',
          'user-agent': 'OCS-NG_unified_unix_agent_v2.10.0',
        },
      },
    ]);
    expect(server.received[0]?.headers).not.toHaveProperty('transfer-encoding');
    expect(server.received[0]?.body).toEqual(body);
  });

  it('has the name of the Windows agent on Windows', async () => {
    const server = await serving((response) => response.end());
    await clientOf(server.address, { platform: 'win32' }).post(body);
    expect(server.received[0]?.headers['user-agent']).toBe('OCS-NG_WINDOWS_AGENT_v2.10.0.0');
  });

  it('keeps the connection for the next one', async () => {
    const ports = new Set<number | undefined>();
    const server = await serving((response) => {
      ports.add(response.socket?.remotePort);
      response.end('answer');
    });
    const client = clientOf(server.address);
    await client.post(body);
    await client.post(body);
    expect(ports.size).toBe(1);
  });
});

describe('an answer that is refused', () => {
  it.each([
    [400, 'protocol', /device id/],
    [401, 'permission', /user and a password/],
    [403, 'busy', /403/],
    [404, 'protocol', /ocsinventory/],
    [413, 'protocol', /larger/],
    [429, 'busy', /429/],
    [500, 'busy', /500/],
    [503, 'busy', /503/],
  ])('%i is %s', async (status, code, message) => {
    const server = await serving((response) => response.writeHead(status).end('<html>no</html>'));
    await expect(clientOf(server.address).post(body)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });

  it.each(['file:///etc/passwd', 'http://169.254.169.254/latest', '/elsewhere'])(
    'does not follow a redirect to %s, but names it',
    async (location) => {
      const server = await serving((response) => response.writeHead(302, { location }).end());
      await expect(clientOf(server.address).post(body)).rejects.toMatchObject({
        code: 'protocol',
        message: expect.stringContaining(location),
      });
      expect(server.received).toHaveLength(1);
    },
  );

  it('is told by its status even when the page that comes with it has no end', async () => {
    const server = await serving((response) => {
      response.writeHead(503);
      const feed = () => {
        while (!response.destroyed && response.write(Buffer.alloc(50_000)));
        response.once('drain', feed);
      };
      feed();
    });
    await expect(clientOf(server.address).post(body)).rejects.toMatchObject({ code: 'busy' });
  });

  it('is cut off when it has no end', async () => {
    const server = await serving((response) => {
      const feed = () => {
        while (!response.destroyed && response.write(Buffer.alloc(500)));
        response.once('drain', feed);
      };
      feed();
    });
    await expect(clientOf(server.address).post(body)).rejects.toMatchObject({
      code: 'protocol',
      message: expect.stringContaining('more than 1000 bytes'),
    });
  });

  it('is given up when it trickles', async () => {
    const server = await serving((response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const hasty = { ...limits, wholeMilliseconds: 400 };
    await expect(clientOf(server.address, { limits: hasty }).post(body)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('no complete answer within 0.4 s'),
    });
  });

  it('is unreachable when the line is cut half way', async () => {
    const server = await serving((response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half');
      setTimeout(() => response.destroy(), 20);
    });
    await expect(clientOf(server.address).post(body)).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('is a protocol error when something else than HTTP answers', async () => {
    const other = await rawServer((socket) => socket.end('220 mail ready\r\n'));
    open.push(other);
    await expect(clientOf(`http://127.0.0.1:${other.port}/`).post(body)).rejects.toMatchObject({ code: 'protocol' });
  });

  it('is a protocol error when https meets http', async () => {
    const server = await serving((response) => response.end());
    const https = server.address.replace('http:', 'https:');
    await expect(clientOf(https).post(body)).rejects.toMatchObject({
      code: 'protocol',
      message: expect.stringContaining('https?'),
    });
  });
});

describe('a server that is not there', () => {
  it('is named with the address and port that were tried', async () => {
    const port = await refusedPort();
    await expect(clientOf(`http://127.0.0.1:${port}/ocsinventory`).post(body)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(new RegExp(`refused.*127\\.0\\.0\\.1:${port}.*parcours serve.*8080`)),
    });
  });

  it('is named when its name is unknown', async () => {
    await expect(clientOf('http://nowhere.invalid/ocsinventory').post(body)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/the name .* \(tried nowhere\.invalid:80\)/),
    });
  });
});

describe('a server that asks for credentials', () => {
  const credentials = { user: 'Ann', password: 'é:1' };
  const basic = `Basic ${Buffer.from('Ann:é:1').toString('base64')}`;
  const guarded = (challenge: string) =>
    serving((response, { headers }) => {
      if (headers.authorization === basic) response.end('in');
      else response.writeHead(401, { 'www-authenticate': challenge }).end('out');
    });

  it('gets them once it has asked, then at once', async () => {
    const server = await guarded('Basic realm="OCS"');
    const client = clientOf(server.address, { credentials });
    await client.post(body);
    await client.post(body);
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([undefined, basic, basic]);
  });

  it.each(['Basic realm="other"', 'Digest realm="OCS"', 'Negotiate'])('does not get them for %s', async (challenge) => {
    const server = await guarded(challenge);
    const client = clientOf(server.address, { credentials: { ...credentials, realm: 'OCS' } });
    await expect(client.post(body)).rejects.toMatchObject({ code: 'permission' });
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([undefined]);
  });

  it('and refuses them is not asked for ever', async () => {
    const server = await guarded('Basic realm="OCS"');
    const client = clientOf(server.address, { credentials: { user: 'Ann', password: 'wrong' } });
    await expect(client.post(body)).rejects.toMatchObject({ code: 'permission' });
    expect(server.received).toHaveLength(2);
  });
});

describe('a proxy', () => {
  it('is what cannot be reached when its name is unknown', async () => {
    const proxy = { kind: 'url', url: 'http://nowhere.invalid:3128' } as const;
    await expect(clientOf('http://inventory.invalid/ocsinventory', { proxy }).post(body)).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringContaining('(tried the proxy nowhere.invalid)'),
    });
  });

  const variables = (port: number) => ({ HTTP_PROXY: `http://127.0.0.1:${port}` });

  it('from the environment forwards http requests without a tunnel', async () => {
    const proxy = await serving((response) => response.end('through'));
    const client = clientOf('http://inventory.invalid/ocsinventory', {
      proxy: { kind: 'environment', variables: variables(proxy.port) },
    });
    expect(Buffer.from((await client.post(body)).body).toString()).toBe('through');
    expect(proxy.received).toMatchObject([{ method: 'POST', url: 'http://inventory.invalid/ocsinventory' }]);
  });

  it('is not used for what NO_PROXY names', async () => {
    const [proxy, server] = [await serving((response) => response.end()), await serving((response) => response.end())];
    const proxies = { ...variables(proxy.port), NO_PROXY: '127.0.0.1' };
    await clientOf(server.address, { proxy: { kind: 'environment', variables: proxies } }).post(body);
    expect([proxy.received.length, server.received.length]).toEqual([0, 1]);
  });

  it('given by hand wins over nothing else, and may lack a scheme', async () => {
    const proxy = await serving((response) => response.end());
    const url = `127.0.0.1:${proxy.port}`;
    await clientOf('http://inventory.invalid/x', { proxy: { kind: 'url', url } }).post(body);
    expect(proxy.received).toMatchObject([{ url: 'http://inventory.invalid/x' }]);
  });

  it('carries https through a tunnel', async () => {
    const asked: string[] = [];
    const server = await serving((response) => response.end());
    const proxy = await rawServer((socket) =>
      socket.once('data', (head) => {
        asked.push(head.toString().split('\r\n')[0] ?? '');
        const upstream = connect(server.port, '127.0.0.1', () => socket.write('HTTP/1.1 200 ok\r\n\r\n'));
        socket.pipe(upstream.on('error', () => {})).pipe(socket);
      }),
    );
    open.push(proxy);
    const url = `http://127.0.0.1:${proxy.port}`;
    await expect(
      clientOf('https://inventory.invalid/x', { proxy: { kind: 'url', url } }).post(body),
    ).rejects.toMatchObject({ code: 'protocol' });
    expect(asked).toEqual(['CONNECT inventory.invalid:443 HTTP/1.1']);
  });

  it('of the environment is ignored with --np, even that of the process', async () => {
    const [proxy, server] = [await serving((response) => response.end()), await serving((response) => response.end())];
    const before = process.env['http_proxy'];
    process.env['http_proxy'] = `http://127.0.0.1:${proxy.port}`;
    try {
      await clientOf(server.address).post(body);
    } finally {
      if (before === undefined) delete process.env['http_proxy'];
      else process.env['http_proxy'] = before;
    }
    expect([proxy.received.length, server.received.length]).toEqual([0, 1]);
  });

  it('that is no URL is an error of configuration', () => {
    expect(() => clientOf('http://host/', { proxy: { kind: 'url', url: 'socks5://host' } })).toThrow(
      expect.objectContaining({ code: 'configuration' }),
    );
  });
});
