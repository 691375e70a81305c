import { closeSync, constants, fstatSync, openSync, writeSync } from 'node:fs';
import { ParcoursError, systemCode, writeError } from '../model/errors.ts';
import { fieldsText, type Log, type LogFields } from '../model/log.ts';
import { safeText } from '../model/safe-text.ts';

export interface LogOptions {
  /** 0: what happened · 1: `--debug` · 2: `--debug=2`, documents too. */
  readonly level: 0 | 1 | 2;
  readonly logfile?: string;
  /** Where lines go; without this to the file, and without a file to standard error. */
  readonly logger?: readonly LogSink[];
  readonly stderr: (text: string) => void;
  readonly now: () => number;
}

export type LogSink = 'stderr' | 'file';

export function isLogSink(name: string): name is LogSink {
  return name === 'stderr' || name === 'file';
}

export interface OpenLog extends Log {
  close(): void;
}

/**
 * The log of a run, one line an event: `2026-11-23T20:01:02.345Z debug collector name=linux/bios items=1`.
 * A line is on its way to the disk before the call returns. Without a file and without `--debug` only warnings show.
 * Fails with `permission` where the file is a link, not ours or no plain file, with `cannot-write` where it cannot be made.
 */
export function openLog({ level, logfile, logger, stderr, now }: LogOptions): OpenLog {
  const sink = sinkOf(logger ?? [logfile === undefined ? 'stderr' : 'file'], logfile, stderr);
  const at = (name: keyof Log, wanted: boolean) => (message: string, fields?: LogFields) => {
    if (wanted) sink.write(`${new Date(now()).toISOString()} ${name} ${safeText(message)}${fieldsText(fields)}\n`);
  };
  return {
    info: at('info', level > 0 || logfile !== undefined),
    warn: at('warn', true),
    debug: at('debug', level > 0),
    trace: at('trace', level > 1),
    close: sink.close,
  };
}

interface Sink {
  readonly write: (line: string) => void;
  readonly close: () => void;
}

function sinkOf(logger: readonly LogSink[], logfile: string | undefined, stderr: (text: string) => void): Sink {
  const screen: Sink = { write: stderr, close() {} };
  if (!logger.includes('file')) return screen;
  if (logfile === undefined) throw new ParcoursError('usage', '--logger=file needs --logfile');
  // Standard error has what the file can no longer take.
  if (!logger.includes('stderr')) return fileSink(logfile, stderr);
  const file = fileSink(logfile, () => {});
  return {
    write(line) {
      screen.write(line);
      file.write(line);
    },
    close: file.close,
  };
}

/** Writes to a file; when that fails, as on a full disk, says so once and goes on with standard error. */
function fileSink(path: string, stderr: (text: string) => void): Sink {
  let file: number | undefined = openSafely(path);
  function close(): void {
    if (file !== undefined) closeSync(file);
    file = undefined;
  }
  function write(line: string): void {
    const failure = file === undefined ? undefined : tryWrite(file, line);
    if (failure) {
      file = undefined;
      stderr(`cannot write ${path} any more (${failure}); the log goes on here\n`);
    }
    if (file === undefined) stderr(line);
  }
  return { write, close };
}

/** Why a line could not be written; undefined where it was. */
function tryWrite(file: number, line: string): string | undefined {
  try {
    writeSync(file, line);
    return undefined;
  } catch (error) {
    return systemCode(error) ?? 'unknown';
  }
}

/** Opens for appending what nobody else can have prepared: no link followed, no pipe or device, no file of another. */
function openSafely(path: string): number {
  const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  const file = guarded(path, () => openSync(path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600));
  const danger = dangerOf(file);
  if (danger === undefined) return file;
  closeSync(file);
  throw new ParcoursError('permission', `--logfile: ${path} is refused: ${danger}`);
}

function guarded(path: string, open: () => number): number {
  try {
    return open();
  } catch (error) {
    const danger = refusedBySystem[systemCode(error) ?? ''];
    if (danger) throw new ParcoursError('permission', `--logfile: ${path} is refused: ${danger}`, error);
    throw writeError(`--logfile: cannot write ${path}`, error);
  }
}

const NOT_PLAIN = 'it is not a plain file';
const refusedBySystem: Readonly<Record<string, string>> = {
  ELOOP: 'it is a symbolic link',
  ENXIO: NOT_PLAIN,
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
};

function dangerOf(file: number): string | undefined {
  const stat = fstatSync(file);
  if (!stat.isFile()) return NOT_PLAIN;
  if (stat.nlink !== 1) return 'it has a second name (hard link)';
  if (process.getuid && stat.uid !== process.getuid()) return 'it belongs to another user';
  return undefined;
}
