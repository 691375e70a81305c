import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** What `list` says of the store `S` in a home. */
export async function machinesOf(home: Home) {
  return JSON.parse((await home.run('list', '--json', '--store', home.path('S'))).stdout);
}

/** Of `s3cret`. */
export const HASHED = 'scrypt:8HRqK2NAu39pJdLwsKon5w==:JkSRXKLejlSFvWxlGf4/j70Pg+MhAzhZpaj3O48f/UM=\n';

/** Paths of an authority of our own, and of a certificate of it for this host. */
export interface Authority {
  readonly ca: string;
  readonly cert: string;
  readonly key: string;
}

export function makeAuthority(folder: string): Authority {
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

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
