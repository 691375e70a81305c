import { stat } from 'node:fs/promises';
import { ParcoursError, systemCode } from '../model/errors.ts';
import { unlessMissing } from './unless-missing.ts';

const MILLISECONDS = 3000;
const MAX_BYTES = 16 * 1024 * 1024;
const NOBODY_LISTENS = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK']);
const FORBIDDEN = new Set(['EACCES', 'EPERM']);

/** Body of an HTTP GET on a Unix socket: how snapd, docker and cups are asked. Undefined unless the answer is a 200. */
export async function getOverSocket(socketPath: string, path: string): Promise<Uint8Array | undefined> {
  // A machine that runs none of them is spared an HTTP client.
  return (await unlessMissing(socketPath, stat(socketPath))) && ask(socketPath, path);
}

async function ask(socketPath: string, path: string): Promise<Uint8Array | undefined> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(MILLISECONDS);
    const asked = request({ socketPath, path, signal, headers: { host: 'localhost' } }, (reply) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      reply.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes > MAX_BYTES) asked.destroy(new ParcoursError('bad-input', `${socketPath} answered too much`));
      });
      reply.on('end', () => resolve(reply.statusCode === 200 ? Buffer.concat(chunks) : undefined));
      reply.on('error', reject);
    });
    asked.on('error', (error) => {
      const code = systemCode(error) ?? '';
      if (NOBODY_LISTENS.has(code)) resolve(undefined);
      else
        reject(FORBIDDEN.has(code) ? new ParcoursError('permission', `${socketPath} may not be asked`, error) : error);
    });
    asked.end();
  });
}
