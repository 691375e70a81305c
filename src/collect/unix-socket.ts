import { ParcoursError, systemCode } from '../model/errors.ts';
import type { Question } from '../model/host.ts';
import { tooLate } from './deadline.ts';

const MILLISECONDS = 3000;
const MAX_BYTES = 8 * 1024 * 1024;
const NOBODY_LISTENS = new Set(['ENOENT', 'ECONNREFUSED', 'ENOTSOCK']);
const FORBIDDEN = new Set(['EACCES', 'EPERM']);

/** Body of an HTTP GET or POST on a Unix socket: how snapd, docker and cups are asked. Undefined unless it is a 200. */
export async function getOverSocket(
  socketPath: string,
  path: string,
  question?: Question,
): Promise<Uint8Array | undefined> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(MILLISECONDS);
    const method = question ? 'POST' : 'GET';
    const headers = { host: 'localhost', ...(question && { 'content-type': question.type }) };
    const asked = request({ socketPath, path, method, signal, headers }, (reply) => {
      const chunks: Buffer[] = [];
      let bytes = 0;
      reply.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        bytes += chunk.length;
        if (bytes <= MAX_BYTES) return;
        reject(new ParcoursError('bad-input', `${socketPath} answered more than ${MAX_BYTES} bytes`));
        asked.destroy();
      });
      reply.on('end', () => resolve(reply.statusCode === 200 ? Buffer.concat(chunks) : undefined));
      reply.on('error', fail);
    });
    asked.on('error', fail);
    asked.end(question?.body);

    function fail(error: Error): void {
      const code = systemCode(error) ?? '';
      if (signal.aborted) reject(tooLate(MILLISECONDS, socketPath));
      else if (NOBODY_LISTENS.has(code)) resolve(undefined);
      else if (!FORBIDDEN.has(code)) reject(error);
      else reject(new ParcoursError('permission', `${socketPath} may not be asked`, error));
    }
  });
}
