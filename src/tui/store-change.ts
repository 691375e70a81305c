import type { AccountChange } from './account-fields.ts';

/** What the explorer may write to the store. */
export type StoreChange = AccountChange | BaselineChange;

/** A snapshot that becomes the baseline of that name. */
export interface BaselineChange {
  readonly baseline: string;
  readonly id: string;
  readonly seq: number | 'newest';
}
