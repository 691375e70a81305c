import { setTimeout as pause } from 'node:timers/promises';
import { ParcoursError } from '../model/errors.ts';
import type { Derived } from './derived.ts';
import { openFiles } from './files.ts';
import { handOver, type Listener, listen, type Result } from './handover.ts';
import { type Layout, layoutOf } from './layout.ts';
import { type Claim, type Lock, livingClaim, takeLock } from './lock.ts';
import { refuseForeignFolder } from './settings.ts';
import type { StoreWriter } from './store.ts';

/** The way to write a store: here, or through the process that writes it already. */
export interface Writer<O, R> {
  /** Resolves when the operation is on disk, whichever process did it. */
  submit(operation: O): Promise<R>;
  /** True while this process is the writer. */
  readonly held: boolean;
  /** Finishes what is in flight, also what others handed over, and lets go of the store. */
  close(): Promise<void>;
}

export interface WriterOptions {
  /** Fail with `busy` instead of handing over to another process. */
  readonly mustHold?: boolean;
  /** What is kept up to date beside the store while this process writes it. */
  readonly derived?: Derived;
}

/**
 * Opens a store for writing. Operations and results travel as JSON where another process is the writer, and that
 * process does with them what its own `execute` says. Fails with `busy`, naming the process that has the lock, where
 * it does not answer within 5 s.
 */
export async function withWriter<O, R>(
  dir: string,
  execute: (store: StoreWriter, operation: O) => Promise<R>,
  options: WriterOptions = {},
): Promise<Writer<O, R>> {
  const writer = new SharedWriter(layoutOf(dir), execute, options.derived);
  await writer.open(options.mustHold === true);
  return writer;
}

const ANSWER_MILLISECONDS = 5000;
const RETRY_MILLISECONDS = 50;
const RETRIES = ANSWER_MILLISECONDS / RETRY_MILLISECONDS;

/** What a process has that is the writer. */
interface Hold {
  readonly lock: Lock;
  readonly store: StoreWriter;
  readonly listener: Listener;
}

class SharedWriter<O, R> implements Writer<O, R> {
  readonly #layout: Layout;
  readonly #derived: Derived | undefined;
  readonly #execute: (store: StoreWriter, operation: O) => Promise<R>;
  #hold: Hold | undefined;
  #holder: Claim | undefined;
  #opening: Promise<void> | undefined;

  constructor(layout: Layout, execute: (store: StoreWriter, operation: O) => Promise<R>, derived: Derived | undefined) {
    this.#layout = layout;
    this.#derived = derived;
    this.#execute = execute;
  }

  get held(): boolean {
    return this.#hold !== undefined;
  }

  async open(mustHold: boolean): Promise<void> {
    await refuseForeignFolder(this.#layout);
    await this.#settle();
    if (mustHold && this.#holder) throw this.#written();
  }

  async submit(operation: O): Promise<R> {
    for (let attempt = 0; attempt < RETRIES; attempt++) {
      if (this.#hold) return this.#execute(this.#hold.store, operation);
      const answer = this.#holder && (await this.#handOver(this.#holder, operation));
      if (answer) return answer.result as R;
      await pause(RETRY_MILLISECONDS);
      await this.#settle();
    }
    throw this.#busy('is being written');
  }

  async close(): Promise<void> {
    const hold = this.#hold;
    this.#hold = undefined;
    if (!hold) return;
    await hold.listener.close();
    await hold.store.close();
    await hold.lock.release();
  }

  /** One at a time: this process must not meet its own claim. */
  #settle(): Promise<void> {
    this.#opening ??= this.#holdOrFindHolder().finally(() => {
      this.#opening = undefined;
    });
    return this.#opening;
  }

  /** Two processes that come at once may both step back, so one look at the other is not enough. */
  async #holdOrFindHolder(): Promise<void> {
    this.#holder = undefined;
    while (!this.#hold && !this.#holder) {
      const lock = await takeLock(this.#layout);
      if ('holder' in lock) {
        await pause(Math.random() * RETRY_MILLISECONDS);
        const holder = await livingClaim(this.#layout);
        this.#holder = holder?.pid === lock.holder.pid ? holder : undefined;
      } else {
        this.#hold = await this.#begin(lock);
      }
    }
  }

  async #begin(lock: Lock): Promise<Hold> {
    try {
      const store = await openFiles(this.#layout.root, this.#derived);
      const listener = await listen(this.#layout, lock.socket, (operation) => this.#execute(store, operation as O));
      return { lock, store, listener };
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  async #handOver({ socket }: Claim, operation: O): Promise<Result | undefined> {
    try {
      return await handOver(socket, operation, ANSWER_MILLISECONDS);
    } catch (error) {
      if (error instanceof ParcoursError && error.code === 'busy') throw this.#busy('did not answer in time');
      throw error;
    }
  }

  #written(): ParcoursError {
    const said = { id: 'writtenStore', values: [this.#layout.root, String(this.#holder?.pid)] };
    return new ParcoursError('busy', this.#busy('is being written').message, undefined, said);
  }

  #busy(why: string): ParcoursError {
    const pid = this.#holder?.pid;
    return new ParcoursError('busy', `The store ${this.#layout.root} is written by process ${pid}: ${why}`);
  }
}
