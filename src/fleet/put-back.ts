import { type Digest, stateDigest } from '../model/canonical.ts';
import type { SectionName } from '../model/catalogue.ts';
import { ParcoursError, unlessDamaged } from '../model/errors.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Schedule } from '../model/schedule.ts';
import { digestsOf } from '../store/state.ts';
import type { MachineRecord, StoreReader } from '../store/store.ts';
import { rebuild } from '../wire/ocs/agreement/rebuild.ts';

/** An inventory leaves out what is not held: it says nothing, and its agent has to send all of it. */
export class Misfit extends ParcoursError {
  constructor(reason: string) {
    super('bad-input', `the inventory says only what changed, and ${reason}`);
  }
}

/** Undefined where an inventory leaves out what is not held. */
export async function unlessMisfit<T>(ingesting: Promise<T>): Promise<T | undefined> {
  try {
    return await ingesting;
  } catch (error) {
    if (error instanceof Misfit) return undefined;
    throw error;
  }
}

/** What a receiver has to know of a machine before it asks for more. */
export interface Standing {
  /** When its last inventory arrived, by the clock of the receiver: that of the machine may be wrong. ISO 8601 in UTC. */
  readonly receivedAt: string;
  /** Digest of what is held of it; see `wire/ocs/agreement/`. */
  readonly state: Digest;
  /** What was set for this machine alone. */
  readonly schedule: Schedule;
}

export function standingOf({ sections, receivedAt, lastSeen, schedule = {} }: MachineRecord): Standing {
  return { receivedAt: receivedAt ?? lastSeen, state: stateDigest(digestsOf(sections)), schedule };
}

/** The inventory with what its agent left out; as it is where nothing was. Fails with `Misfit`. */
export async function putBack(
  store: Pick<StoreReader, 'rows'>,
  inventory: Inventory,
  known: MachineRecord | undefined,
): Promise<Inventory> {
  if (inventory.delta === undefined) return inventory;
  if (known === undefined) throw new Misfit('nothing is held of that machine');
  const rebuilt = await rebuild(inventory, inventory.delta, {
    digests: digestsOf(known.sections),
    rows: async (name) => heldRows(store, known, name),
    volatile: known.volatile,
  });
  if ('misfit' in rebuilt) throw new Misfit(rebuilt.misfit);
  return rebuilt.inventory;
}

async function heldRows(store: Pick<StoreReader, 'rows'>, { id, seq }: MachineRecord, name: SectionName) {
  return unlessDamaged(store.rows(id, seq, name));
}
