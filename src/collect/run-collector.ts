import type { SectionName } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import { explain, ParcoursError } from '../model/errors.ts';
import type { Host, RunLimits } from '../model/host.ts';
import { present } from '../model/present.ts';
import type { AnyCollector, Collected, CollectorReport } from './collector.ts';
import { withDeadline } from './deadline.ts';
import type { Contribution } from './merge.ts';
import { tracedHost, watchMissing } from './traced-host.ts';

/** What one collector gave, and what became of it. */
export interface Outcome extends Contribution {
  readonly section: SectionName;
  readonly report: CollectorReport;
  /** With `trace`: the files, programs and sockets that answered. */
  readonly answered?: ReadonlySet<string>;
}

/** Runs one collector; it never fails, and takes no longer than it may. */
export async function runCollector(collector: AnyCollector, host: Host, milliseconds: number): Promise<Outcome> {
  const start = clock();
  const elapsed = () => clock() - start;
  const { host: watched, firstMissing } = watchMissing(limitRuns(host, () => milliseconds - elapsed()));
  try {
    const collected = await withDeadline(collector.collect(watched), milliseconds, collector.name);
    const contribution = collected ? contribute(collected) : nothingOf(firstMissing());
    return outcomeOf(collector, elapsed(), contribution);
  } catch (error) {
    const isLate = elapsed() >= milliseconds - EARLY_MILLISECONDS;
    return outcomeOf(collector, elapsed(), isLate ? timedOut(`${milliseconds / 1000} s`) : failure(host, error));
  }
}

/** Milliseconds of a clock that nobody sets. `performance` has them too, once it has loaded all that it can measure. */
function clock(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** The same; the outcome tells what answered. */
export async function runTraced(collector: AnyCollector, host: Host, milliseconds: number): Promise<Outcome> {
  const { host: traced, answered } = tracedHost(host);
  return { ...(await runCollector(collector, traced, milliseconds)), answered };
}

export function skipped(collector: AnyCollector, reason: string): Outcome {
  return outcomeOf(collector, 0, { outcome: 'skipped', reason });
}

// Timers count whole milliseconds, and so may fire before their time.
const EARLY_MILLISECONDS = 2;

/** A source that does not exist here; what it lacked first says which. */
function nothingOf(lacks: string | undefined): Contribution {
  return { outcome: 'nothing', ...present({ lacks }) };
}

function contribute({ rows, missing: reason }: Collected<SectionName>): Contribution {
  if (rows.length === 0 && reason) return { outcome: 'nothing', reason };
  return { outcome: rows.length > 0 ? 'reported' : 'nothing', rows: rows.map(withoutBlanks), ...present({ reason }) };
}

/** What is blank is not known. */
function withoutBlanks(row: AnyRow): AnyRow {
  for (const name in row) if (row[name] === '') return Object.fromEntries(Object.entries(row).filter(isKnown));
  return row;
}

function isKnown([, value]: readonly [string, unknown]): boolean {
  return value !== '';
}

function timedOut(detail: string): Contribution {
  return { outcome: 'timed out', reason: `timed-out: ${detail}` };
}

function failure({ facts }: Host, error: unknown): Contribution {
  const code = error instanceof ParcoursError ? error.code : undefined;
  if (code === 'time-budget') return timedOut(explain(error));
  if (code === 'permission')
    return { outcome: 'failed', reason: facts.platform === 'win32' ? 'needs-administrator' : 'needs-root' };
  return { outcome: 'failed', reason: `failed: ${explain(error)}` };
}

/** What it takes to read the beginning of an answer, once its program was ended. */
const READING_MILLISECONDS = 500;

/** The same host, on which no program outlives the collector that started it. */
function limitRuns(host: Host, millisecondsLeft: () => number): Host {
  async function run(program: string, args: readonly string[], limits: RunLimits) {
    const left = Math.floor(millisecondsLeft()) - (limits.beginning ? READING_MILLISECONDS : 0);
    if (left <= 0) throw new ParcoursError('time-budget', `no time is left for ${program}`);
    return host.run(program, args, { ...limits, milliseconds: Math.min(limits.milliseconds, left) });
  }
  return { ...host, run };
}

function outcomeOf({ name, section }: AnyCollector, milliseconds: number, contribution: Contribution): Outcome {
  const { outcome, rows = [], reason } = contribution;
  const items = rows.length;
  const report = { name, section, milliseconds: Math.round(milliseconds), outcome, items, ...present({ reason }) };
  return { ...contribution, section, report };
}
