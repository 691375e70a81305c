/** The explorer: screens over the fleet, in a terminal of its own until the person quits. */

import type { CollectNow } from '../fleet/collected.ts';
import type { Language } from '../i18n/language.ts';
import { ParcoursError } from '../model/errors.ts';
import type { Log } from '../model/log.ts';
import { present } from '../model/present.ts';
import { MINUTE } from '../model/time.ts';
import { collectWith } from './collecting.ts';
import { App } from './components/app.tsx';
import { errandRunner, fileRunner } from './errand-runner.ts';
import { type FullScreen, followSize, followSuspensions, showFullScreen, whenEnded } from './full-screen.tsx';
import { noteIndex } from './index-notice.ts';
import { readMemory, writeMemory } from './memory.ts';
import { PLAIN_SIZE, runPlain } from './plain.ts';
import type { AskedFleet } from './queries.ts';
import type { Route } from './routes.ts';
import { createScreen } from './screen.ts';
import { playScript, type Step } from './script.ts';
import { createSession, type Session, type Write } from './session.ts';
import { initialState, type Pastime } from './state.ts';
import { themeOf } from './theme.ts';

export interface BrowseOptions {
  readonly fleet: AskedFleet;
  /** Sets what people say of a machine, through whichever process writes the store. */
  readonly write: Write;
  /** Inventories this machine; undefined where that cannot be done from here. */
  readonly collectNow?: CollectNow;
  readonly language: Language;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where to begin; the fleet by default. */
  readonly initial?: Route;
  /** Where files are written that a person asks for. */
  readonly folder: string;
  /** The file that keeps columns and the like; undefined: nothing is kept. */
  readonly memoryPath?: string;
  /** Screens are printed one after the other, for who does not see them painted. */
  readonly plain?: boolean;
  /** Keys to press first. */
  readonly script?: readonly Step[];
  readonly log: Log;
}

/**
 * Shows the explorer; resolves once the person has quit, and rejects with what broke it; the terminal then is as it was.
 * Fails with `usage` where there is no terminal that can show it.
 */
export async function browse(options: BrowseOptions): Promise<Pastime | undefined> {
  const { fleet, now, stdin, stdout, environment, folder, log, script = [] } = options;
  if (options.plain) return browsePlain(options);
  if (!stdin.isTTY || !stdout.isTTY) throw new ParcoursError('usage', 'The explorer needs a terminal');
  const screen = createScreen(stdout);
  const print = (text: string) => void stdout.write(text);
  const run = errandRunner({ screen, environment, folder, now, print });
  const collect = options.collectNow && collectWith(options.collectNow, now);
  const session = createSession(fleet, startState(options), log, options.write, run, collect);
  const stops = [
    fleet.watch(() => session.dispatch({ type: 'changed' })),
    followSize(stdout, (size) => session.dispatch({ type: 'resized', size })),
    followClock(now, session),
    followMemory(session, options),
    followSuspensions(session, screen, stdin),
  ];
  const program: FullScreen = {
    element: <App session={session} theme={themeOf(environment)} />,
    screen,
    stdin,
    log,
    pressed: (keys) => session.dispatch({ type: 'pressed', keys }),
    ended: () => session.dispatch({ type: 'ended' }),
  };
  const ended = whenEnded(session);
  void noteIndex(fleet, session, log);
  try {
    await showFullScreen(program, async () => {
      await Promise.race([ended, playScript(session, script).then(() => ended)]);
    });
  } finally {
    for (const stop of stops) stop();
  }
  return session.state().leftFor;
}

/** The same screens, printed one after the other. */
async function browsePlain(options: BrowseOptions): Promise<Pastime | undefined> {
  const { fleet, language, now, stdin, stdout, environment, folder, log, script = [], write } = options;
  const { fold } = themeOf(environment);
  const print = (text: string) => void stdout.write(text.split('\n').map(fold).join('\n'));
  const run = fileRunner({ folder, now });
  const state = { ...initialState({ language, size: PLAIN_SIZE, now: now() }), zoomed: true };
  const collect = options.collectNow && collectWith(options.collectNow, now);
  const session = createSession(fleet, state, log, write, run, collect);
  await playScript(session, script);
  await runPlain(session, { stdin, print });
  return session.state().leftFor;
}

function startState({ language, now, stdout, initial, memoryPath, log }: BrowseOptions) {
  const size = { columns: stdout.columns, rows: stdout.rows };
  const memory = memoryPath === undefined ? undefined : readMemory(memoryPath, log);
  return initialState({ language, size, now: now(), ...present({ initial, memory }) });
}

function followMemory(session: Session, { memoryPath, log }: BrowseOptions): () => void {
  let known = session.state().memory;
  return session.subscribe(() => {
    const { memory } = session.state();
    if (memory !== known && memoryPath !== undefined) writeMemory(memoryPath, memory, log);
    known = memory;
  });
}

/** Ages on the screen grow by the minute. */
function followClock(now: () => number, session: Session): () => void {
  const timer = setInterval(() => session.dispatch({ type: 'passed', now: now() }), MINUTE);
  return () => clearInterval(timer);
}
