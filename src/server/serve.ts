import type { Log } from '../model/log.ts';
import { type InflateLimits, inflateLimits } from '../wire/limits.ts';
import { createAdmission } from './admission.ts';
import type { Receiver } from './answer.ts';
import { handle } from './handle.ts';
import { collectGarbage } from './heap.ts';
import { type Listening, type ListenLimits, listen, listenLimits, type TlsOptions } from './listen.ts';

export interface ServeOptions {
  readonly host: string;
  /** 0: the system picks one. */
  readonly port: number;
  readonly receiver: Receiver;
  readonly log: Log;
  readonly tls?: TlsOptions;
  readonly limits?: Partial<ListenLimits & InflateLimits>;
}

/** Receives inventories until it is closed. */
export function serve({ receiver, log, limits, ...socket }: ServeOptions): Promise<Listening> {
  const all = { ...listenLimits, ...inflateLimits, ...limits };
  // As much may be in hand at once as the largest document that is allowed.
  const admission = createAdmission({ capacity: all.inflatedBytes, queue: QUEUE, relieve: collectGarbage });
  const deps = { receiver, admission, limits: all, log };
  return listen({ ...socket, limits: all, log, handle: (request) => handle(request, deps) });
}

const QUEUE = 2000;
