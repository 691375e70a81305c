import type { Host, HostFacts, RunResult } from '../../model/host.ts';
import { decode } from '../sources/text.ts';
import { type Answers, askedBy, SCRIPT } from './script.ts';

/** What one source of the script gave: its rows, or why there are none. */
export interface Answer<T> {
  readonly rows: readonly Partial<T>[];
  readonly missing?: string;
}

/** One source of the script, which runs once for all of them. Undefined where there is no PowerShell. */
export async function askWindows<S extends keyof Answers>(
  host: Host,
  source: S,
): Promise<Answer<Answers[S]> | undefined> {
  const result = await host.run(powershell(host.facts), ARGUMENTS, { ...LIMITS, part: askedBy(source) });
  if (!result) return undefined;
  const document = documentOf(result);
  const answer = document.sources.get(source);
  if (!answer) return { rows: [], missing: document.broken };
  if (answer.rows === undefined) return { rows: [], missing: reasonOf(source, answer) };
  // PowerShell makes one of a list of one.
  return { rows: [answer.rows].flat() as readonly Partial<Answers[S]>[] };
}

const ARGUMENTS = ['-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-Command', SCRIPT];
const LIMITS = { milliseconds: 60_000, bytes: 8 * 1024 * 1024, beginning: true } as const;

/** By its full path, so that none in the current folder is taken for it; of 64 bits also for a program of 32. */
function powershell({ environment }: HostFacts): string {
  const windows = environment['SystemRoot'] ?? environment['SYSTEMROOT'] ?? 'C:\\Windows';
  const system = environment['PROCESSOR_ARCHITEW6432'] === undefined ? 'System32' : 'Sysnative';
  return `${windows}\\${system}\\WindowsPowerShell\\v1.0\\powershell.exe`;
}

interface Document {
  readonly sources: ReadonlyMap<string, SourceLine>;
  /** Why a source that is not there is not. */
  readonly broken: string;
}

/** A line of the script; the first has the version of PowerShell, the others a source each. */
interface SourceLine {
  readonly powershell?: string;
  readonly source?: string;
  readonly rows?: unknown;
  /** In the language of the system. */
  readonly reason?: string;
  /** `System.Management.Automation.ErrorCategory`. */
  readonly category?: number;
  /** `FullyQualifiedErrorId`: for WMI, `HRESULT 0x80041003,…`. */
  readonly id?: string;
}

/** Whether this Windows does not know such a thing at all. */
export function isAbsent({ missing }: Answer<unknown>): boolean {
  return missing?.startsWith('not-supported') === true;
}

const documents = new WeakMap<RunResult, Document>();

function documentOf(result: RunResult): Document {
  const known = documents.get(result) ?? parseAnswers(result);
  documents.set(result, known);
  return known;
}

/** Lines that are not ours come from a policy or a security program; of one that was ended in the middle is no more. */
function parseAnswers({ output, exitCode, late }: RunResult): Document {
  const lines = decode(output).split('\n').flatMap(parseLine);
  const sources = new Map(lines.flatMap((line) => (line.source === undefined ? [] : [[line.source, line]])));
  const version = lines.find(({ powershell }) => powershell !== undefined)?.powershell;
  if (late) return { sources, broken: 'timed-out: powershell' };
  if (exitCode !== 0 || version === undefined) return { sources, broken: `failed: powershell ended with ${exitCode}` };
  return { sources, broken: `not-supported: PowerShell ${version} is older than 3` };
}

function parseLine(line: string): readonly SourceLine[] {
  const text = line.trim().replace(/^\uFEFF/, '');
  if (!text.startsWith('{')) return [];
  try {
    return [JSON.parse(text) as SourceLine];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

const TIMED_OUT = 15;
const PERMISSION_DENIED = 18;
// wbemcli.h: access denied; .NET where it is refused.
const DENIED = /0x80041003|0x80070005|UnauthorizedAccessException/i;
// Not supported, invalid namespace, invalid class; no such command.
const NOT_HERE = /0x8004100[ce]|0x80041010|CommandNotFoundException/i;

function reasonOf(source: string, { reason = '', category, id = '' }: SourceLine): string {
  if (category === PERMISSION_DENIED || DENIED.test(id)) return 'needs-administrator';
  if (category === TIMED_OUT) return `timed-out: ${reason.trim()}`;
  if (NOT_HERE.test(id)) return `not-supported: no ${source} (${reason.trim()})`;
  return `failed: ${reason.trim()}`;
}
