import { present } from '../../model/present.ts';
import { type Cause, causeOf, type Fault, faultOf } from './causes.ts';
import { type AgentName, type Dialect, dialects, type LogEvent } from './dialects.ts';

export type Outcome = 'sent' | 'not-wanted' | 'not-due' | 'local' | 'failed' | 'unfinished';

/** A line of the log, counted from 1. */
export interface LogLine {
  readonly line: number;
  readonly text: string;
}

/** The last run that a log tells of. */
export interface Diagnosis {
  readonly agent: AgentName;
  readonly version?: string;
  /** Runs in the log. */
  readonly runs: number;
  readonly server?: string;
  readonly proxy?: string;
  readonly outcome: Outcome;
  /** What happened, in order, each the first time. */
  readonly events: readonly ({ readonly event: LogEvent } & LogLine)[];
  /** Undefined where nothing failed, or where the log does not tell why. */
  readonly cause?: Cause;
  readonly fault?: Fault;
  /** The line that tells the outcome. */
  readonly proof?: LogLine;
}

/** Reads a debug log; undefined where no agent that is known wrote it. */
export function diagnose(text: string): Diagnosis | undefined {
  const lines = text.split(/\r?\n/).map((line, index): LogLine => ({ line: index + 1, text: line.trimEnd() }));
  const dialect = dialects.find(({ run }) => lines.some((line) => run.test(line.text)));
  if (!dialect) return undefined;
  const starts = lines.flatMap((line, index) => (dialect.run.test(line.text) ? [index] : []));
  const run = lines.slice(headOf(dialect, lines, starts.at(-1) ?? 0));
  const facts = factsOf(dialect, run);
  const events = eventsOf(dialect, run);
  const verdict = verdictOf(dialect, run, events, facts);
  const runs = starts.length;
  if (verdict.outcome !== 'local') return { agent: dialect.agent, ...present({ ...facts }), runs, events, ...verdict };
  // What the OCS Windows agent then says of a server is about the file it writes.
  const alone = events.filter(({ event }) => !OF_SERVER.has(event));
  return { agent: dialect.agent, ...present({ version: facts.version }), runs, events: alone, ...verdict };
}

const OF_SERVER: ReadonlySet<LogEvent> = new Set(['asked', 'answered', 'wanted', 'sent', 'accepted']);

function headOf({ head }: Dialect, lines: readonly LogLine[], start: number): number {
  if (!head) return start;
  const before = lines.slice(0, start).findLastIndex(({ text }) => head.test(text));
  const isTwice = before > 0 && head.test(lines[before - 1]?.text ?? '');
  return before < 0 ? start : before - (isTwice ? 1 : 0);
}

interface Facts {
  readonly version: string | undefined;
  readonly server: string | undefined;
  readonly proxy: string | undefined;
}

function factsOf({ facts }: Dialect, run: readonly LogLine[]): Facts {
  const last = (name: string) =>
    run.flatMap(({ text }) => facts.flatMap((pattern) => pattern.exec(text)?.groups?.[name] ?? [])).at(-1);
  return { version: last('version'), server: last('server') ?? serverOfFolder(last('folder')), proxy: last('proxy') };
}

/** The OCS Unix agent names a folder after the address, with `_` for `/`. */
function serverOfFolder(folder: string | undefined): string | undefined {
  return folder?.replace(/^([a-z]+):__/, '$1://').replaceAll('_', '/');
}

function eventsOf({ events }: Dialect, run: readonly LogLine[]): Diagnosis['events'] {
  const seen = new Set<LogEvent>();
  return run.flatMap((line) => {
    const event = events.find(([name, pattern]) => !seen.has(name) && pattern.test(line.text))?.[0];
    if (!event) return [];
    seen.add(event);
    return [{ event, ...line }];
  });
}

type Verdict = Pick<Diagnosis, 'outcome' | 'cause' | 'fault' | 'proof'>;

function verdictOf(dialect: Dialect, run: readonly LogLine[], events: Diagnosis['events'], facts: Facts): Verdict {
  const failures = run.flatMap((line) => {
    const message = dialect.failure.exec(line.text)?.[1];
    return message === undefined ? [] : [{ message, line }];
  });
  const told = failures.find(({ message }) => faultOf(message)) ?? failures.at(-1);
  const at = (event: LogEvent) => events.find((known) => known.event === event);
  const accepted = at('accepted');
  const local = at('localMode') ?? (at('asked') ? undefined : at('written'));
  if (told && !(accepted && dialect.agent !== 'parcours')) return failed(told.message, told.line, facts);
  if (local) return { outcome: 'local', cause: 'local-mode', proof: proofOf(local) };
  if (accepted) return { outcome: 'sent', proof: proofOf(accepted) };
  const declined = at('notWanted') ?? (at('ended') && !at('wanted') ? at('answered') : undefined);
  if (declined) return { outcome: 'not-wanted', proof: proofOf(declined) };
  const waits = at('notDue');
  if (waits) return { outcome: 'not-due', proof: proofOf(waits) };
  const last = run.findLast(({ text }) => text !== '');
  return { outcome: 'unfinished', ...present({ proof: last }) };
}

function failed(message: string, proof: LogLine, { server, proxy }: Facts): Verdict {
  const fault = server === '' ? 'badAddress' : faultOf(message);
  const cause = fault && causeOf(fault, message, server, proxy);
  return { outcome: 'failed', ...present({ cause, fault }), proof };
}

function proofOf({ line, text }: LogLine): LogLine {
  return { line, text };
}
