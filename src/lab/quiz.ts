import type { Label } from '../model/descriptor.ts';
import { present } from '../model/present.ts';
import questionsOfCourse from './data/questions.json' with { type: 'json' };
import { readPart, writePart } from './exercise.ts';
import {
  amountOf,
  type Found,
  labelOf,
  listOf,
  type Members,
  member,
  members,
  mistake,
  optional,
  parseJson,
  textOf,
} from './json-shape.ts';

/** A question with one right choice, or with a number for an answer. */
export interface Question {
  readonly id: string;
  readonly question: Label;
  /** Lines to read first, such as those of a log. */
  readonly extract: readonly string[];
  /** Empty where a number is asked for. */
  readonly choices: readonly Label[];
  /** Which choice, counted from 1, or the number. */
  readonly answer: number;
  readonly reason: Label;
}

/** One go through the questions. */
export interface Attempt {
  /** ISO 8601. */
  readonly startedAt: string;
  readonly given: readonly Given[];
}

export interface Given {
  readonly question: string;
  /** As `Question.answer`; undefined for “I don’t know”. */
  readonly answer?: number;
  readonly right: boolean;
}

/** `quiz.json` of an exercise, oldest attempt first. */
export interface QuizPart {
  readonly attempts: readonly Attempt[];
}

/** The questions of a teacher's file. Fails with `bad-input` on the first mistake, naming where it stands. */
export function parseQuestions(text: string, path: string): readonly Question[] {
  const found = parseJson(text, path);
  const questions = listOf(found).map((value, index) => questionOf({ value, at: placeOf(value, index, path) }));
  if (questions.length === 0) throw mistake(path, 'write at least one question');
  return questions;
}

export function courseQuestions(): readonly Question[] {
  return parseQuestions(courseQuestionsText(), 'questions');
}

/** The questions of the course, as a teacher would begin to edit them. */
export function courseQuestionsText(): string {
  return JSON.stringify(questionsOfCourse, null, 2);
}

/** What a typed line means: a letter or a number of a choice, or a number; undefined where it means nothing here. */
export function answerIn({ choices }: Question, typed: string): number | undefined {
  if (choices.length === 0) return /^\d+(?:[.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : undefined;
  const chosen = /^[a-z]$/i.test(typed) ? typed.toLowerCase().charCodeAt(0) - 96 : Number(typed);
  return Number.isInteger(chosen) && chosen >= 1 && chosen <= choices.length ? chosen : undefined;
}

/** The last attempt, where questions of it are still open; else a new one. */
export function openAttempt({ attempts }: QuizPart, questions: readonly Question[], now: number): Attempt {
  const last = attempts.at(-1);
  const isOpen = last && questions.some(({ id }) => !last.given.some(({ question }) => question === id));
  return isOpen ? last : { startedAt: new Date(now).toISOString(), given: [] };
}

export function give(attempt: Attempt, { id, answer: right }: Question, answer: number | undefined): Attempt {
  return { ...attempt, given: [...attempt.given, { question: id, ...present({ answer }), right: answer === right }] };
}

export async function readQuiz(folder: string): Promise<QuizPart> {
  return (await readPart(folder, 'quiz.json', isQuizPart)) ?? { attempts: [] };
}

/** The attempt takes the place of its earlier state; resolves when it is on disk. */
export async function writeAttempt(folder: string, { attempts }: QuizPart, attempt: Attempt): Promise<QuizPart> {
  const others = attempts.filter(({ startedAt }) => startedAt !== attempt.startedAt);
  const part = { attempts: [...others, attempt] };
  await writePart(folder, 'quiz.json', part);
  return part;
}

function isQuizPart(data: unknown): data is QuizPart {
  return Array.isArray((data as Partial<QuizPart> | null)?.attempts);
}

function placeOf(value: unknown, index: number, path: string): string {
  const id = (value as Members | null)?.['id'];
  return `${path}, question ${typeof id === 'string' ? `"${id}"` : index + 1}`;
}

function questionOf(found: Found): Question {
  const from = members(found, ['id', 'question', 'extract', 'choices', 'answer', 'number', 'reason']);
  const of = (name: string) => member(from, name, found.at);
  const choices = (optional(of('choices'), listOf) ?? []).map((value, index) =>
    labelOf({ value, at: `${found.at}, choice ${index + 1}` }),
  );
  return {
    id: textOf(of('id')),
    question: labelOf(of('question')),
    extract: (optional(of('extract'), listOf) ?? []).map((value) => textOf({ value, at: `${found.at}, extract` })),
    choices,
    answer: choices.length > 0 ? choiceOf(of('answer'), choices.length) : amountOf(of('number')),
    reason: labelOf(of('reason')),
  };
}

function choiceOf(found: Found, choices: number): number {
  const answer = amountOf(found);
  if (Number.isInteger(answer) && answer >= 1 && answer <= choices) return answer;
  throw mistake(found.at, `write which choice is right, from 1 to ${choices}`);
}
