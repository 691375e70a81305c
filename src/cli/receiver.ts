import { Misfit, standingOf } from '../fleet/put-back.ts';
import type { FleetWriter } from '../fleet/writer.ts';
import { ParcoursError } from '../model/errors.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Log } from '../model/log.ts';
import { present } from '../model/present.ts';
import { safeText } from '../model/safe-text.ts';
import type { Receiver } from '../server/answer.ts';
import type { Address, ServeOptions, Serving } from '../server/serve.ts';
import type { Context } from './command.ts';
import { openWriter } from './fleet.ts';
import { credentialsOf, fileOf } from './secrets.ts';

/** A receiver that runs. */
export interface RunningReceiver {
  /** Where agents send to. */
  readonly urls: readonly string[];
  /** Finishes what is in flight. */
  close(): Promise<void>;
}

/**
 * A receiving server on a store of its own: `parcours serve`, and the one that the tour starts. Without `mustHold`
 * another process may write the store: it is handed what comes.
 */
export async function startReceiver(
  context: Context,
  addresses: readonly Address[],
  { mustHold } = { mustHold: true },
): Promise<RunningReceiver> {
  const [{ serve }, writer] = await Promise.all([
    import('../server/serve.ts'),
    openWriter(context.places.store, { mustHold }),
  ]);
  try {
    const receiver = await receiverOn(context, writer);
    const secrets = await secretsOf(context);
    const serving = await serve({ addresses, receiver, limits: limitsOf(context), log: context.log, ...secrets });
    return { urls: serving.urls, close: () => closeBoth(serving, writer) };
  } catch (error) {
    await writer.close();
    throw error;
  }
}

async function closeBoth(serving: Serving, writer: FleetWriter): Promise<void> {
  await serving.close();
  await writer.close();
}

async function receiverOn({ args, log, now, places }: Context, writer: FleetWriter): Promise<Receiver> {
  const { openReader } = await import('../store/files.ts');
  const reader = await openReader(places.store);
  return {
    now,
    settings: {
      prologFreqHours: args.number('prolog-freq') ?? PROLOG_FREQ_HOURS,
      frequencyDays: args.number('frequency') ?? 0,
      ...present({ noCategory: args.text('no-category') }),
    },
    async machine(deviceId) {
      const known = await reader.machine((await reader.resolve(deviceId)) ?? deviceId);
      return known && standingOf(known);
    },
    ingest: (inventory, { at }) => ingestAndTell(writer, inventory, at, log),
    async notify(deviceId, notice, receivedAt) {
      const applied = await writer.notify(deviceId, notice, receivedAt);
      log.info('told of new addresses', { device: safeText(deviceId), applied });
      return applied;
    },
  };
}

/** Says in the log why an agent has to send all it has. */
async function ingestAndTell(writer: FleetWriter, inventory: Inventory, at: string, log: Log) {
  try {
    return await writer.ingest(inventory, at);
  } catch (error) {
    const device = safeText(inventory.deviceId ?? '');
    if (error instanceof Misfit) log.info('asked for a full inventory', { device, reason: error.message });
    throw error;
  }
}

/** How agents are met: with TLS, with a password, or openly. */
async function secretsOf(context: Context): Promise<Pick<ServeOptions, 'tls' | 'credentials'>> {
  const { args, log } = context;
  const [{ isHashed }, credentials] = await Promise.all([import('../server/credentials.ts'), credentialsOf(context)]);
  if (credentials && !isHashed(credentials.password))
    log.warn('the password is kept as it is; README says how to hash it');
  const [cert, key, clientCa] = [
    await fileOf(args, 'tls-cert'),
    await fileOf(args, 'tls-key'),
    await fileOf(args, 'client-ca'),
  ];
  if ((cert === undefined) !== (key === undefined)) {
    throw new ParcoursError('configuration', '--tls-cert and --tls-key belong together');
  }
  if (clientCa !== undefined && cert === undefined) {
    throw new ParcoursError('configuration', '--client-ca needs --tls-cert and --tls-key');
  }
  return {
    ...(credentials ? { credentials } : {}),
    ...(cert !== undefined && key !== undefined ? { tls: { cert, key, ...present({ clientCa }) } } : {}),
  };
}

function limitsOf({ args }: Context) {
  return present({ bodyBytes: args.number('max-body'), inflatedBytes: args.number('max-inflated') });
}

const PROLOG_FREQ_HOURS = 24;
