import { formatDuration } from '../i18n/format.ts';
import { type Language, messagesOf } from '../i18n/language.ts';
import { type ComparedField, type Comparison, isRight, type Side } from '../lab/accuracy.ts';
import { entryWords, percentWords, valueWords } from '../lab/words.ts';
import { type Column, fitColumns, rowLine, titleLine } from './columns.ts';
import { EMPTY_LINE, type Line, line, type Role } from './line.ts';

/** A sheet filled by hand beside the agent's answers, and what no agent can know. */
export function comparisonLines(
  language: Language,
  { fields, manual, auto }: Comparison,
  width: number,
): readonly Line[] {
  const { compare } = messagesOf(language).lab;
  const both = fields.filter(({ verdict }) => verdict !== 'person');
  const persons = fields.filter(({ verdict }) => verdict === 'person');
  const columns = fitColumns(comparisonColumns(language), both, width);
  const own = fitColumns(comparisonColumns(language).slice(0, 2), persons, width);
  return [
    titleLine(columns),
    ...both.map((field) => rowLine(columns, field)),
    EMPTY_LINE,
    line(compare.personTitle, 'strong'),
    ...persons.map((field) => rowLine(own, field)),
    EMPTY_LINE,
    line(
      compare.manualSide(percentWords(language, manual.accuracy), String(manual.correct), ...timesOf(language, manual)),
    ),
    line(compare.autoSide(percentWords(language, auto.accuracy), String(auto.correct), ...timesOf(language, auto))),
  ];
}

export function comparisonColumns(language: Language): readonly Column<ComparedField>[] {
  const { compare, verdicts } = messagesOf(language).lab;
  return [
    { title: compare.field, priority: 1, least: 16, text: ({ label }) => label[language] },
    { title: compare.manual, priority: 2, least: 14, text: ({ entry }) => entryWords(language, entry) },
    { title: compare.auto, priority: 3, least: 14, text: ({ value }) => valueWords(language, value) },
    {
      title: compare.verdict,
      priority: 4,
      whole: true,
      text: ({ verdict }) => verdicts[verdict],
      role: ({ verdict }) => roleOf(verdict),
    },
    {
      title: compare.time,
      priority: 5,
      align: 'right',
      text: ({ seconds }) => (seconds > 0 ? formatDuration(language, seconds / 60) : ''),
    },
  ];
}

function roleOf(verdict: ComparedField['verdict']): Role | undefined {
  if (isRight(verdict)) return 'added';
  if (verdict === 'wrong') return 'removed';
  return verdict === 'missing' ? 'changed' : 'dim';
}

function timesOf(language: Language, { seconds, secondsPerCorrect }: Side): [string, string] {
  const each = secondsPerCorrect === undefined ? '—' : formatDuration(language, secondsPerCorrect / 60);
  return [formatDuration(language, seconds / 60), each];
}
