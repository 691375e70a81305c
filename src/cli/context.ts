import { resolve } from 'node:path';
import { type Language, messagesOf } from '../i18n/language.ts';
import { ParcoursError } from '../model/errors.ts';
import type { Arguments, Context } from './command.ts';
import { isLogSink, type LogSink, openLog } from './log-file.ts';
import { placesOf } from './places.ts';
import { forTerminal } from './terminal-text.ts';
import { ownUserId } from './user-id.ts';

interface Call {
  readonly args: Arguments;
  readonly language: Language;
  readonly typed: readonly string[];
  readonly version: string;
}

/** The real surroundings of a command. */
export function createContext({ args, language, typed, version }: Call): { context: Context; close(): void } {
  const log = openLog({
    level: debugLevel(args.optional('debug')),
    ...(args.text('logfile') === undefined ? {} : { logfile: resolve(args.text('logfile') ?? '') }),
    ...loggerOf(args),
    stderr: (text) => void process.stderr.write(text),
    now: Date.now,
  });
  const places = placesOf(process.env, ownUserId(), process.platform);
  const store = args.text('store');
  const context: Context = {
    args,
    language,
    typed,
    version,
    log,
    messages: messagesOf(language),
    environment: process.env,
    places: store === undefined ? places : { ...places, store: resolve(store) },
    // Made when they are asked for: an agent run reads nothing, and seldom writes to standard output.
    get stdin() {
      return process.stdin;
    },
    get stdout() {
      return process.stdout;
    },
    get stderr() {
      return process.stderr;
    },
    stop: stopSignal(args.flag('daemon') ? ['SIGINT', 'SIGTERM'] : ['SIGINT', 'SIGTERM', 'SIGHUP']),
    onHangUp: (wake) => void process.on('SIGHUP', wake),
    now: Date.now,
    print: (line) => void process.stdout.write(`${forTerminal(process.stdout, line)}\n`),
    note: (line) => void process.stderr.write(`${forTerminal(process.stderr, line)}\n`),
  };
  return { context, close: () => log.close() };
}

function loggerOf(args: Arguments): { readonly logger?: readonly LogSink[] } {
  const typed = args.text('logger');
  if (typed === undefined) return {};
  const logger = typed
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  if (logger.every(isLogSink)) return { logger };
  throw new ParcoursError('usage', `--logger=${typed}: write stderr, file or both`);
}

function debugLevel(debug: string | undefined): 0 | 1 | 2 {
  if (debug === undefined || debug === '0') return 0;
  return debug === '2' ? 2 : 1;
}

/** The first signal asks; the reason tells which one it was. */
function stopSignal(signals: readonly NodeJS.Signals[]): AbortSignal {
  const controller = new AbortController();
  for (const signal of signals) process.once(signal, () => controller.abort(signal));
  return controller.signal;
}
