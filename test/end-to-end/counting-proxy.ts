import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Passes bytes on to a server on loopback and counts them, heads and bodies, both ways. */
export async function countingProxy(host: string, listenOn = 0) {
  const { hostname, port } = new URL(`http://${host}`);
  const sockets = new Set<Socket>();
  let bytes = 0;
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from.on('error', () => to.destroy()));
      from.on('data', (chunk) => (bytes += chunk.length)).pipe(to);
    }
  });
  await new Promise<void>((listening) => server.listen(listenOn, '127.0.0.1', listening));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Bytes since it was last asked. */
    count(): number {
      const counted = bytes;
      bytes = 0;
      return counted;
    },
    close: () =>
      new Promise<void>((closed) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => closed());
      }),
  };
}
