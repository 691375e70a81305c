import type { Collected } from '../fleet/collected.ts';
import type { Log } from '../model/log.ts';
import { runHere } from './agent-run.ts';
import type { Context } from './command.ts';
import { openFleet } from './fleet.ts';
import { knownStates, newestThen } from './known-states.ts';
import { startReceiver } from './receiver.ts';

/**
 * Inventories this machine into the store, over the real protocol, so that the log tells of requests and replies.
 * `stop` ends it while the machine is read; what was sent is stored.
 */
export async function collectNow(context: Context, store: string, log: Log, stop: AbortSignal): Promise<Collected> {
  const places = { ...context.places, store };
  const own: Context = { ...context, log, places, note: (line) => log.info(line) };
  const known = await knownStates(await openFleet(store, own));
  const receiver = await startReceiver(own, [{ host: '127.0.0.1', port: 0 }], { mustHold: false });
  try {
    const changes = { servers: [...receiver.urls], noProxy: true, stateName: 'explorer', force: 1 };
    const { deviceId, deliveries } = await runHere(own, changes, { stop });
    for (const delivery of deliveries) if (delivery.result === 'failed') throw delivery.error;
    const fleet = await openFleet(store, own);
    const place = await fleet.locate(deviceId);
    return { place, isNew: (await newestThen(fleet, known, place.id))?.seq !== place.seq };
  } finally {
    await receiver.close();
  }
}
