import { type Digest, stateDigest } from '../model/canonical.ts';
import type { SectionName } from '../model/catalogue.ts';
import { ParcoursError, unlessDamaged } from '../model/errors.ts';
import type { Inventory } from '../model/inventory.ts';
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

/** Digest of what is held of a machine; see `wire/ocs/agreement/`. */
export function heldDigest({ sections }: Pick<MachineRecord, 'sections'>): Digest {
  return stateDigest(digestsOf(sections));
}

/** The inventory with what its agent left out; as it is where nothing was. Fails with `Misfit`. */
export async function putBack(
  store: StoreReader,
  inventory: Inventory,
  known: MachineRecord | undefined,
): Promise<Inventory> {
  if (inventory.delta === undefined) return inventory;
  if (known === undefined) throw new Misfit('nothing is held of that machine');
  const rebuilt = await rebuild(inventory, inventory.delta, {
    digests: digestsOf(known.sections),
    rows: async (name) => heldRows(store, known, name),
  });
  if ('misfit' in rebuilt) throw new Misfit(rebuilt.misfit);
  return rebuilt.inventory;
}

async function heldRows(store: StoreReader, { id, seq }: MachineRecord, name: SectionName) {
  return unlessDamaged(store.rows(id, seq, name));
}
