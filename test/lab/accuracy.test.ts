import { expect, it } from 'vitest';
import { compare } from '../../src/lab/accuracy.ts';
import type { Answers } from '../../src/lab/answers.ts';
import type { AutoPart } from '../../src/lab/auto-run.ts';
import { machineSheet } from '../../src/lab/machine-sheet.ts';
import { EMPTY_SHEET, type Entry, type ManualSheet } from '../../src/lab/sheet.ts';

const template = machineSheet();
const typed = (text: string): Entry => ({ kind: 'value', text });

/** Serial and memory count twice, the rest once. */
const manual: ManualSheet = {
  ...EMPTY_SHEET,
  entries: {
    name: typed('b104-pc02'),
    serial: typed('5CG9280XYS'),
    memory: typed('16 Go'),
    mac: { kind: 'unknown' },
    room: typed('B104'),
  },
  watch: { runs: [{ from: '2026-11-23T14:00:00Z', to: '2026-11-23T14:10:00Z' }], pauses: [], isPaused: false },
  visits: [
    { field: 'serial', entered: '2026-11-23T14:00:00Z', left: '2026-11-23T14:01:00Z', spent: 60_000 },
    { field: 'serial', entered: '2026-11-23T14:05:00Z', left: '2026-11-23T14:05:30Z', spent: 30_000 },
  ],
};

const known: Answers = {
  name: { values: [{ value: 'B104-PC02' }] },
  serial: { values: [{ value: '5CG9280XYZ' }] },
  memory: { values: [{ value: 15_974, unit: 'MiB' }] },
  mac: { values: [{ value: '18:66:da:0a:0b:0c' }] },
  firmware: { lack: 'needs-root' },
  room: { lack: 'person' },
};
const auto: AutoPart = {
  at: '2026-11-23T14:12:00Z',
  sent: false,
  runs: [{ milliseconds: 800, cpuMilliseconds: 300, phases: [], sent: [], collectors: [] }],
  answers: known,
};

it('judges every field of the sheet, with the time spent on it', () => {
  const { fields } = compare(template, manual, auto);
  const verdicts = Object.fromEntries(fields.map(({ id, verdict }) => [id, verdict]));
  expect(verdicts).toMatchObject({
    name: 'equal',
    serial: 'wrong',
    memory: 'close',
    mac: 'missing',
    firmware: 'needs-root',
    room: 'person',
    model: 'not-collected',
  });
  expect(fields).toHaveLength(template.fields.length);
  expect(fields.find(({ id }) => id === 'serial')?.seconds).toBe(90);
});

it('weighs what is right by hand among what the agent knows', () => {
  const { manual: side } = compare(template, manual, auto);
  // name 1 and memory 2 of name 1, serial 2, memory 2, mac 2.
  expect(side).toEqual({ correct: 2, seconds: 600, accuracy: expect.closeTo((3 / 7) * 100), secondsPerCorrect: 300 });
});

it('weighs what the agent knows among the whole sheet', () => {
  const { auto: side } = compare(template, manual, auto);
  const all = template.fields.reduce((sum, { weight }) => sum + weight, 0);
  expect(side).toEqual({ correct: 4, seconds: 0.8, accuracy: expect.closeTo((7 / all) * 100), secondsPerCorrect: 0.2 });
});

it('has no accuracy to tell where nothing can be compared', () => {
  const { manual: side } = compare(template, EMPTY_SHEET, { ...auto, answers: { room: { lack: 'person' } } });
  expect(side).toEqual({ correct: 0, seconds: 0 });
});
