import type { Language } from '../../i18n/language.ts';
import type { ManualSheet } from '../../lab/sheet.ts';
import type { Platform, Template } from '../../lab/template.ts';
import { ParcoursError } from '../../model/errors.ts';
import type { Log } from '../../model/log.ts';
import { type FullScreen, followSize, followSuspensions, showFullScreen, whenEnded } from '../full-screen.tsx';
import { createScreen } from '../screen.ts';
import { themeOf } from '../theme.ts';
import { SheetApp } from './app.tsx';
import { runPlainSheet } from './plain.ts';
import { createSheetSession, type SaveSheet, type SheetSession } from './session.ts';
import { openSheet, type SheetState } from './state.ts';

export interface FillOptions {
  readonly template: Template;
  /** As it was left, or empty. */
  readonly sheet: ManualSheet;
  readonly save: SaveSheet;
  readonly language: Language;
  /** The system whose hints are shown first. */
  readonly platform: Platform;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Line by line, for who does not see a screen painted. */
  readonly plain: boolean;
  /** Fires when the system asks the program to stop. */
  readonly stop: AbortSignal;
  readonly log: Log;
}

/**
 * Has a sheet filled by hand against a stopwatch; resolves with it once the person left and all is on disk.
 * Fails with `usage` where there is no terminal that can show the form.
 */
export async function fillSheet(options: FillOptions): Promise<SheetState> {
  const { plain, stdin, stdout, template, sheet, language, platform, now, save } = options;
  if (!plain && !(stdin.isTTY && stdout.isTTY))
    throw new ParcoursError('usage', 'The form needs a terminal, or --plain');
  const size = { columns: stdout.columns, rows: stdout.rows };
  const session = createSheetSession(openSheet({ template, sheet, language, platform, size, now: now() }), save);
  const clock = setInterval(() => session.dispatch({ type: 'passed', now: now() }), SECOND);
  try {
    await (plain ? fillPlain(session, options) : fillOnScreen(session, options));
  } finally {
    clearInterval(clock);
  }
  await session.saved();
  return session.state();
}

async function fillOnScreen(
  session: SheetSession,
  { stdin, stdout, environment, now, log }: FillOptions,
): Promise<void> {
  const screen = createScreen(stdout);
  const stops = [
    followSize(stdout, (size) => session.dispatch({ type: 'resized', size })),
    followSuspensions(session, screen, stdin),
  ];
  const program: FullScreen = {
    element: <SheetApp session={session} theme={themeOf(environment)} />,
    screen,
    stdin,
    log,
    pressed: (keys) => session.dispatch({ type: 'pressed', keys, now: now() }),
    ended: () => session.dispatch({ type: 'ended', now: now() }),
  };
  const ended = whenEnded(session);
  try {
    await showFullScreen(program, () => ended.then(() => session.saved()));
  } finally {
    for (const stop of stops) stop();
  }
}

async function fillPlain(session: SheetSession, { stdin, stdout, environment, now, stop }: FillOptions): Promise<void> {
  const { fold } = themeOf(environment);
  await runPlainSheet(session, { stdin, now, stop, print: (text) => void stdout.write(`${fold(text)}\n`) });
}

const SECOND = 1000;
