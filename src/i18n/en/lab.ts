import { report } from './lab-report.ts';

/** Texts of the classroom. */
export const lab = {
  report,
  project: {
    headers: {
      machines: 'MACHINES',
      byHand: 'BY HAND',
      byAgent: 'BY AGENT',
      gain: 'GAIN',
      course: 'COURSE',
      parallel: 'ITS HOURS NEED',
    },
    byHand: 'by hand',
    byAgent: 'by agent',
    premise: (manual: string, auto: string, parallel: number) =>
      `One machine: ${manual} by hand, ${auto} by agent; ${parallel === 1 ? 'one agent at a time' : `${parallel} agents at a time`}.`,
    parallel: (parallel: number | undefined) => (parallel === undefined ? 'never' : `${parallel} at a time`),
    breakEven: (machines: number | undefined) =>
      machines === undefined
        ? 'The agents are never quicker.'
        : machines === 1
          ? 'The agents are quicker from the first machine on.'
          : `The agents are quicker from ${machines} machines on.`,
    noSetup: 'Nothing is counted for installing the agents: --setup-minutes does.',
    courseNotes: [
      'COURSE: by hand / by agent, as the sheet of the course has it; — is unrealistic.',
      'ITS HOURS NEED: the agents at a time that would give the hours of the course.',
    ],
  },
  auto: {
    run: 'run of the agent',
    title: (runs: number) => `The agent on this machine, ${runs === 1 ? 'one run' : `${runs} runs, medians`}:`,
    headers: { phase: 'PHASE', time: 'TIME', processor: 'PROCESSOR', first: 'FIRST RUN' },
    phases: {
      start: 'start',
      collect: 'collect',
      build: 'build',
      compress: 'compress',
      connect: 'connect',
      send: 'send',
      answer: 'answer',
    },
    whole: 'whole run',
    slowest: 'Its slowest collectors; they run side by side, so that their times overlap:',
    items: (count: number) => `${count} ${count === 1 ? 'row' : 'rows'}`,
    others: (count: number) => `and ${count} others`,
    travelled: (run: number, size: string, packed: string) => `Run ${run} sent ${size}, ${packed} compressed.`,
    absent: (phases: string) => `Without --server nothing travels: no ${phases}.`,
  },
  class: {
    headers: { student: 'CODE', far: 'FAR FROM THE OTHERS' },
    measures: {
      minutes: 'MINUTES',
      correct: 'RIGHT FIELDS',
      accuracy: 'ACCURACY %',
      secondsPerCorrect: 'S/FIELD',
      agentSeconds: 'AGENT S',
    },
    median: 'median',
    low: 'first quartile',
    high: 'third quartile',
    count: (count: number) => `${count} ${count === 1 ? 'exercise' : 'exercises'}; by hand, but for the last column.`,
    far: '! is far from the others: beyond one and a half times the middle half.',
    none: 'No exercise here was done.',
    skipped: (folder: string, reason: string) => `left out: ${folder}: ${reason}`,
  },
  screen: {
    title: 'Timed exercise',
    sheet: 'Sheet',
    manual: 'BY HAND ',
    auto: 'BY AGENT',
    notBegun: 'not begun',
    begun: 'begun',
    finished: 'finished',
    fields: (filled: number, all: number) => `${filled}/${all} fields filled`,
    machines: (count: string, one: boolean) => `${count} ${one ? 'machine' : 'machines'}`,
    course: 'COURSE',
    measured: 'MEASURED HERE',
    gain: 'GAIN',
    supposed: (agents: number) =>
      `Supposing ${agents === 1 ? 'one agent at a time' : `${agents} agents at a time`}, and no setup: p more, P fewer.`,
    early: 'It is shown once the sheet is finished and the agent has run: before, it would tell the answers.',
  },
  printed: 'The HTML file, opened in a browser, prints on one page.',
  tooLong: (command: string) => `Some lines are above: ${command} | less`,
  unknown: 'I don’t know',
  verdicts: {
    exact: 'exact',
    equal: 'equal',
    close: 'close enough',
    wrong: 'wrong',
    missing: 'missing',
    person: 'only a person',
    'needs-root': 'needs root or an administrator',
    'not-collected': 'not collected',
    none: 'agent has none',
  },
  compare: {
    field: 'FIELD',
    manual: 'BY HAND',
    auto: 'BY AGENT',
    verdict: 'VERDICT',
    time: 'TIME',
    personTitle: 'What no agent can know:',
    manualSide: (accuracy: string, correct: string, time: string, each: string) =>
      `By hand:  ${accuracy} right, ${correct} fields in ${time}: ${each} for each of them`,
    autoSide: (accuracy: string, correct: string, time: string, each: string) =>
      `By agent: ${accuracy} of the sheet, ${correct} fields in ${time}: ${each} for each of them`,
  },
  made: (title: string, fields: number, folder: string) => `${title}: ${fields} fields, in ${folder}`,
  next: (command: string) => `Next: ${command}`,
  askReset: (folder: string) => `Wipe the exercise in ${folder}?`,
  yesNo: '[y/N]',
  yes: 'y',
  wiped: (folder: string) => `The exercise in ${folder} is wiped.`,
  kept: 'Nothing was wiped.',
  quiz: {
    head: (at: number, total: number) => `Question ${at} of ${total}`,
    letter: (letters: string) => `Your answer (${letters}, ? if you don’t know): `,
    number: 'Your answer (a number, ? if you don’t know): ',
    again: 'That is none of the answers.',
    right: 'Right.',
    wrong: (answer: string) => `No: ${answer}.`,
    score: (right: number, total: number) => `${right} of ${total} right.`,
    left: (given: number, total: number, command: string) => `${given} of ${total} answered; ${command} goes on there.`,
  },
};
