import { readFileSync } from 'node:fs';
import { type Language, languageOf, languages, messagesOf } from '../i18n/language.ts';
import { problemText } from '../i18n/problem.ts';
import { explain, systemCode } from '../model/errors.ts';
import { safeText } from '../model/safe-text.ts';
import { normalise } from './arguments.ts';
import { calledBy } from './called.ts';
import type { Arguments, Command } from './command.ts';
import { createContext } from './context.ts';
import { type ExitCode, exitCodeOf, exitCodeOfSignal, exitCodes } from './exit-codes.ts';
import { leave } from './leave.ts';
import { overview } from './overview.ts';
import type { CommandName } from './parse.ts';
import { placesOf } from './places.ts';
import type { Configured } from './settings.ts';
import { forTerminal } from './terminal-text.ts';
import { ownUserId } from './user-id.ts';

/** Every command, loaded when it is called. */
export const commands: Readonly<Record<CommandName, () => Promise<{ readonly command: Command }>>> = {
  agent: () => import('./commands/agent.ts'),
  serve: () => import('./commands/serve.ts'),
  browse: () => import('./commands/browse.ts'),
  tour: () => import('./commands/tour.ts'),
  list: () => import('./commands/list.ts'),
  show: () => import('./commands/show.ts'),
  timeline: () => import('./commands/timeline.ts'),
  changes: () => import('./commands/changes.ts'),
  diff: () => import('./commands/diff.ts'),
  search: () => import('./commands/search.ts'),
  software: () => import('./commands/software.ts'),
  baseline: () => import('./commands/baseline.ts'),
  account: () => import('./commands/account.ts'),
  import: () => import('./commands/import.ts'),
  export: () => import('./commands/export.ts'),
  fsck: () => import('./commands/fsck.ts'),
  doctor: () => import('./commands/doctor.ts'),
  config: () => import('./commands/config.ts'),
  service: () => import('./commands/service.ts'),
  demo: () => import('./commands/demo.ts'),
  'lab new': () => import('./commands/lab/new.ts'),
  'lab manual': () => import('./commands/lab/manual.ts'),
  'lab auto': () => import('./commands/lab/auto.ts'),
  'lab compare': () => import('./commands/lab/compare.ts'),
  'lab project': () => import('./commands/lab/project.ts'),
  'lab report': () => import('./commands/lab/report.ts'),
  'lab quiz': () => import('./commands/lab/quiz.ts'),
  'lab class': () => import('./commands/lab/class.ts'),
  'lab reset': () => import('./commands/lab/reset.ts'),
};

const commandNames = Object.keys(commands) as readonly CommandName[];

/** The whole program: what was typed in, an exit code out. Nothing else exits. */
export async function main(typed: readonly string[]): Promise<void> {
  // A reader that closed the pipe has seen enough: `parcours list | head`.
  process.stdout.on('error', (error) =>
    process.exit(systemCode(error) === 'EPIPE' ? exitCodes.done : exitCodes.cannotWrite),
  );
  // What cannot be said, for want of a reader or of room on the disk of a log, must not end the work.
  process.stderr.on('error', () => undefined);
  const words = normalise(typed);
  const language = languageTyped(words) ?? languageOf(localeOf(process.env, process.platform));
  try {
    process.exitCode = await run(typed, words, language);
  } catch (error) {
    process.stderr.write(`${forTerminal(process.stderr, report(error, words, language))}\n`);
    process.exitCode = exitCodeOf(error);
  }
  // What still runs, such as a keep-alive socket, has nothing left to say.
  if (process.stdout.writableLength > 0) await new Promise((done) => process.stdout.write('', done));
  await leave(process.exitCode);
}

/** Windows has its language, and that of its numbers, in no variable. */
function localeOf(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): NodeJS.ProcessEnv {
  if (platform !== 'win32') return environment;
  return { LANG: Intl.DateTimeFormat().resolvedOptions().locale, ...environment };
}

async function run(typed: readonly string[], words: readonly string[], language: Language): Promise<ExitCode> {
  if (words.includes('--version')) return say(`parcours ${version()}`);
  const { name, family, rest } = calledBy(words, commandNames, language);
  if (!name) return say(overview(language, process.stdout.columns || Number.POSITIVE_INFINITY, family));
  const { command } = await commands[name]();
  const { helpOf, parseArguments } = await import('./parse.ts');
  if (rest.includes('--help') || rest.includes('-h')) return say(await helpOf({ name, command, language }));
  const given = await parseArguments({ name, command, language }, rest);
  const { args, origins } = command.configured ? await configured(given) : { args: given, origins: {} };
  const { context, close } = createContext({ args, language, typed, version: version() });
  if (command.configured) context.log.debug('settings', origins);
  try {
    const running = command.run(context);
    const endsItself = command.endsItself || args.flag('daemon');
    return await (endsItself ? running : Promise.race([running, interruption(context.stop)]));
  } catch (error) {
    context.log.debug('failed', { error: explain(error) });
    throw error;
  } finally {
    close();
  }
}

async function configured(args: Arguments): Promise<Configured> {
  const { configure } = await import('./settings.ts');
  return configure(args, process.env, placesOf(process.env, ownUserId(), process.platform).configuration);
}

/** What is on disk is whole at any moment, so most work can be left where it stands. */
function interruption(stop: AbortSignal): Promise<ExitCode> {
  return new Promise((resolve) => stop.addEventListener('abort', () => resolve(exitCodeOfSignal(stop.reason))));
}

function say(text: string): ExitCode {
  process.stdout.write(`${forTerminal(process.stdout, text)}\n`);
  return exitCodes.done;
}

function report(error: unknown, words: readonly string[], language: Language): string {
  const debug = words.some((word) => /^--debug=(?!0$)/.test(word));
  const stack = error instanceof Error ? error.stack : undefined;
  const expected = exitCodeOf(error) !== exitCodes.unexpected;
  const parts = [
    `parcours: ${problemText(messagesOf(language), error)}`,
    expected ? undefined : messagesOf(language).cli.unexpected,
    debug ? stack : undefined,
  ];
  return parts.flatMap((part) => part?.split('\n').map(safeText) ?? []).join('\n');
}

function languageTyped(words: readonly string[]): Language | undefined {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = words[at]?.split('=')[1] ?? words[at + 1];
  return at < 0 ? undefined : languages.find((language) => language === value);
}

function version(): string {
  const file = new URL('../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
