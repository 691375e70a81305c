import { render } from 'ink';
import type { ReactElement } from 'react';
import type { Log } from '../model/log.ts';
import { installFastOutput } from './fast-output.ts';
import { readKeys } from './input.ts';
import type { Key } from './keys.ts';
import type { Screen } from './screen.ts';
import { suspend, watchEnd } from './terminal.ts';

/** A program that has the terminal to itself. */
export interface FullScreen {
  readonly element: ReactElement;
  readonly screen: Screen;
  readonly stdin: NodeJS.ReadStream;
  readonly log: Log;
  /** Keys came, all those of one chunk. */
  pressed(keys: readonly Key[]): void;
  /** The keyboard or the system ends the program. */
  ended(): void;
}

/** Shows it until `done` resolves or something breaks; the terminal then is as it was. */
export async function showFullScreen(program: FullScreen, done: () => Promise<void>): Promise<void> {
  const { element, screen, stdin, log, pressed, ended } = program;
  const removeFastOutput = installFastOutput();
  if (!removeFastOutput) log.warn('explorer: this Ink composes frames the slow way');
  screen.enter();
  const app = render(element, {
    stdout: screen.stream,
    stdin,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
    isScreenReaderEnabled: false,
  });
  const watch = watchEnd(screen, ended);
  const stopReading = readKeys(stdin, pressed, ended);
  try {
    await Promise.race([app.waitUntilExit(), done()]);
  } finally {
    stopReading();
    app.unmount();
    screen.leave();
    removeFastOutput?.();
    watch.stop();
  }
}

/** A program's state, as far as the terminal is concerned. */
interface Running {
  readonly state: () => { readonly suspensions: number; readonly ended: boolean };
  subscribe(changed: () => void): () => void;
}

/** Gives the terminal to the shell each time it is asked for; returns the way to stop. */
export function followSuspensions(session: Running, screen: Screen, stdin: NodeJS.ReadStream): () => void {
  let known = session.state().suspensions;
  return session.subscribe(() => {
    const { suspensions } = session.state();
    if (suspensions > known) suspend(screen, stdin);
    known = suspensions;
  });
}

/** Calls back at each new size; returns the way to stop. */
export function followSize(
  stdout: NodeJS.WriteStream,
  resized: (size: { readonly columns: number; readonly rows: number }) => void,
): () => void {
  const changed = () => resized({ columns: stdout.columns, rows: stdout.rows });
  stdout.on('resize', changed);
  return () => stdout.off('resize', changed);
}

/** Resolves once the program has ended. */
export function whenEnded(session: Running): Promise<void> {
  return new Promise((resolve) => {
    const stop = session.subscribe(() => {
      if (!session.state().ended) return;
      stop();
      resolve();
    });
  });
}
