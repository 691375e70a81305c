import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { en } from '../src/i18n/en.ts';
import { fr } from '../src/i18n/fr.ts';
import { languageOf, messagesOf, reasonText, systemText } from '../src/i18n/language.ts';

it('chooses the language as POSIX orders the variables', () => {
  expect(languageOf({ LANG: 'fr_FR.UTF-8' })).toBe('fr');
  expect(languageOf({ LANG: 'fr_FR.UTF-8', LC_ALL: 'C' })).toBe('en');
  expect(languageOf({ LANG: 'de_DE.UTF-8' })).toBe('en');
  expect(languageOf({})).toBe('en');
});

it('translates the code of a reason and keeps its detail', () => {
  expect(reasonText(messagesOf('fr'), 'timed-out: 10 s')).toBe('délai dépassé (10 s)');
  expect(reasonText(messagesOf('en'), 'needs-root')).toBe('needs root: run with sudo');
  expect(reasonText(messagesOf('en'), 'constructor')).toBe('constructor');
});

it('says what a machine is that is no computer', () => {
  expect(systemText(messagesOf('fr'), 'computer', 'Debian 12')).toBe('Debian 12');
  expect(systemText(messagesOf('fr'), 'phone', 'Android 13')).toBe('téléphone, Android 13');
  expect(systemText(messagesOf('en'), 'network')).toBe('network device');
});

it('has a French text for every English one', () => {
  expect(texts(fr).map(([path]) => path)).toEqual(texts(en).map(([path]) => path));
  expect(emptyTexts(fr)).toEqual(emptyTexts(en));
});

it('finds no text for people outside both languages', () => {
  const strangers = ['src/tui', 'src/cli']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => wordsIn(path).map((words) => `${path}: ${words}`));
  expect(strangers).toEqual([]);
});

/** Text between tags, or handed to `print` and `note`, that is written in place. */
function wordsIn(path: string): string[] {
  const source = readFileSync(path, 'utf8');
  const between = [...source.matchAll(/<\w[^<>]*>\s*([A-Za-zÀ-ÿ][A-Za-zÀ-ÿ ]{2,})\s*<\//g)];
  const said = [...source.matchAll(/\b(?:print|note)\(\s*['`]([^'`$]*[A-Za-z]{2,} [A-Za-z]{2,}[^'`]*)['`]/g)];
  return [...between, ...said].map(([, words]) => words ?? '');
}

function emptyTexts(messages: unknown): string[] {
  return texts(messages).flatMap(([path, text]) => (text === '' ? [path] : []));
}

function texts(messages: unknown, path = ''): [string, string][] {
  if (typeof messages === 'string') return [[path, messages]];
  if (typeof messages === 'function') return [[path, 'function']];
  return Object.entries(messages as object).flatMap(([key, value]) => texts(value, `${path}.${key}`));
}
