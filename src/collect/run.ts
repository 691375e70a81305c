import { describe, type SectionName, type Sections, sectionNames } from '../model/catalogue.ts';
import type { AnyRow } from '../model/descriptor.ts';
import type { Host } from '../model/host.ts';
import type { Inventory, SectionReport } from '../model/inventory.ts';
import type { Log } from '../model/log.ts';
import type { AnyCollector, CollectorReport } from './collector.ts';
import { collectorsFor, type Source } from './collectors.ts';
import { merge } from './merge.ts';
import { onceHost } from './once-host.ts';
import { neededFor, refine } from './refine.ts';
import { type Outcome, runCollector, runTraced, skipped } from './run-collector.ts';

export interface CollectOptions {
  /** Sections that are wanted; default: all that have a collector. */
  readonly only?: readonly SectionName[];
  /** Sections that are not wanted. */
  readonly except?: readonly SectionName[];
  /** Time limit of each collector; of all too, since they run side by side. Never more than a minute. */
  readonly collectorMilliseconds?: number;
  readonly log: Log;
  /** `own` readers, or systeminformation (`si`) alone as a cross-check. */
  readonly source?: Source;
  /** Whether the outcomes tell what answered each collector; they then run one by one. */
  readonly trace?: boolean;
  /** The collectors to run; default: those of the platform. */
  readonly collectors?: readonly AnyCollector[];
}

export interface Collection {
  readonly sections: Sections;
  readonly reports: Inventory['reports'];
  readonly collectors: readonly CollectorReport[];
  /** What each collector gave, in order of priority: where the values of the sections come from. */
  readonly outcomes: readonly Outcome[];
}

const WHOLE_MILLISECONDS = 60_000;

/** Reads a machine. All collectors run side by side; one that fails or is late never stops the others. */
export async function collect(host: Host, options: CollectOptions): Promise<Collection> {
  const all = options.collectors ?? collectorsFor(host.facts.platform, options.source ?? 'own');
  const collectors = all.filter(({ onRequest, section }) => !onRequest || options.only?.includes(section));
  const milliseconds = Math.min(options.collectorMilliseconds ?? collectorLimit(host), WHOLE_MILLISECONDS);
  const shared = onceHost(host);
  const read = (collector: AnyCollector) => readUnlessUnwanted(collector, shared, milliseconds, options);
  const outcomes = options.trace ? await oneByOne(collectors, read) : await Promise.all(collectors.map(read));
  for (const { report } of outcomes) logReport(options.log, report);
  const { sections, reports } = mergeAll(outcomes, options);
  return {
    sections,
    reports: host.facts.offline ? ofDisk(reports) : reports,
    collectors: outcomes.map(({ report }) => report),
    outcomes,
  };
}

/** Where collectors ask programs of the system, which take their time, ten seconds are not enough. */
function collectorLimit({ facts }: Host): number {
  return facts.platform === 'win32' || facts.platform === 'darwin' ? 55_000 : 10_000;
}

/** So that the time of each is its own. */
async function oneByOne<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

async function readUnlessUnwanted(
  collector: AnyCollector,
  host: Host,
  milliseconds: number,
  options: CollectOptions,
): Promise<Outcome> {
  const unwanted = isNeeded(collector.section, options) ? undefined : unwantedBecause(collector.section, options);
  if (unwanted) return skipped(collector, unwanted);
  return options.trace ? runTraced(collector, host, milliseconds) : runCollector(collector, host, milliseconds);
}

/** Whether a section is read: it is wanted, or one that repeats a part of it is. */
function isNeeded(section: SectionName, options: CollectOptions): boolean {
  return neededFor(section).some((name) => !unwantedBecause(name, options));
}

/** Why a section was not asked for; undefined where it was. */
function unwantedBecause(section: SectionName, { only, except }: CollectOptions): string | undefined {
  if (only && !only.includes(section)) return 'not-requested: --only';
  if (!except?.includes(section)) return undefined;
  return section === 'softwares' ? 'not-requested: --nosoftware' : 'not-requested: --except';
}

/** A missing permission is said once by the completeness of the section; what nobody expects is a warning. */
function logReport(log: Log, { milliseconds: ms, ...report }: CollectorReport): void {
  const unexpected = report.outcome === 'timed out' || report.reason?.startsWith('failed');
  const level = unexpected ? 'warn' : 'debug';
  log[level]('collector', { ...report, ms });
}

function mergeAll(outcomes: readonly Outcome[], options: CollectOptions): Pick<Collection, 'sections' | 'reports'> {
  const sections: { [N in SectionName]?: readonly AnyRow[] } = {};
  const reports: { [N in SectionName]?: SectionReport } = {};
  for (const section of sectionNames) {
    const contributions = outcomes.filter((outcome) => outcome.section === section);
    if (contributions.length === 0) continue;
    const { rows, report } = merge(section, contributions);
    reports[section] = report;
    if (rows) sections[section] = rows;
  }
  // Every collector typed its own rows; merging by name is where the compiler loses sight of it.
  return withhold(refine(sections as Sections), reports, options);
}

/** What only a running machine tells is not missing on its system; HARDWARE has a part of it, and software lies on disk. */
function ofDisk(reports: Inventory['reports']): Inventory['reports'] {
  const told = (section: SectionName, report: SectionReport): SectionReport => {
    if (section === 'hardware' && report.state === 'complete') return { state: 'partial', reason: 'not-running' };
    const isOnDisk = describe(section).topic === 'software';
    const isUnknown = !isOnDisk && report.state === 'failed' && report.reason?.startsWith('not-supported');
    return isUnknown ? { state: 'failed', reason: 'not-running' } : report;
  };
  const entries = Object.entries(reports) as [SectionName, SectionReport][];
  return Object.fromEntries(entries.map(([section, report]) => [section, told(section, report)]));
}

/** Without the sections that were read for the sake of HARDWARE alone. */
function withhold(sections: Sections, reports: Inventory['reports'], options: CollectOptions) {
  const kept: Record<string, SectionReport> = {};
  const rows: Record<string, readonly AnyRow[] | undefined> = { ...sections };
  for (const [name, report] of Object.entries(reports) as [SectionName, SectionReport][]) {
    const reason = unwantedBecause(name, options);
    kept[name] = reason ? { state: 'skipped', reason } : report;
    if (reason) delete rows[name];
  }
  return { sections: rows as Sections, reports: kept };
}
