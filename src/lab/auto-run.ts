import type { CollectorReport } from '../collect/collector.ts';
import { type Measured, type Phase, type PhaseName, phaseNames, type Reading } from '../model/measured.ts';
import type { Answers } from './answers.ts';
import { readPart, writePart } from './exercise.ts';
import { median } from './statistics.ts';

/** One run of the agent, timed; its phases are without what came before the run, the start of the program. */
export interface AutoRun extends Measured, Reading {
  readonly collectors: readonly CollectorReport[];
}

/** What the agent took and what it found: `auto.json` of an exercise. */
export interface AutoPart {
  /** ISO 8601. */
  readonly at: string;
  /** Whether a server took the inventory; without, some phases did not happen. */
  readonly sent: boolean;
  /** In their order: the first one found nothing warm. */
  readonly runs: readonly AutoRun[];
  readonly answers: Answers;
}

export function readAuto(folder: string): Promise<AutoPart | undefined> {
  return readPart(folder, 'auto.json', isAutoPart);
}

export function writeAuto(folder: string, part: AutoPart): Promise<void> {
  return writePart(folder, 'auto.json', part);
}

/** A phase over all runs: the median of those in which it happened. */
export function medianPhases({ runs }: Pick<AutoPart, 'runs'>): readonly Phase[] {
  return phaseNames.flatMap((name) => {
    const reading = medianOf(runs.flatMap(({ phases }) => phases.filter((phase) => phase.name === name)));
    return reading ? [{ name, ...reading }] : [];
  });
}

export function absentPhases({ runs }: Pick<AutoPart, 'runs'>): readonly PhaseName[] {
  return phaseNames.filter((name) => !runs.some(({ phases }) => phases.some((phase) => phase.name === name)));
}

/** What a run takes a machine: the start of the program, once, and the median of the runs. */
export function wholeRun({ runs }: Pick<AutoPart, 'runs'>): Reading {
  const start = runs[0]?.phases.find(({ name }) => name === 'start') ?? NONE;
  const run = medianOf(runs) ?? NONE;
  return {
    milliseconds: start.milliseconds + run.milliseconds,
    cpuMilliseconds: start.cpuMilliseconds + run.cpuMilliseconds,
  };
}

/** The collectors, the slowest first; their times are medians, and overlap since they run side by side. */
export function medianCollectors({ runs }: Pick<AutoPart, 'runs'>): readonly CollectorReport[] {
  const latest = runs.at(-1)?.collectors ?? [];
  const timeOf = (name: string) =>
    median(runs.flatMap(({ collectors }) => collectors.filter((one) => one.name === name).map(millisecondsOf))) ?? 0;
  return latest
    .map((report) => ({ ...report, milliseconds: timeOf(report.name) }))
    .toSorted((a, b) => b.milliseconds - a.milliseconds);
}

function millisecondsOf({ milliseconds }: { readonly milliseconds: number }): number {
  return milliseconds;
}

function medianOf(readings: readonly Reading[]): Reading | undefined {
  const milliseconds = median(readings.map(millisecondsOf));
  const cpuMilliseconds = median(readings.map((reading) => reading.cpuMilliseconds));
  return milliseconds === undefined || cpuMilliseconds === undefined ? undefined : { milliseconds, cpuMilliseconds };
}

const NONE: Reading = { milliseconds: 0, cpuMilliseconds: 0 };

function isAutoPart(data: unknown): data is AutoPart {
  const { at, runs, answers } = (data ?? {}) as Partial<AutoPart>;
  return typeof at === 'string' && Array.isArray(runs) && runs.every(isRun) && areAnswers(answers);
}

function isRun(data: unknown): data is AutoRun {
  const { milliseconds, cpuMilliseconds, phases, sent, collectors } = (data ?? {}) as Partial<AutoRun>;
  const numbers = [milliseconds, cpuMilliseconds].every((number) => typeof number === 'number');
  return numbers && [phases, sent, collectors].every(Array.isArray);
}

function areAnswers(data: unknown): data is Answers {
  if (typeof data !== 'object' || data === null) return false;
  return Object.values(data).every(
    (answer) => Array.isArray(answer?.values) || typeof (answer as { lack?: unknown } | null)?.lack === 'string',
  );
}
