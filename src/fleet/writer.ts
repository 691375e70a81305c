import type { AddressNotice } from '../model/address-notice.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Baseline, StoreWriter } from '../store/store.ts';
import { type WriterOptions, withWriter } from '../store/writer.ts';
import { indexKeeper } from './index/keeper.ts';
import { type IngestResult, ingest } from './ingest.ts';
import { takeNotice } from './notice.ts';

/** Everything that is written to a fleet, in whichever process. Each call resolves when it is on disk, synced. */
export interface FleetWriter {
  /** `receivedAt` in ISO 8601, UTC. */
  ingest(inventory: Inventory, receivedAt: string, from?: 'agent' | 'file'): Promise<IngestResult>;
  /** Gives a known machine new addresses; false where nothing of them applies. */
  notify(deviceId: string, notice: AddressNotice, receivedAt: string): Promise<boolean>;
  /** Sets TAG, custom fields or the schedule of a machine; those not named stay, and an empty one is taken away. */
  setAccount(id: string, values: Readonly<Record<string, string>>): Promise<void>;
  setBaseline(baseline: Baseline): Promise<void>;
  /** True while this process writes the store itself. */
  readonly held: boolean;
  close(): Promise<void>;
}

/** Opens the fleet of a store for writing, as `withWriter` does; fails with `busy` as it does. */
export async function openFleetWriter(dir: string, options: WriterOptions = {}): Promise<FleetWriter> {
  const writer = await withWriter<Operation, OperationResult>(dir, execute, {
    derived: indexKeeper(dir),
    ...options,
  });
  return {
    ingest: async (inventory, receivedAt, from = 'agent') => {
      const { ingested } = await writer.submit({ kind: 'ingest', inventory, receivedAt, from });
      if (!ingested) throw new Error('the writer of the store did not say what became of the inventory');
      return ingested;
    },
    notify: async (deviceId, notice, receivedAt) => {
      const { applied } = await writer.submit({ kind: 'notify', deviceId, notice, receivedAt });
      return applied === true;
    },
    setAccount: async (id, values) => {
      await writer.submit({ kind: 'account', id, values });
    },
    setBaseline: async (baseline) => {
      await writer.submit({ kind: 'baseline', baseline });
    },
    get held() {
      return writer.held;
    },
    close: () => writer.close(),
  };
}

/** As it travels from one process to another. */
type Operation =
  | {
      readonly kind: 'ingest';
      readonly inventory: Inventory;
      readonly receivedAt: string;
      readonly from: 'agent' | 'file';
    }
  | {
      readonly kind: 'notify';
      readonly deviceId: string;
      readonly notice: AddressNotice;
      readonly receivedAt: string;
    }
  | { readonly kind: 'account'; readonly id: string; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'baseline'; readonly baseline: Baseline };

interface OperationResult {
  readonly ingested?: IngestResult;
  readonly applied?: boolean;
}

async function execute(store: StoreWriter, operation: Operation): Promise<OperationResult> {
  switch (operation.kind) {
    case 'ingest':
      return { ingested: await ingest(store, operation.inventory, operation.receivedAt, operation.from) };
    case 'notify':
      return { applied: await takeNotice(store, operation.deviceId, operation.notice, operation.receivedAt) };
    case 'account':
      await store.setAccount(operation.id, operation.values);
      return {};
    case 'baseline':
      await store.setBaseline(operation.baseline);
      return {};
  }
}
