import type { StoreReader } from './store.ts';

/** What others derive from the histories and keep in the folder of the index; it can always be made again. */
export interface Derived {
  /**
   * Follows what was saved. `final`: the store is about to be closed. Resolves to false where something is left to do:
   * then it is called again.
   */
  update(store: StoreReader, final: boolean): Promise<boolean>;
}

/** Nothing is derived. */
export const nothingDerived: Derived = { update: async () => true };
