import type { ComparedField } from '../../../lab/accuracy.ts';
import { type Done, readResults, requireDone } from '../../../lab/results.ts';
import { entryWords, valueWords } from '../../../lab/words.ts';
import type { Command, Context } from '../../command.ts';
import { exitCodes } from '../../exit-codes.ts';
import { exerciseFolder, nextCommand } from '../../lab.ts';
import { foldedPrint } from '../../lab-print.ts';
import { printJson } from '../../output.ts';

/** The sheet filled by hand beside what the agent found, field by field. */
export const command: Command = {
  options: ['exercise'],
  examples: ['parcours lab compare', 'parcours lab compare --json | jq ".manual.accuracy"'],
  async run(context) {
    const done = requireDone(await readResults(exerciseFolder(context)));
    if (printJson(context, answerOf(context, done))) return exitCodes.done;
    const print = foldedPrint(context);
    const [{ comparisonLines }, { textOf }] = await Promise.all([
      import('../../../tui/lab-comparison.ts'),
      import('../../../tui/line.ts'),
    ]);
    const { language, messages, stdout } = context;
    print(`${done.exercise.template.title[language]}  ${done.exercise.student ?? ''}`.trimEnd());
    print('');
    const width = Math.min(stdout.columns || USUAL_WIDTH, WIDEST);
    const lines = comparisonLines(language, done.comparison, width);
    for (const line of lines) print(textOf(line).trimEnd());
    print('');
    if (stdout.isTTY && lines.length + AROUND > stdout.rows) {
      context.note(messages.lab.tooLong(nextCommand(context, 'lab compare')));
    }
    context.note(messages.lab.next(nextCommand(context, 'lab project')));
    return exitCodes.done;
  },
};

function answerOf({ language }: Context, { exercise, comparison: { fields, ...sides } }: Done) {
  return { student: exercise.student, fields: fields.map((field) => fieldOf(language, field)), ...sides };
}

function fieldOf(language: Context['language'], { id, label, entry, value, verdict, seconds, weight }: ComparedField) {
  return {
    id,
    label: label[language],
    ...(entry && { manual: entryWords(language, entry) }),
    ...(value && { automatic: valueWords(language, value) }),
    verdict,
    seconds,
    weight,
  };
}

const USUAL_WIDTH = 80;
const WIDEST = 120;
/** The title, the prompt and what is between. */
const AROUND = 5;
