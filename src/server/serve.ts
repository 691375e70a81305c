import type { Log } from '../model/log.ts';
import { type InflateLimits, inflateLimits } from '../wire/limits.ts';
import { createAdmission, inLanes } from './admission.ts';
import type { Receiver } from './answer.ts';
import type { Credentials } from './credentials.ts';
import { type HandleDeps, handle } from './handle.ts';
import { collectGarbage } from './heap.ts';
import { type Listening, type ListenLimits, listen, listenLimits, type TlsOptions } from './listen.ts';

export interface Address {
  readonly host: string;
  /** 0: the system picks one. */
  readonly port: number;
}

export interface ServeOptions {
  readonly addresses: readonly Address[];
  readonly receiver: Receiver;
  readonly log: Log;
  readonly tls?: TlsOptions;
  readonly credentials?: Credentials;
  readonly limits?: Partial<ListenLimits & InflateLimits>;
}

export interface Serving {
  /** Where agents send to, in the order of the addresses. */
  readonly urls: readonly string[];
  /** Takes no more requests; resolves when those in flight are answered. */
  close(): Promise<void>;
}

/** Receives inventories on all addresses until it is closed; on none where one of them cannot be opened. */
export async function serve({ addresses, limits, receiver, log, credentials, tls }: ServeOptions): Promise<Serving> {
  const all = { ...listenLimits, ...inflateLimits, ...limits };
  // As much may be in hand at once as the largest document that is allowed, and small ones besides.
  const heavy = { capacity: all.inflatedBytes, queue: QUEUE, relieve: collectGarbage };
  const admission = inLanes({ light: { capacity: LIGHT_BYTES, queue: QUEUE }, heavy });
  const reading = createAdmission({ capacity: READING, queue: QUEUE });
  const deps: HandleDeps = {
    receiver,
    admission,
    reading,
    limits: all,
    log,
    ...(credentials ? { credentials } : undefined),
  };
  const common = { limits: all, log, handle: handleWith(deps), ...(tls ? { tls } : undefined) };
  const open: Listening[] = [];
  async function close(): Promise<void> {
    await Promise.all(open.map((listening) => listening.close()));
  }
  try {
    for (const address of addresses) open.push(await listen({ ...address, ...common }));
  } catch (error) {
    await close();
    throw error;
  }
  return { urls: open.map(({ url }) => url), close };
}

function handleWith(deps: HandleDeps) {
  return (request: Parameters<typeof handle>[0]) => handle(request, deps);
}

const QUEUE = 2000;
const LIGHT_BYTES = 32 * 2 ** 20;
const READING = 4;
