import type { Messages } from '../i18n/en.ts';
import type { Language } from '../i18n/language.ts';
import type { Log } from '../model/log.ts';
import type { ExitCode } from './exit-codes.ts';
import type { OptionName } from './options.ts';
import type { Places } from './places.ts';

/** One command of the program. Its words for people are in `i18n`, under its name. */
export interface Command {
  /** Positional arguments in yargs' notation: `<machine>`, `[query]`, `<file..>`. */
  readonly positionals?: string;
  readonly options: readonly OptionName[];
  readonly examples: readonly string[];
  /** It ends its work in order when `stop` fires; without this the program exits at once. */
  readonly endsItself?: true;
  /** What is not typed is taken from the environment and the configuration. */
  readonly configured?: true;
  run(context: Context): Promise<ExitCode>;
}

/** All that a command may touch. */
export interface Context {
  readonly args: Arguments;
  readonly version: string;
  readonly language: Language;
  readonly messages: Messages;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly places: Places;
  readonly log: Log;
  /** What was typed, for the debug log. */
  readonly typed: readonly string[];
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** Fires when the person or the system asks the program to stop; its reason is the name of the signal. */
  readonly stop: AbortSignal;
  /** Calls back at every SIGHUP, which does not stop a daemon. */
  onHangUp(wake: () => void): void;
  now(): number;
  /** A line of the answer, on stdout. */
  print(line: string): void;
  /** A message for the person, on stderr. */
  note(line: string): void;
}

/** Parsed arguments, by name. */
export interface Arguments {
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  number(name: string): number | undefined;
  flag(name: string): boolean;
  count(name: string): number;
  /** Undefined where the option was not given; '' where it was given without a value. */
  optional(name: string): string | undefined;
}
