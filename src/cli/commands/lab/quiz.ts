import { readExercise } from '../../../lab/exercise.ts';
import {
  type Attempt,
  answerIn,
  courseQuestions,
  courseQuestionsText,
  give,
  openAttempt,
  parseQuestions,
  type Question,
  readQuiz,
  writeAttempt,
} from '../../../lab/quiz.ts';
import type { Command, Context } from '../../command.ts';
import { type ExitCode, exitCodes } from '../../exit-codes.ts';
import { exerciseFolder, nextCommand, readTeachersFile } from '../../lab.ts';
import { printJson } from '../../output.ts';
import { type Person, personOf } from '../../person.ts';

export const command: Command = {
  options: ['exercise', 'questions', 'show-questions', 'plain'],
  examples: [
    'parcours lab quiz',
    'parcours lab quiz --plain < answers.txt',
    'parcours lab quiz --show-questions > questions.json',
    'parcours lab quiz --questions questions.json',
  ],
  async run(context) {
    const { args, print } = context;
    if (args.flag('show-questions')) {
      print(courseQuestionsText());
      return exitCodes.done;
    }
    return quiz(context, await questionsOf(context));
  },
};

async function questionsOf({ args }: Context): Promise<readonly Question[]> {
  const path = args.text('questions');
  return path === undefined ? courseQuestions() : parseQuestions(await readTeachersFile(path), path);
}

async function quiz(context: Context, questions: readonly Question[]): Promise<ExitCode> {
  const { messages, now } = context;
  const folder = exerciseFolder(context);
  await readExercise(folder);
  const person = await personOf(context);
  let part = await readQuiz(folder);
  let attempt = openAttempt(part, questions, now());
  try {
    for (const [index, question] of questions.entries()) {
      if (attempt.given.some((given) => given.question === question.id)) continue;
      const answer = await askFor(context, person, question, messages.lab.quiz.head(index + 1, questions.length));
      if (answer === 'ended') break;
      attempt = give(attempt, question, answer);
      part = await writeAttempt(folder, part, attempt);
      tellReason(context, person, question, attempt);
    }
  } finally {
    person.close();
  }
  tellScore(context, person, questions, attempt);
  return exitCodes.done;
}

async function askFor(
  { language, messages }: Context,
  person: Person,
  question: Question,
  head: string,
): Promise<number | undefined | 'ended'> {
  const words = messages.lab.quiz;
  const { choices, extract } = question;
  person.say(head);
  person.say(question.question[language]);
  for (const line of extract) person.say(`    ${line}`);
  for (const [index, choice] of choices.entries()) person.say(`  ${letterOf(index + 1)}) ${choice[language]}`);
  const letters = choices.map((_, index) => letterOf(index + 1)).join(', ');
  for (;;) {
    const typed = await person.answer(choices.length > 0 ? words.letter(letters) : words.number);
    if (typed === undefined) return 'ended';
    const answer = answerIn(question, typed);
    if (answer !== undefined || typed === '?') return answer;
    person.say(words.again);
  }
}

function tellReason({ language, messages }: Context, person: Person, question: Question, { given }: Attempt): void {
  const words = messages.lab.quiz;
  const { choices, answer, reason } = question;
  const text = choices.length > 0 ? `${letterOf(answer)}) ${choices[answer - 1]?.[language]}` : String(answer);
  person.say(given.at(-1)?.right ? words.right : words.wrong(text));
  person.say(reason[language]);
  person.say('');
}

function tellScore(context: Context, person: Person, questions: readonly Question[], { given }: Attempt): void {
  const words = context.messages.lab.quiz;
  const [right, total] = [given.filter((one) => one.right).length, questions.length];
  if (given.length < total) person.say(words.left(given.length, total, nextCommand(context, 'lab quiz')));
  person.say(words.score(right, given.length));
  printJson(context, { right, answered: given.length, questions: total, given });
}

function letterOf(choice: number): string {
  return String.fromCharCode(96 + choice);
}
