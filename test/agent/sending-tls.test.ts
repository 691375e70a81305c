import { createHash, X509Certificate } from 'node:crypto';
import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { AgentOptions } from '../../src/agent/options.ts';
import { spoolFolder, waitingDocuments } from '../../src/agent/spool.ts';
import { exitCodeOf } from '../../src/cli/exit-codes.ts';
import { rawServer, refusedPort } from './answering-server.ts';
import { authority, type Pair, withoutOpenssl } from './certificates.ts';
import { temporaryFolder } from './folders.ts';
import { agentOn, ocsServer, status, usual } from './scene.ts';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

/** A healthy server with this certificate. */
async function tlsServer(pair: Pair) {
  const queries: number[] = [];
  const server = createServer(pair, (request, response) => {
    request.resume().on('end', () => response.end(usual[queries.push(0) - 1]));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.push({
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  });
  const { port } = server.address() as AddressInfo;
  return { port, queries, address: `https://127.0.0.1:${port}/ocsinventory` };
}

/** How a run ends: the exit code, what it says, and how many inventories wait. */
async function sending(server: string, options: Partial<AgentOptions> = {}) {
  const folder = temporaryFolder();
  const run = agentOn(folder).run({ servers: [server], stateName: 'site', noProxy: !options.proxy, ...options });
  const [exitCode, said] = await run.then(
    () => [0, ''] as const,
    (error: Error) => [exitCodeOf(error), error.message] as const,
  );
  return { exitCode, said, kept: (await waitingDocuments(spoolFolder(folder, 'site'))).length };
}

const fingerprint = (pem: string) => `sha256:${new X509Certificate(pem).fingerprint256}`;
function keyPin(pem: string): string {
  const key = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  return `sha256:${createHash('sha256').update(key).digest('base64')}`;
}

describe.skipIf(withoutOpenssl)('a server with a certificate', () => {
  it('of an unknown authority is refused: 76', async () => {
    const { address, queries } = await tlsServer(authority().issue('IP:127.0.0.1'));
    const told = { exitCode: 76, said: expect.stringContaining('--ca FILE'), kept: 0 };
    expect(await sending(address)).toMatchObject(told);
    expect(queries).toEqual([]);
  });

  it('for another name is refused: 76', async () => {
    const { ca, issue } = authority();
    const { address } = await tlsServer(issue('DNS:elsewhere.invalid'));
    const told = { exitCode: 76, said: expect.stringContaining('for another name'), kept: 0 };
    expect(await sending(address, { tls: { ca } })).toMatchObject(told);
  });

  it('that has expired is refused: 76', async () => {
    const { ca, issue } = authority();
    const { address } = await tlsServer(issue('IP:127.0.0.1', -1));
    const told = { exitCode: 76, said: expect.stringContaining('has expired'), kept: 0 };
    expect(await sending(address, { tls: { ca } })).toMatchObject(told);
  });

  it('is not looked at with --ssl=0', async () => {
    const { address } = await tlsServer(authority().issue('DNS:elsewhere.invalid'));
    expect(await sending(address, { tls: { verify: false } })).toMatchObject({ exitCode: 0 });
  });

  it('that is pinned, or whose key is, gets the inventory', async () => {
    const { ca, issue } = authority();
    const pair = issue('IP:127.0.0.1');
    for (const pin of [fingerprint(pair.cert), keyPin(pair.cert)]) {
      const { address } = await tlsServer(pair);
      expect(await sending(address, { tls: { ca, pins: [`sha256:${'00'.repeat(32)}`, pin] } })).toMatchObject({
        exitCode: 0,
      });
    }
  });

  it('that is not the pinned one any more gets nothing, and its pin is said: 76', async () => {
    const { ca, issue } = authority();
    const [before, after] = [issue('IP:127.0.0.1'), issue('IP:127.0.0.1')];
    const { address, queries } = await tlsServer(after);
    const { exitCode, said, kept } = await sending(address, { tls: { ca, pins: [fingerprint(before.cert)] } });
    expect([exitCode, kept, queries.length]).toEqual([76, 0, 0]);
    expect(said).toContain(
      `--pin=${fingerprint(after.cert)
        .toLowerCase()
        .replaceAll(/(?<=256:.*):/g, '')}`,
    );
  });

  it('is checked against the pin through a proxy as well', async () => {
    const { ca, issue } = authority();
    const pair = issue('IP:127.0.0.1');
    const { address, port } = await tlsServer(pair);
    const proxy = await rawServer((socket) =>
      socket.once('data', () => {
        const upstream = connect(port, '127.0.0.1', () => socket.write('HTTP/1.1 200 ok\r\n\r\n'));
        socket.pipe(upstream.on('error', () => {})).pipe(socket);
      }),
    );
    open.push(proxy);
    const through = (pin: string) => sending(address, { proxy: `127.0.0.1:${proxy.port}`, tls: { ca, pins: [pin] } });
    expect(await through(keyPin(ca))).toMatchObject({ exitCode: 76, said: expect.stringContaining('--pin') });
    expect(await through(keyPin(pair.cert))).toMatchObject({ exitCode: 0 });
  });

  it('cannot be pinned where any is believed: 78', async () => {
    const tls = { verify: false, pins: [`sha256:${'00'.repeat(32)}`] };
    expect(await sending('https://127.0.0.1:1/', { tls })).toMatchObject({ exitCode: 78 });
  });
});

describe('a proxy', () => {
  const inventory = 'http://inventory.invalid/ocsinventory';
  const forwarding = async (code: number) => {
    const server = await ocsServer(status(code));
    open.push(server);
    return `127.0.0.1:${server.port}`;
  };
  const tunnelling = async (code: number) => {
    const proxy = await rawServer((socket) => socket.once('data', () => socket.end(`HTTP/1.1 ${code} no\r\n\r\n`)));
    open.push(proxy);
    return `127.0.0.1:${proxy.port}`;
  };

  it.each([
    [403, 76, 0, /proxy does not let through.*403.*--np/],
    [407, 76, 0, /proxy does not let through.*407.*USER:PASSWORD/],
    [502, 69, 1, /proxy does not let through.*502.*cannot reach.*is kept in/],
  ])('that answers CONNECT with %i ends the run with %i', async (code, exitCode, kept, words) => {
    const said = expect.stringMatching(words);
    const proxy = await tunnelling(code);
    expect(await sending('https://inventory.invalid/x', { proxy })).toMatchObject({ exitCode, kept, said });
  });

  it.each([
    [407, 76, 0, /proxy does not let through.*407.*USER:PASSWORD/],
    [503, 75, 1, /503.*later.*is kept in/],
  ])('that answers a request with %i ends the run with %i', async (code, exitCode, kept, words) => {
    const said = expect.stringMatching(words);
    expect(await sending(inventory, { proxy: await forwarding(code) })).toMatchObject({ exitCode, kept, said });
  });

  it('that is not there ends the run with 69, and is named', async () => {
    const port = await refusedPort();
    const said = expect.stringMatching(`refused.*127\\.0\\.0\\.1:${port}`);
    for (const server of [inventory, 'https://inventory.invalid/x']) {
      expect(await sending(server, { proxy: `127.0.0.1:${port}` })).toMatchObject({ exitCode: 69, kept: 1, said });
    }
  });
});
