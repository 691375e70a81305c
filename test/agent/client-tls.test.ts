import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openClient } from '../../src/agent/client.ts';
import type { TlsChoice } from '../../src/agent/client-options.ts';
import { temporaryFolder } from './folders.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const withoutOpenssl = spawnSync('openssl', ['version']).status !== 0;

/** A certificate that vouches for itself. */
function certificate(subjectAltName: string): { readonly key: string; readonly cert: string } {
  const folder = temporaryFolder();
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const what = ['-subj', '/CN=test', '-addext', `subjectAltName=${subjectAltName}`];
  const how = [
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-keyout',
    key,
    '-out',
    cert,
  ];
  execFileSync('openssl', ['req', ...how, ...what], { stdio: 'ignore' });
  return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
}

async function httpsAddress(pair: { readonly key: string; readonly cert: string }): Promise<string> {
  const server = createServer(pair, (request, response) => {
    request.resume().on('end', () => response.end('in'));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  open.push(
    () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  );
  return `https://127.0.0.1:${(server.address() as AddressInfo).port}/ocsinventory`;
}

function post(address: string, tls?: TlsChoice) {
  const client = openClient({ address, platform: 'linux', proxy: { kind: 'none' }, ...(tls && { tls }) });
  open.unshift(() => client.close());
  return client.post(Buffer.from('document'));
}

describe.skipIf(withoutOpenssl)('a server with a certificate', () => {
  it('that nobody here knows is refused, with a word on --ca', async () => {
    const address = await httpsAddress(certificate('IP:127.0.0.1'));
    await expect(post(address)).rejects.toMatchObject({ code: 'protocol', message: expect.stringContaining('--ca') });
  });

  it('is believed when its authority is given', async () => {
    const pair = certificate('IP:127.0.0.1');
    await expect(post(await httpsAddress(pair), { ca: pair.cert })).resolves.toMatchObject({ status: 200 });
  });

  it('for another name is refused even then', async () => {
    const pair = certificate('DNS:elsewhere.invalid');
    await expect(post(await httpsAddress(pair), { ca: pair.cert })).rejects.toMatchObject({
      code: 'protocol',
      message: expect.stringContaining('another name'),
    });
  });

  it('is not looked at without verification', async () => {
    const address = await httpsAddress(certificate('DNS:elsewhere.invalid'));
    await expect(post(address, { verify: false })).resolves.toMatchObject({ status: 200 });
  });
});
