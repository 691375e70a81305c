import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { problemBy } from '../i18n/problem.ts';
import { ParcoursError, systemCode } from '../model/errors.ts';
import type { Log } from '../model/log.ts';
import { type BodyBudget, checkAnnounced, createBodyBudget, withBody } from './body.ts';
import type { HttpReply, HttpRequest } from './exchange.ts';
import { refusal } from './handle.ts';

export interface ListenLimits {
  readonly bodyBytes: number;
  /** Bytes of all bodies that are held at once; past it new ones are told to come later. */
  readonly heldBytes: number;
  readonly connections: number;
  readonly headersMilliseconds: number;
  readonly requestMilliseconds: number;
}

export const listenLimits: ListenLimits = {
  bodyBytes: 8 * 2 ** 20,
  heldBytes: 64 * 2 ** 20,
  connections: 2048,
  headersMilliseconds: 10_000,
  requestMilliseconds: 60_000,
};

export interface ListenOptions {
  readonly host: string;
  /** 0: the system picks one. */
  readonly port: number;
  readonly handle: (request: HttpRequest) => Promise<HttpReply>;
  readonly limits: ListenLimits;
  readonly log: Log;
  readonly tls?: TlsOptions;
}

/** PEM texts. With `clientCa` only agents that show a certificate of it are let in. */
export interface TlsOptions {
  readonly cert: string;
  readonly key: string;
  readonly clientCa?: string;
}

export interface Listening {
  /** Where agents send to, such as `http://127.0.0.1:8080/ocsinventory`. */
  readonly url: string;
  /** Takes no more requests; resolves when those in flight are answered. */
  close(): Promise<void>;
}

/** Opens a port. Rejects with `configuration` where it cannot be opened, `permission` where it may not. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const server = createListener(options);
  const budget = createBodyBudget(options.limits.heldBytes);
  function serve(request: IncomingMessage, response: ServerResponse): void {
    void exchange(request, response, { ...options, budget, server });
  }
  server.on('request', serve);
  server.on('checkContinue', serve);
  server.on('clientError', (error, socket) => refuseClient(error, socket as Socket, options.log));
  server.maxConnections = options.limits.connections;
  await opened(server, options);
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  return {
    url: `${options.tls ? 'https' : 'http'}://${host}:${port}/ocsinventory`,
    close: () => closed(server),
  };
}

function createListener({ limits, tls }: ListenOptions): Server {
  const timeouts = {
    headersTimeout: limits.headersMilliseconds,
    requestTimeout: limits.requestMilliseconds,
    connectionsCheckingInterval: 1000,
  };
  if (tls === undefined) return createServer(timeouts);
  const { cert, key, clientCa } = tls;
  const strict = clientCa === undefined ? {} : { ca: clientCa, requestCert: true, rejectUnauthorized: true };
  return createTlsServer({ ...timeouts, cert, key, ...strict, minVersion: 'TLSv1.2' });
}

function opened(server: Server, { host, port }: ListenOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(refusalOf(error, host, String(port))));
    server.listen(port, host, resolve);
  });
}

function refusalOf(error: Error, host: string, port: string): ParcoursError {
  const code = systemCode(error);
  if (code === 'EACCES') return problemBy(error, 'permission', 'closedPort', host, port);
  if (code === 'EADDRINUSE') return problemBy(error, 'configuration', 'portInUse', host, port);
  if (code === 'EADDRNOTAVAIL') return problemBy(error, 'configuration', 'notOurAddress', host);
  return new ParcoursError('configuration', `cannot listen on ${host}, port ${port}`, error);
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}

type Exchange = ListenOptions & { readonly budget: BodyBudget; readonly server: Server };

async function exchange(request: IncomingMessage, response: ServerResponse, context: Exchange): Promise<void> {
  const peer = request.socket.remoteAddress ?? '';
  try {
    send(response, await replyTo(request, response, peer, context), !context.server.listening);
  } catch (error) {
    if (response.destroyed) context.log.warn('the sender left before its request was whole', { peer });
    else refuseUnread(request, response, refusal(error, { peer, path: request.url ?? '' }, context.log));
  }
}

function replyTo(
  request: IncomingMessage,
  response: ServerResponse,
  peer: string,
  { limits, budget, handle }: Exchange,
): Promise<HttpReply> {
  const { method = '', url: path = '', headers } = request;
  checkAnnounced(request, limits.bodyBytes);
  if (headers.expect !== undefined) response.writeContinue();
  return withBody(request, { most: limits.bodyBytes, budget }, (body) => handle({ method, path, headers, body, peer }));
}

function send(response: ServerResponse, { status, headers, body }: HttpReply, last: boolean): void {
  // HTTP/1.1 keeps a connection without a word, and an agent with nothing new pays for each byte.
  if (response.req.httpVersion === '1.1' && response.shouldKeepAlive) response.removeHeader('Connection');
  response.writeHead(status, last ? { ...headers, Connection: 'close' } : headers);
  response.end(body);
}

/** Answers while the sender still sends, then listens a moment longer: a connection cut at once would lose the answer. */
function refuseUnread(request: IncomingMessage, response: ServerResponse, { status, headers, body }: HttpReply): void {
  response.writeHead(status, { ...headers, Connection: 'close' });
  response.write(body);
  const linger = setTimeout(() => response.end(), LINGER_MILLISECONDS);
  request.once('close', () => {
    clearTimeout(linger);
    response.end();
  });
  request.resume();
}

const LINGER_MILLISECONDS = 1000;

/** Bytes that are no HTTP, and senders that are too slow. */
function refuseClient(error: Error, socket: Socket, log: Log): void {
  const code = systemCode(error) ?? '';
  const status = CLIENT_ERRORS[code] ?? '400 Bad Request';
  if (code !== 'ECONNRESET') log.warn('refused', { peer: socket.remoteAddress ?? '', reason: `${status}: ${code}` });
  if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  else socket.destroy();
}

const CLIENT_ERRORS: Readonly<Record<string, string>> = {
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
};
