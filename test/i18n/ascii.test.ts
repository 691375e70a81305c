import { expect, it } from 'vitest';
import { foldingOf } from '../../src/i18n/ascii.ts';

const text = 'Étiquette « à l’œil » → …';

it.each([
  ['C', { LC_ALL: 'C', LANG: 'fr_FR.UTF-8' }],
  ['Latin-1', { LANG: 'fr_FR.ISO-8859-1' }],
  ['none', {}],
])('writes ASCII where the locale is %s', (_, environment) => {
  expect(foldingOf(environment)(text)).toBe('Etiquette " a l\'eil " > .');
});

it('leaves a text alone where the locale is UTF-8, but for drawn signs on a console', () => {
  expect(foldingOf({ LANG: 'fr_FR.UTF-8' })(text)).toBe(text);
  expect(foldingOf({ LANG: 'fr_FR.UTF-8', TERM: 'linux' })('é → …')).toBe('é > .');
});

it('keeps the cells of a character that has no ASCII form', () => {
  expect(foldingOf({}, () => 2)('字a\n')).toBe('??a\n');
});
