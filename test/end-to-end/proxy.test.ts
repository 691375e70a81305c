import { createServer, type Server as HttpServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { machinesOf, makeAuthority } from './agents.ts';
import { type Home, newHome, type Server } from './program.ts';

let home: Home;
let ca: string;
let server: Server;
let proxy: HttpServer;
let tunnels = 0;

beforeAll(async () => {
  home = newHome();
  const made = makeAuthority(home.folder);
  ca = made.ca;
  server = await home.serve(home.path('S'), '--tls-cert', made.cert, '--tls-key', made.key);
  proxy = tunnelling();
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  proxy.close();
  await server.stop();
});

/** A proxy that understands CONNECT alone. */
function tunnelling(): HttpServer {
  return createServer((_, response) => response.writeHead(405).end()).on('connect', (request, client) => {
    tunnels += 1;
    const port = Number(request.url?.split(':')[1]);
    const target = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      target.pipe(client).pipe(target);
    });
    target.on('error', () => client.destroy());
    client.on('error', () => target.destroy());
  });
}

it('the built agent reaches a server over https through a proxy', { timeout: 60_000 }, async () => {
  const through = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  const { code, stderr } = await home.run('--proxy', through, `--server=${server.url}`, `--ca=${ca}`, '--nosoftware');
  expect([code, stderr]).toEqual([0, expect.stringContaining('inventory accepted')]);
  expect(tunnels).toBeGreaterThan(0);
  expect(await machinesOf(home)).toHaveLength(1);
});
