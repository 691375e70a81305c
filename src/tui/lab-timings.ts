import { formatDuration, formatNumber } from '../i18n/format.ts';
import { type Language, messagesOf } from '../i18n/language.ts';
import { medianPhases, wholeRun } from '../lab/auto-run.ts';
import { breakEven, type Effort, project } from '../lab/projection.ts';
import { measuredMinutes, type Results } from '../lab/results.ts';
import { elapsed } from '../lab/stopwatch.ts';
import type { CourseFigure } from '../lab/template.ts';
import { courseWords, gainWords } from '../lab/words.ts';
import { type Column, fitColumns, rowLine, titleLine } from './columns.ts';
import { EMPTY_LINE, type Line, line, span } from './line.ts';

/** A fleet as the course has it, and as the exercise measured it. */
export interface TimingRow {
  readonly machines: number;
  readonly course: CourseFigure;
  readonly effort?: Effort;
}

/** Both timings of an exercise, beside the course's, and on whole fleets with so many agents at a time. */
export function timingLines(language: Language, results: Results, parallel: number, width: number): readonly Line[] {
  const rows = timingRows(results, parallel);
  const columns = fitColumns(timingColumns(language), rows, width);
  return [
    manualLine(language, results),
    autoLine(language, results),
    EMPTY_LINE,
    titleLine(columns),
    ...rows.map((row) => rowLine(columns, row)),
    EMPTY_LINE,
    ...supposedLines(language, rows, parallel),
    ...nextLines(language, results),
  ];
}

export function timingRows(results: Results, parallel: number): readonly TimingRow[] {
  const { manualMinutes, autoMinutes } = measuredMinutes(results);
  const isMeasured = manualMinutes !== undefined && autoMinutes !== undefined;
  return results.exercise.template.course.map((course) => ({
    machines: course.machines,
    course,
    ...(isMeasured && { effort: { manualMinutes, autoMinutes, setupMinutes: 0, parallel } }),
  }));
}

export function timingColumns(language: Language): readonly Column<TimingRow>[] {
  const { screen } = messagesOf(language).lab;
  return [
    {
      title: '',
      priority: 1,
      text: ({ machines }) => screen.machines(formatNumber(language, machines), machines === 1),
    },
    { title: screen.course, priority: 2, text: ({ course }) => courseWords(language, course) },
    { title: screen.measured, priority: 3, text: (row) => measuredWords(language, row) },
    {
      title: screen.gain,
      priority: 4,
      align: 'right',
      text: ({ machines, effort }) => gainOf(language, machines, effort),
    },
  ];
}

function measuredWords(language: Language, { machines, effort }: TimingRow): string {
  if (!effort) return '—';
  const { manualHours, autoHours } = project(machines, effort);
  return `${formatDuration(language, manualHours * 60)} / ${formatDuration(language, autoHours * 60)}`;
}

function gainOf(language: Language, machines: number, effort: Effort | undefined): string {
  return effort ? gainWords(language, project(machines, effort).gain) : '';
}

function manualLine(language: Language, { exercise, manual }: Results): Line {
  const { screen } = messagesOf(language).lab;
  const filled = Object.keys(manual?.entries ?? {}).length;
  const time = manual ? formatDuration(language, elapsed(manual.watch) / 60_000) : '—';
  const state = manual?.finishedAt === undefined ? (manual ? screen.begun : screen.notBegun) : screen.finished;
  const said = `  ${state}  ${screen.fields(filled, exercise.template.fields.length)}`;
  return [span(screen.manual, 'strong'), span(`  ${time}`), span(said, 'dim')];
}

function autoLine(language: Language, { auto }: Results): Line {
  const { auto: words, screen } = messagesOf(language).lab;
  if (!auto) return [span(screen.auto, 'strong'), span('  —'), span(`  ${screen.notBegun}`, 'dim')];
  const time = (milliseconds: number) => formatDuration(language, milliseconds / 60_000);
  const phases = medianPhases(auto).map(({ name, milliseconds }) => `${words.phases[name]} ${time(milliseconds)}`);
  return [
    span(screen.auto, 'strong'),
    span(`  ${time(wholeRun(auto).milliseconds)}`),
    span(`  ${phases.join(', ')}`, 'dim'),
  ];
}

function supposedLines(language: Language, rows: readonly TimingRow[], parallel: number): readonly Line[] {
  const { project: words, screen } = messagesOf(language).lab;
  const effort = rows.at(-1)?.effort;
  return [line(screen.supposed(parallel)), ...(effort ? [line(words.breakEven(breakEven(effort)))] : []), EMPTY_LINE];
}

/** What is still to be done. */
function nextLines(language: Language, { manual, auto }: Results): readonly Line[] {
  const { next } = messagesOf(language).lab;
  if (manual?.finishedAt === undefined) return [line(next('parcours lab manual'))];
  return auto ? [] : [line(next('parcours lab auto'))];
}
