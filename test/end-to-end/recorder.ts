import { readFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer, request as httpsRequest } from 'node:https';
import type { AddressInfo } from 'node:net';
import { unzipSync } from 'node:zlib';
import { encodingOf } from '../../src/wire/inflate.ts';
import type { Authority } from './agents.ts';

/** Between an agent and a server: what the agent sent. */
export interface Recorder {
  /** Where the agent sends to. */
  readonly url: string;
  /** The newest inventory, inflated. */
  readonly inventory: () => Uint8Array;
  /** Status of every answer. */
  readonly statuses: number[];
  close(): void;
}

/** Hands everything on as it is; before an encrypted server it decrypts and encrypts again, by the same certificate. */
export async function recorderBefore(server: string, authority?: Authority): Promise<Recorder> {
  const statuses: number[] = [];
  let inventory: Uint8Array = Buffer.alloc(0);
  const files = authority && { ca: read(authority.ca), cert: read(authority.cert), key: read(authority.key) };
  async function record(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of incoming as AsyncIterable<Uint8Array>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const document = unpacked(body);
    if (document.includes('<QUERY>INVENTORY</QUERY>')) inventory = document;
    const { method, headers } = incoming;
    const ask = files ? httpsRequest : httpRequest;
    ask(server, { method, headers, agent: false, ca: files?.ca }, (answer) => {
      statuses.push(answer.statusCode ?? 0);
      outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(outgoing);
    }).end(body);
  }
  const listener = (incoming: IncomingMessage, outgoing: ServerResponse) => void record(incoming, outgoing);
  const proxy = files ? createHttpsServer(files, listener) : createServer(listener);
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `${files ? 'https' : 'http'}://127.0.0.1:${port}/ocsinventory`,
    inventory: () => inventory,
    statuses,
    close: () => proxy.close(),
  };
}

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

function unpacked(body: Buffer): Buffer {
  const encoding = encodingOf(body);
  return encoding === 'zlib' || encoding === 'gzip' ? unzipSync(body) : body;
}
