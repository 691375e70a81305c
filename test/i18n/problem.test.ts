import { expect, it } from 'vitest';
import { parseQuery } from '../../src/fleet/language/parse.ts';
import { messagesOf } from '../../src/i18n/language.ts';
import { problem, problemText } from '../../src/i18n/problem.ts';
import { ParcoursError } from '../../src/model/errors.ts';

const [en, fr] = [messagesOf('en'), messagesOf('fr')];

it('says a problem in the language of who reads it, and in English to the log', () => {
  const error = problem('not-found', 'noMachine', 'PC9');
  expect(error).toMatchObject({ code: 'not-found', message: 'No machine is called PC9' });
  expect(problemText(en, error)).toBe('No machine is called PC9');
  expect(problemText(fr, error)).toBe('Aucun poste ne s’appelle PC9');
});

it('says what is wrong with a query, and where', () => {
  const columns = new Map([['os', 'os']]);
  const failed = (query: string) => {
    try {
      parseQuery(query, columns);
    } catch (error) {
      return error;
    }
    return undefined;
  };
  const error = failed('pc nosuch:x');
  expect(problemText(en, error)).toBe('character 4 of the query: there is no column nosuch; there are os');
  expect(problemText(fr, error)).toBe('caractère 4 de la requête : pas de colonne nosuch ; il y a os');
  expect(problemText(fr, failed('/(/'))).toMatch(/^caractère 1 de la requête : motif illisible/);
});

it('names the kind of any other error, with its own words and causes', () => {
  const busy = new ParcoursError('busy', 'The store is written by process 7', new Error('No answer in time'));
  expect(problemText(en, busy)).toBe('The store is written by process 7: No answer in time');
  expect(problemText(fr, busy)).toBe(
    'Occupé, à réessayer plus tard : The store is written by process 7: No answer in time',
  );
  expect(problemText(fr, new Error('broken'))).toBe('broken');
});
