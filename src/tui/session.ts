import { type Language, messagesOf } from '../i18n/language.ts';
import { problemText } from '../i18n/problem.ts';
import { explain } from '../model/errors.ts';
import type { Log } from '../model/log.ts';
import { type Collect, isRunning, type LogLine } from './collecting.ts';
import type { Errand, RunErrand } from './errands.ts';
import { type Answer, type AskedFleet, ask, type Query } from './queries.ts';
import { type Action, reduce } from './reduce.ts';
import type { State } from './state.ts';
import type { StoreChange } from './store-change.ts';
import { neededQuery, openQuery } from './viewport.ts';

/** The running explorer: its state, and the fleet that is asked for what the screen needs. */
export interface Session {
  readonly state: () => State;
  dispatch(action: Action): void;
  /** Calls back after each change of the state; returns the way to stop. */
  subscribe(changed: () => void): () => void;
}

/** Resolves when it is on disk. */
export type Write = (change: StoreChange) => Promise<void>;

export function createSession(
  fleet: AskedFleet,
  initial: State,
  log: Log,
  write: Write,
  run: RunErrand = () => undefined,
  collect?: Collect,
): Session {
  const listeners = new Set<() => void>();
  let state = initial;
  const asked = new Set<Query>();
  let resting: NodeJS.Timeout | undefined;
  let stopping = new AbortController();

  function dispatch(action: Action): void {
    const next = reduce(state, action);
    if (next === state) return;
    const saving = next.saving === state.saving ? undefined : next.saving;
    const { errands } = next;
    const begins = isRunning(next) && !isRunning(state);
    state = errands.length > 0 ? reduce(next, { type: 'sent' }) : next;
    for (const listener of listeners) listener();
    for (const errand of errands) runErrand(errand);
    if (saving) void save(saving);
    if (begins) void collectNow();
    if (state.collecting?.phase === 'stopping' || state.ended) stopping.abort();
    if (action.type === 'pressed') rest();
    void askOn();
  }

  /** What stands beside is not asked for while a key is held down. */
  function rest(): void {
    clearTimeout(resting);
    resting = setTimeout(() => {
      resting = undefined;
      void askOn();
    }, REST);
  }

  function nextQuery(): Query | undefined {
    return resting === undefined ? openQuery(state) : neededQuery(state);
  }

  function runErrand(errand: Errand): void {
    const notice = run(errand);
    if (notice) dispatch({ type: 'told', notice });
  }

  async function collectNow(): Promise<void> {
    stopping = new AbortController();
    const tell = (lines: readonly LogLine[]) => dispatch({ type: 'logged', lines });
    if (!collect) return dispatch({ type: 'notCollected', reason: messagesOf(state.language).tui.collect.unable });
    try {
      dispatch({ type: 'collected', collected: await collect(tell, stopping.signal) });
    } catch (error) {
      log.debug('explorer: not collected', { reason: explain(error) });
      dispatch({ type: 'notCollected', reason: problemText(messagesOf(state.language), error) });
    }
  }

  async function save(change: StoreChange): Promise<void> {
    try {
      await write(change);
      dispatch({ type: 'saved' });
    } catch (error) {
      log.debug('explorer: not written', { reason: explain(error) });
      dispatch({ type: 'saved', refused: problemText(messagesOf(state.language), error) });
    }
  }

  /** Always the first question the screen on show needs: what was scrolled past is never asked. */
  async function askOn(): Promise<void> {
    for (let query = nextQuery(); query && mayAsk(query) && !state.ended; query = nextQuery()) {
      const { version } = state;
      asked.add(query);
      const found = await answer(fleet, query, log, state.language);
      asked.delete(query);
      dispatch({ type: 'answered', query, answer: { ...found, version } });
    }
  }

  /** One at a time; but what the screen needs does not wait for what was asked for another one, or stands beside. */
  function mayAsk(query: Query): boolean {
    const [other, ...more] = asked;
    return !other || (more.length === 0 && other.kind !== query.kind && neededQuery(state) !== undefined);
  }

  void askOn();
  return {
    state: () => state,
    dispatch,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** A question that fails is an answer too: it is shown where the content would stand. */
async function answer(
  fleet: AskedFleet,
  query: Query,
  log: Log,
  language: Language,
): Promise<Omit<Answer<unknown>, 'version'>> {
  try {
    return { value: await ask(fleet, query) };
  } catch (error) {
    log.warn('explorer: not answered', { query: query.kind, reason: explain(error) });
    return { error: problemText(messagesOf(language), error) };
  }
}

/** Longer than the time between two keys of one held down, in milliseconds. */
const REST = 50;
