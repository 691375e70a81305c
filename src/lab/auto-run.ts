import type { CollectorReport } from '../collect/collector.ts';
import { type Measured, type Phase, type PhaseName, phaseNames, type Reading } from '../model/measured.ts';
import { type Answers, lacks } from './answers.ts';
import { readPart, writePart } from './exercise.ts';
import {
  isEachOf,
  isEither,
  isListOf,
  isMaybe,
  isNumber,
  isOneOf,
  isRecordOf,
  isText,
  isTime,
  isYesNo,
} from './guards.ts';
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

const reading = { milliseconds: isNumber, cpuMilliseconds: isNumber };
const areMembers = isRecordOf({
  at: isTime,
  sent: isYesNo,
  runs: isListOf(
    isRecordOf({
      ...reading,
      phases: isListOf(isRecordOf({ ...reading, name: isOneOf(phaseNames) })),
      sent: isListOf(isRecordOf({ query: isText, bytes: isNumber, wireBytes: isNumber })),
      collectors: isListOf(isRecordOf({ name: isText, milliseconds: isNumber })),
    }),
  ),
  answers: isEachOf(
    isEither(
      isRecordOf({ lack: isOneOf(lacks) }),
      isRecordOf({
        values: isListOf(isRecordOf({ value: isEither(isText, isNumber, isYesNo), unit: isMaybe(isText) })),
      }),
    ),
  ),
});

function isAutoPart(data: unknown): data is AutoPart {
  return areMembers(data);
}
