/** Texts of the page that proves an exercise. */
export const report = {
  title: 'An inventory by hand and by agent',
  student: 'Student code',
  date: 'Done on',
  competence: 'Competence',
  program: 'Made with',
  timings: 'Timings and accuracy',
  timingHeaders: ['', 'Time', 'Right fields', 'Accuracy', 'For each right field'],
  byHand: 'By hand',
  byAgent: 'By agent',
  pauses: (count: number, time: string, reasons: string) =>
    `The stopwatch was paused ${count === 1 ? 'once' : `${count} times`}, ${time} in all${reasons === '' ? '' : `: ${reasons}`}.`,
  runs: (runs: number, sent: boolean) =>
    `The agent ran ${runs === 1 ? 'once' : `${runs} times, the median counts`}; ${sent ? 'a server took its inventory' : 'without a server'}. By hand, accuracy is of what the agent knows; by agent, of the whole sheet.`,
  fields: 'The sheet, field by field',
  fieldHeaders: ['Field', 'By hand', 'Time'],
  moreFields: (count: number) => `and ${count} more fields, which parcours lab compare shows.`,
  persons: (names: string) => `What no agent can know: ${names}.`,
  projection: 'What a whole fleet takes',
  supposing: (setup: string, parallel: number) =>
    `Supposing a setup of ${setup} and ${parallel === 1 ? 'one agent at a time' : `${parallel} agents at a time`}. Course: by hand / by agent.`,
  proof: 'Hash of the exercise',
  proofHow:
    'SHA-256 of its files exercise.json, manual.json and auto.json, in that order: all that was typed, timed and found. In their folder: cat exercise.json manual.json auto.json | sha256sum',
  signatures: ['Date and signature of the student', 'Date and signature of the teacher'],
};
