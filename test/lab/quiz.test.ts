import { describe, expect, it } from 'vitest';
import { languages } from '../../src/i18n/language.ts';
import {
  answerIn,
  courseQuestions,
  courseQuestionsText,
  give,
  openAttempt,
  parseQuestions,
  type Question,
} from '../../src/lab/quiz.ts';

function question(id: string): Question {
  const found = courseQuestions().find((one) => one.id === id);
  if (!found) throw new Error(`no question ${id}`);
  return found;
}

describe('the questions of the course', () => {
  it('are told apart by their ids and by their choices, in both languages', () => {
    const questions = courseQuestions();
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { choices, id } of questions) {
      for (const language of languages) {
        expect(new Set(choices.map((choice) => choice[language])).size, id).toBe(choices.length);
      }
    }
  });

  it('do not all have their answer at the same place', () => {
    const places = courseQuestions().flatMap(({ choices, answer }) => (choices.length > 0 ? [answer] : []));
    for (const place of [1, 2, 3]) {
      expect(places.filter((answer) => answer === place).length).toBeGreaterThan(places.length / 6);
    }
  });
});

describe('an answer', () => {
  it('is a letter or the number of a choice', () => {
    expect(['b', 'B', '2', 'd', '0', '', 'bb'].map((typed) => answerIn(question('agent'), typed))).toEqual([
      2,
      2,
      2,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is a number where one is asked for, with either decimal sign', () => {
    expect(['150', '150,0', '1.5', 'many', ''].map((typed) => answerIn(question('hours'), typed))).toEqual([
      150,
      150,
      1.5,
      undefined,
      undefined,
    ]);
  });

  it('is kept with the attempt, right or not; not to know is not right', () => {
    const questions = [question('agent'), question('hours')];
    const first = give(openAttempt({ attempts: [] }, questions, 0), question('agent'), 2);
    const through = give(first, question('hours'), undefined);
    expect(through.given).toEqual([
      { question: 'agent', answer: 2, right: true },
      { question: 'hours', right: false },
    ]);
    expect(openAttempt({ attempts: [first] }, questions, 1)).toBe(first);
    expect(openAttempt({ attempts: [through] }, questions, 1)).toEqual({
      startedAt: '1970-01-01T00:00:00.001Z',
      given: [],
    });
  });
});

it.each([
  [
    'a choice that is none',
    '"answer": 2',
    '"answer": 4',
    /question "agent", answer: write which choice is right, from 1 to 3/,
  ],
  [
    'a text in one language',
    '"fr": "Que fait l’agent OCS ?"',
    '"fr": ""',
    /question "agent", question, fr: write a text/,
  ],
  ['a member that is none', '"number": 150', '"nombre": 150', /question "hours": there is no "nombre"/],
])('tells a teacher where the mistake is: %s', (_, before, after, message) => {
  const text = courseQuestionsText();
  expect(text).toContain(before);
  expect(() => parseQuestions(text.replace(before, after), 'q.json')).toThrow(message);
});
