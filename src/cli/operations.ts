import type { Inventory } from '../model/inventory.ts';
import type { SaveResult, StoreWriter } from '../store/store.ts';

/** What may be asked of the one process that writes a store; plain JSON, as it may travel to another process. */
export type Operation =
  | { readonly kind: 'save'; readonly inventory: Inventory; readonly receivedAt: string }
  | { readonly kind: 'account'; readonly id: string; readonly values: Readonly<Record<string, string>> };

export interface Saved extends SaveResult {
  readonly isNew: boolean;
  readonly account: Readonly<Record<string, string>>;
}

export interface Operations {
  /** Done here, or by the process that holds the store. Resolved means: on disk, synced. */
  submit(operation: Operation): Promise<Saved | undefined>;
  close(): Promise<void>;
}

/** `mustHold`: fail with `busy` instead of handing over to another process. */
export async function openOperations(
  store: string,
  options: { readonly mustHold?: boolean } = {},
): Promise<Operations> {
  const { withWriter } = await import('../store/writer.ts');
  return withWriter<Operation, Saved | undefined>(store, execute, options);
}

async function execute(store: StoreWriter, operation: Operation): Promise<Saved | undefined> {
  if (operation.kind === 'save') {
    const { ingest } = await import('../fleet/ingest.ts');
    return ingest(store, operation.inventory, operation.receivedAt);
  }
  const machine = await store.machine(operation.id);
  await store.setAccount(operation.id, { ...machine?.account, ...operation.values });
  return undefined;
}
