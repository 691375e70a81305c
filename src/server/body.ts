import type { IncomingMessage } from 'node:http';
import { ParcoursError } from '../model/errors.ts';
import { WireError } from '../wire/wire-error.ts';

/** Counts the bytes of all bodies that are held at once. */
export interface BodyBudget {
  /** Fails with `busy` where they would be too many. */
  take(bytes: number): void;
  give(bytes: number): void;
}

export function createBodyBudget(most: number): BodyBudget {
  let held = 0;
  return {
    take(bytes) {
      if (held + bytes > most) throw new ParcoursError('busy', 'too many bodies are being received');
      held += bytes;
    },
    give(bytes) {
      held -= bytes;
    },
  };
}

/** Reads a body, counted as it comes, and holds it while it is used. Rejects with a WireError where it is too large. */
export async function withBody<T>(
  request: IncomingMessage,
  limits: { readonly most: number; readonly budget: BodyBudget },
  use: (body: Uint8Array) => Promise<T>,
): Promise<T> {
  const chunks: Uint8Array[] = [];
  let total = 0;
  try {
    // The socket must outlive a refusal, to carry it.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      checkSize(total + chunk.length, limits.most);
      limits.budget.take(chunk.length);
      total += chunk.length;
      chunks.push(chunk);
    }
    return await use(Buffer.concat(chunks.splice(0)));
  } finally {
    limits.budget.give(total);
  }
}

/** Refuses a body by its announced size, before a byte of it is read. */
export function checkAnnounced(request: IncomingMessage, most: number): void {
  checkSize(Number(request.headers['content-length'] ?? 0), most);
}

function checkSize(bytes: number, most: number): void {
  if (bytes > most) throw new WireError(`the body has more than ${most} bytes`, 413);
}
