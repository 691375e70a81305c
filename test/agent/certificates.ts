import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './folders.ts';

/** Certificates made for a test. */
export const withoutOpenssl = spawnSync('openssl', ['version']).status !== 0;

export interface Pair {
  readonly key: string;
  readonly cert: string;
}

/** An authority that nobody else knows, and its certificates: for a name, for so many days, none where they are negative. */
export function authority() {
  const folder = temporaryFolder();
  const path = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  openssl('req', '-x509', ...newKey, '-keyout', path('ca.key'), '-out', path('ca.pem'), '-subj', '/CN=authority');
  const issue = (subjectAltName: string, days = 2): Pair => {
    writeFileSync(path('extensions'), `subjectAltName=${subjectAltName}\n`);
    openssl('req', ...newKey, '-keyout', path('key.pem'), '-out', path('request.pem'), '-subj', '/CN=server');
    const by = ['-CA', path('ca.pem'), '-CAkey', path('ca.key'), '-CAcreateserial', '-extfile', path('extensions')];
    openssl('x509', '-req', '-in', path('request.pem'), '-out', path('cert.pem'), ...by, '-days', String(days));
    return { key: readFileSync(path('key.pem'), 'utf8'), cert: readFileSync(path('cert.pem'), 'utf8') };
  };
  return { ca: readFileSync(path('ca.pem'), 'utf8'), issue };
}
