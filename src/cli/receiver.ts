import type { Context } from './command.ts';
import { type Operations, openOperations } from './operations.ts';

export interface Receiver {
  readonly urls: readonly string[];
  /** Finishes what is in flight. */
  close(): Promise<void>;
}

export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** A receiving server on a store of its own: `parcours serve`, and the one that the tour starts. */
export async function startReceiver(context: Context, addresses: readonly ListenAddress[]): Promise<Receiver> {
  const operations = await openOperations(context.places.store, { mustHold: true });
  const handle = await handlerOf(context, operations);
  const { listen } = await import('../server/listen.ts');
  const limits = limitsOf(context);
  const open: { url: string; close(): Promise<void> }[] = [];
  const close = async () => {
    await Promise.all(open.map((listener) => listener.close()));
    await operations.close();
  };
  try {
    for (const address of addresses) open.push(await listen({ ...address, handle, limits, log: context.log }));
  } catch (error) {
    await close();
    throw error;
  }
  return { urls: open.map(({ url }) => `${url}/ocsinventory`), close };
}
