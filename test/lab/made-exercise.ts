import { compare } from '../../src/lab/accuracy.ts';
import type { AutoPart } from '../../src/lab/auto-run.ts';
import { EXERCISE_FORMAT, type Exercise } from '../../src/lab/exercise.ts';
import { machineSheet } from '../../src/lab/machine-sheet.ts';
import type { Done } from '../../src/lab/results.ts';
import type { ManualSheet } from '../../src/lab/sheet.ts';
import type { Pause } from '../../src/lab/stopwatch.ts';
import type { Template } from '../../src/lab/template.ts';

interface Given {
  readonly student?: string;
  readonly minutes?: number;
  readonly template?: Template;
  readonly pauses?: readonly Pause[];
}

/** An exercise that was done, as the program keeps it. */
export function madeExercise({
  student = 'S12',
  minutes = 38,
  template = machineSheet(),
  pauses = [],
}: Given = {}): Done {
  const exercise: Exercise = {
    format: EXERCISE_FORMAT,
    template,
    student,
    language: 'fr',
    createdAt: at(0),
    version: '0.1.0',
  };
  const manual: ManualSheet = {
    entries: {
      name: { kind: 'value', text: 'B104-PC02' },
      serial: { kind: 'value', text: '5CG9280XYS' },
      memory: { kind: 'value', text: '16 Go' },
      room: { kind: 'value', text: 'B104' },
      mac: { kind: 'unknown' },
    },
    watch: { runs: [{ from: at(0), to: at(minutes) }], pauses, isPaused: false },
    visits: [{ field: 'serial', entered: at(0), left: at(2), spent: 120_000 }],
    edits: [],
    finishedAt: at(minutes),
  };
  const auto: AutoPart = {
    at: at(minutes + 5),
    sent: false,
    runs: [{ milliseconds: 800, cpuMilliseconds: 300, phases: [], sent: [], collectors: [] }],
    answers: {
      name: { values: [{ value: 'B104-PC02' }] },
      serial: { values: [{ value: '5CG9280XYZ' }] },
      memory: { values: [{ value: 15_974, unit: 'MiB' }] },
      mac: { values: [{ value: '18:66:da:0a:0b:0c' }] },
      ...Object.fromEntries(
        template.fields.filter(({ sources }) => sources.length === 0).map(({ id }) => [id, PERSON]),
      ),
    },
  };
  return { exercise, manual, auto, comparison: compare(template, manual, auto) };
}

const PERSON = { lack: 'person' } as const;

function at(minutes: number): string {
  return new Date(Date.UTC(2026, 10, 23, 14, minutes)).toISOString();
}
