import type { ManualSheet } from '../../lab/sheet.ts';
import { explain } from '../../model/errors.ts';
import { reduceSheet, type SheetAction } from './reduce.ts';
import { type SheetState, wholeSheet } from './state.ts';

/** The running form: its state, on disk after each change. */
export interface SheetSession {
  readonly state: () => SheetState;
  dispatch(action: SheetAction): void;
  /** Calls back after each change of the state; returns the way to stop. */
  subscribe(changed: () => void): () => void;
  /** Resolves once all is on disk; rejects where the last write failed. */
  saved(): Promise<void>;
}

/** Resolves when the sheet is on disk. */
export type SaveSheet = (sheet: ManualSheet) => Promise<void>;

export function createSheetSession(initial: SheetState, save: SaveSheet): SheetSession {
  const listeners = new Set<() => void>();
  let state = initial;
  let saving: Promise<void> | undefined;
  let failure: unknown;

  function dispatch(action: SheetAction): void {
    const next = reduceSheet(state, action);
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
    if (action.type !== 'notSaved' && action.type !== 'resized') saving ??= saveOn();
  }

  /** One write at a time, always of the newest sheet. */
  async function saveOn(): Promise<void> {
    for (let written: SheetState | undefined; written !== state; ) {
      written = state;
      failure = undefined;
      try {
        await save(wholeSheet(written));
      } catch (error) {
        failure = error;
        dispatch({ type: 'notSaved', reason: explain(error) });
        break;
      }
    }
    saving = undefined;
  }

  return {
    state: () => state,
    dispatch,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    async saved() {
      saving ??= saveOn();
      await saving;
      if (failure !== undefined) throw failure;
    },
  };
}
