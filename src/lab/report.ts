import { formatDuration, formatNumber, formatTime } from '../i18n/format.ts';
import { type Language, messagesOf } from '../i18n/language.ts';
import { safeText } from '../model/safe-text.ts';
import type { Comparison, Side } from './accuracy.ts';
import { breakEven, type Effort, project } from './projection.ts';
import type { Done } from './results.ts';
import type { Pause } from './stopwatch.ts';
import { courseWords, gainWords, percentWords } from './words.ts';

/** What a page says, whatever it is written in: every text is short enough for its place, and none is escaped yet. */
export interface Report {
  readonly language: Language;
  readonly title: string;
  readonly facts: readonly (readonly [name: string, value: string])[];
  readonly sections: readonly ReportSection[];
  readonly signatures: readonly string[];
}

export interface ReportSection {
  readonly title: string;
  readonly table?: ReportTable;
  /** Paragraphs below the table. */
  readonly notes: readonly string[];
}

export interface ReportTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Narrow enough to stand in two halves, side by side. */
  readonly halves?: true;
}

/** What an exercise is told with. */
export interface Telling {
  readonly language: Language;
  readonly effort: Effort;
  readonly fleets: readonly number[];
  /** SHA-256 of the files of the exercise. */
  readonly digest: string;
}

/** The page of an exercise that was done; it holds verdicts, and nothing of the machine or of a person but their code. */
export function reportOf(done: Done, telling: Telling): Report {
  const { language } = telling;
  const { report } = messagesOf(language).lab;
  const { title } = done.exercise.template;
  return {
    language,
    title: shorten(`${report.title} · ${title[language]}`, LONGEST_TITLE),
    facts: factsOf(done, language),
    sections: [
      timingsOf(done, language),
      fieldsOf(done.comparison, language),
      projectionOf(done, telling),
      { title: report.proof, notes: [telling.digest, report.proofHow] },
    ],
    signatures: report.signatures,
  };
}

function factsOf({ exercise, manual }: Done, language: Language): Report['facts'] {
  const { report } = messagesOf(language).lab;
  const { student = '', template, version } = exercise;
  const competences = template.competences.slice(0, MOST_COMPETENCES);
  return [
    [report.student, student],
    [report.date, formatTime(language, manual.finishedAt ?? exercise.createdAt)],
    ...competences.map(({ code, label }): [string, string] => [
      `${report.competence} ${shorten(code, LONGEST_CODE)}`,
      shorten(label[language], LONGEST_LABEL),
    ]),
    [report.program, `parcours ${version}`],
  ];
}

function timingsOf({ comparison, manual, auto }: Done, language: Language): ReportSection {
  const { report } = messagesOf(language).lab;
  const side = (name: string, { accuracy, correct, seconds, secondsPerCorrect }: Side) => [
    name,
    formatDuration(language, seconds / 60),
    String(correct),
    percentWords(language, accuracy),
    secondsPerCorrect === undefined ? '—' : formatDuration(language, secondsPerCorrect / 60),
  ];
  const { pauses } = manual.watch;
  return {
    title: report.timings,
    table: {
      headers: report.timingHeaders,
      rows: [side(report.byHand, comparison.manual), side(report.byAgent, comparison.auto)],
    },
    notes: [
      ...(pauses.length > 0 ? [report.pauses(pauses.length, pauseTime(pauses, language), reasonsOf(pauses))] : []),
      report.runs(auto.runs.length, auto.sent),
    ],
  };
}

function pauseTime(pauses: readonly Pause[], language: Language): string {
  const milliseconds = pauses.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
  return formatDuration(language, milliseconds / 60_000);
}

function reasonsOf(pauses: readonly Pause[]): string {
  const reasons = new Set(pauses.flatMap(({ reason }) => reason || []));
  return shorten([...reasons].join(', '), LONGEST_LABEL);
}

function fieldsOf({ fields }: Comparison, language: Language): ReportSection {
  const { report, verdicts } = messagesOf(language).lab;
  const shown = fields.slice(0, MOST_FIELDS);
  const persons = fields.filter(({ verdict }) => verdict === 'person').map(({ label }) => label[language]);
  return {
    title: report.fields,
    table: {
      halves: true,
      headers: report.fieldHeaders,
      rows: shown.map(({ label, verdict, seconds }) => [
        shorten(label[language], LONGEST_FIELD),
        verdicts[verdict],
        seconds > 0 ? formatDuration(language, seconds / 60) : '—',
      ]),
    },
    notes: [
      ...(shown.length < fields.length ? [report.moreFields(fields.length - shown.length)] : []),
      ...(persons.length > 0 ? [report.persons(shorten(persons.join(', '), LONGEST_NOTE))] : []),
    ],
  };
}

function projectionOf({ exercise }: Done, { language, effort, fleets }: Telling): ReportSection {
  const { project: words, report } = messagesOf(language).lab;
  const hours = (value: number) => formatDuration(language, value * 60);
  const rows = fleets.slice(0, MOST_FLEETS).map((machines) => {
    const { manualHours, autoHours, gain } = project(machines, effort);
    const course = exercise.template.course.find((figure) => figure.machines === machines);
    return [
      formatNumber(language, machines),
      hours(manualHours),
      hours(autoHours),
      gainWords(language, gain),
      course ? courseWords(language, course) : '',
    ];
  });
  const { setupMinutes, parallel } = effort;
  return {
    title: report.projection,
    table: { headers: Object.values(words.headers).slice(0, -1), rows },
    notes: [
      `${report.supposing(formatDuration(language, setupMinutes), parallel)} ${words.breakEven(breakEven(effort))}`,
    ],
  };
}

/** A text in at most so many characters. */
function shorten(text: string, most: number): string {
  const characters = [...safeText(text)];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
}

const LONGEST_TITLE = 90;
const LONGEST_CODE = 12;
const LONGEST_LABEL = 90;
const LONGEST_FIELD = 32;
const LONGEST_NOTE = 220;
const MOST_COMPETENCES = 4;
const MOST_FIELDS = 32;
const MOST_FLEETS = 6;
