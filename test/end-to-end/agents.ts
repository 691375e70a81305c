import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { unzipSync } from 'node:zlib';
import { encodingOf } from '../../src/wire/inflate.ts';
import type { Home } from './program.ts';

/** The agents of others, as they are installed here, with folders of their own. */
export interface Agent {
  readonly name: string;
  readonly installed: boolean;
  /** Runs it; fails where it does not end well. */
  run(folder: string, server: string, ...args: string[]): Promise<Ran>;
  readonly noSoftware: string;
  /** Options that believe an authority, and that show a name and a password. */
  trust(file: string): string;
  login(user: string, password: string): readonly string[];
}

interface Ran {
  readonly code: number;
  readonly output: string;
}

export const ocs: Agent = {
  name: 'ocsinventory-agent',
  installed: isInstalled('ocsinventory-agent'),
  run: (folder, server, ...args) =>
    ran('ocsinventory-agent', ['--nolocal', `--server=${server}`, `--basevardir=${folder}`, ...args]),
  noSoftware: '--nosoftware',
  trust: (file) => `--ca=${file}`,
  // This agent takes both in base64.
  login: (user, password) => [`--user=${base64(user)}`, `--password=${base64(password)}`, '--realm=parcours'],
};

export const fusion: Agent = {
  name: 'fusioninventory-agent',
  installed: isInstalled('fusioninventory-agent'),
  run: (folder, server, ...args) => ran('perl', [...FUSION, folder, ...FUSION_ARGS, `--server=${server}`, ...args]),
  noSoftware: '--no-category=software',
  trust: (file) => `--ca-cert-file=${file}`,
  login: (user, password) => [`--user=${user}`, `--password=${password}`],
};

/** It has no option for the folder of its state. */
const FUSION = [
  '-I/usr/share/fusioninventory/lib',
  '-Msetup',
  '-e',
  '$setup::setup{vardir} = shift; do "/usr/bin/fusioninventory-agent"; die $@ if $@',
];
const FUSION_ARGS = ['--config=none', '--tasks=inventory', '--no-httpd', '--delaytime=1'];

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

/** Hands everything on as it is. */
export async function recorderBefore(server: string): Promise<Recorder> {
  const statuses: number[] = [];
  let inventory: Uint8Array = Buffer.alloc(0);
  async function record(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of incoming as AsyncIterable<Uint8Array>) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const document = unpacked(body);
    if (document.includes('<QUERY>INVENTORY</QUERY>')) inventory = document;
    const { method, headers } = incoming;
    httpRequest(server, { method, headers, agent: false }, (answer) => {
      statuses.push(answer.statusCode ?? 0);
      outgoing.writeHead(answer.statusCode ?? 0, answer.headers);
      answer.pipe(outgoing);
    }).end(body);
  }
  const proxy = createServer((incoming, outgoing) => void record(incoming, outgoing));
  await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
  const { port } = proxy.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/ocsinventory`,
    inventory: () => inventory,
    statuses,
    close: () => proxy.close(),
  };
}

/** What `list` says of the store `S` in a home. */
export async function machinesOf(home: Home) {
  return JSON.parse((await home.run('list', '--json', '--store', home.path('S'))).stdout);
}

/** An authority of our own, and a certificate of it for this host: paths of `ca.pem`, `server.pem` and `server.key`. */
export function makeAuthority(folder: string) {
  const [caKey, ca, key, request, cert, extensions] = [
    'ca.key',
    'ca.pem',
    'server.key',
    'server.csr',
    'server.pem',
    'extensions',
  ].map((name) => join(folder, name)) as [string, string, string, string, string, string];
  writeFileSync(extensions, 'subjectAltName=IP:127.0.0.1,DNS:localhost\n');
  const fresh = ['-newkey', 'rsa:2048', '-nodes'];
  openssl('req', '-x509', ...fresh, '-keyout', caKey, '-out', ca, '-subj', '/CN=private authority', '-days', '2');
  openssl('req', ...fresh, '-keyout', key, '-out', request, '-subj', '/CN=localhost');
  const signed = ['-CA', ca, '-CAkey', caKey, '-CAcreateserial', '-extfile', extensions, '-days', '2'];
  openssl('x509', '-req', '-in', request, ...signed, '-out', cert);
  return { ca, cert, key };
}

function openssl(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args[0]}: ${stderr}`);
}

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).error === undefined;
}

function ran(program: string, args: readonly string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(program, args, { encoding: 'utf8', maxBuffer: 2 ** 26, timeout: 60_000 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

function unpacked(body: Buffer): Buffer {
  const encoding = encodingOf(body);
  return encoding === 'zlib' || encoding === 'gzip' ? unzipSync(body) : body;
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
