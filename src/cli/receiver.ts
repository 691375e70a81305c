import { ParcoursError } from '../model/errors.ts';
import { present } from '../model/present.ts';
import type { Receiver } from '../server/answer.ts';
import type { Context } from './command.ts';
import { type Operations, openOperations } from './operations.ts';

/** A receiver that runs. */
export interface RunningReceiver {
  /** Where agents send to. */
  readonly urls: readonly string[];
  /** Finishes what is in flight. */
  close(): Promise<void>;
}

export interface ListenAddress {
  readonly host: string;
  readonly port: number;
}

/** A receiving server on a store of its own: `parcours serve`, and the one that the tour starts. */
export async function startReceiver(context: Context, addresses: readonly ListenAddress[]): Promise<RunningReceiver> {
  const [{ serve }, operations] = await Promise.all([
    import('../server/serve.ts'),
    openOperations(context.places.store, { mustHold: true }),
  ]);
  const receiver = await receiverOn(context, operations);
  const open: { readonly url: string; close(): Promise<void> }[] = [];
  const close = async () => {
    await Promise.all(open.map((listening) => listening.close()));
    await operations.close();
  };
  try {
    for (const address of addresses) {
      open.push(await serve({ ...address, receiver, limits: limitsOf(context), log: context.log }));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { urls: open.map(({ url }) => url), close };
}

async function receiverOn({ args, now, places }: Context, operations: Operations): Promise<Receiver> {
  const { openReader } = await import('../store/files.ts');
  const reader = await openReader(places.store);
  return {
    now,
    settings: {
      prologFreqHours: args.number('prolog-freq') ?? PROLOG_FREQ_HOURS,
      frequencyDays: args.number('frequency') ?? 0,
    },
    machine: async (deviceId) => reader.machine((await reader.resolve(deviceId)) ?? deviceId),
    ingest: async (inventory, { at }) => {
      const saved = await operations.submit({ kind: 'save', inventory, receivedAt: at });
      if (!saved) throw new ParcoursError('store-damaged', 'the store did not say what it kept');
      return saved;
    },
  };
}

function limitsOf({ args }: Context) {
  return present({ bodyBytes: args.number('max-body'), inflatedBytes: args.number('max-inflated') });
}

const PROLOG_FREQ_HOURS = 24;
