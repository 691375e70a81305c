import { randomBytes } from 'node:crypto';
import { chmod, mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ErrorCode, explain, ParcoursError, systemCode } from '../model/errors.ts';
import { FILE_MODE, FOLDER_MODE, type Layout } from './layout.ts';

/** Path for the socket of a writer: in the store, or in a folder of its own where that is longer than systems allow. */
export function chooseSocket(layout: Layout): string {
  const name = `parcours-${randomBytes(8).toString('hex')}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return Buffer.byteLength(layout.socket) <= MAX_PATH_BYTES ? layout.socket : join(tmpdir(), name, 'writer.sock');
}

export interface Listener {
  /** Answers what is in flight, then stops. */
  close(): Promise<void>;
}

/** Takes operations from other processes, one JSON line each way. Only the holder of the lock calls it. */
export async function listen(
  layout: Layout,
  path: string,
  execute: (operation: unknown) => Promise<unknown>,
): Promise<Listener> {
  const server = createServer();
  const connections = new Connections(execute);
  server.on('connection', (socket) => connections.serve(socket));
  await clearPath(layout, path);
  await listening(server, path);
  if (process.platform !== 'win32') await chmod(path, FILE_MODE);
  return {
    close: async () => {
      server.close();
      await connections.finish();
      if (!isInside(layout, path)) await rm(dirname(path), { recursive: true, force: true });
    },
  };
}

/**
 * Hands an operation to the holder. Undefined where nobody listens or the line is cut before the answer: the holder
 * is gone or has not begun. Fails with `busy` where it does not answer in time.
 */
export function handOver(path: string, operation: unknown, milliseconds: number): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const socket = connect(path);
    const timer = setTimeout(() => socket.destroy(new ParcoursError('busy', 'No answer in time')), milliseconds);
    socket.on('connect', () => socket.write(encodeLine(operation)));
    socket.on('error', (error) => (isAbsence(error) ? resolve(undefined) : reject(error)));
    socket.on('close', () => {
      clearTimeout(timer);
      resolve(undefined);
    });
    onLines(socket, (line) => {
      const answer: Answer = JSON.parse(line);
      if ('message' in answer) reject(revived(answer));
      else resolve(answer);
      socket.end();
    });
  });
}

/** True where a process listens, also one that is not visible from here, as in another container. */
export function isListening(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => resolve(true));
    socket.on('connect', () => socket.end()).on('error', () => resolve(false));
  });
}

export interface Result {
  /** Undefined where the operation has no result. */
  readonly result?: unknown;
}

/** What the holder answers to one operation. */
type Answer = Result | Failure;

interface Failure {
  readonly message: string;
  /** Undefined for an error that nobody expected. */
  readonly code?: ErrorCode;
}

/** sockaddr_un holds 108 bytes on Linux and 104 on macOS, the end included. */
const MAX_PATH_BYTES = 100;

/** The connections of a listener and what they wait for. */
class Connections {
  readonly #execute: (operation: unknown) => Promise<unknown>;
  readonly #sockets = new Set<Socket>();
  readonly #inFlight = new Set<Promise<void>>();
  #finishing = false;

  constructor(execute: (operation: unknown) => Promise<unknown>) {
    this.#execute = execute;
  }

  serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket)).on('error', () => socket.destroy());
    onLines(socket, (line) => {
      if (this.#finishing) socket.destroy();
      else this.#begin(socket, line);
    });
  }

  /** From now on nothing is begun: who asks is cut off and looks for the next holder. */
  async finish(): Promise<void> {
    this.#finishing = true;
    await Promise.all(this.#inFlight);
    for (const socket of this.#sockets) socket.end();
  }

  #begin(socket: Socket, line: string): void {
    const answered = this.#answer(socket, line).finally(() => this.#inFlight.delete(answered));
    this.#inFlight.add(answered);
  }

  async #answer(socket: Socket, line: string): Promise<void> {
    const answer = await this.#attempt(line);
    socket.write(encodeLine(answer));
  }

  async #attempt(line: string): Promise<Answer> {
    try {
      return { result: await this.#execute(JSON.parse(line)) };
    } catch (error) {
      const message = explain(error);
      return error instanceof ParcoursError ? { message, code: error.code } : { message };
    }
  }
}

function encodeLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

function onLines(socket: Socket, receive: (line: string) => void): void {
  let begun: string[] = [];
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const [first = '', ...others] = chunk.split('\n');
    begun.push(first);
    for (const next of others) {
      receive(begun.join(''));
      begun = [next];
    }
  });
}

function revived({ message, code }: Failure): Error {
  return code ? new ParcoursError(code, message) : new Error(message);
}

function isAbsence(error: Error): boolean {
  return ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE'].includes(systemCode(error) ?? '');
}

/** A socket that a dead process left behind is in the way. */
async function clearPath(layout: Layout, path: string): Promise<void> {
  if (process.platform === 'win32') return;
  if (isInside(layout, path)) await rm(path, { force: true });
  else await mkdir(dirname(path), { mode: FOLDER_MODE });
}

function isInside(layout: Layout, path: string): boolean {
  return process.platform === 'win32' || path === layout.socket;
}

function listening(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject).listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
