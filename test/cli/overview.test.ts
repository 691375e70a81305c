import { expect, it } from 'vitest';
import { overview } from '../../src/cli/overview.ts';
import { languages, messagesOf } from '../../src/i18n/language.ts';

it.each(languages)('tells every command within the columns there are, %s', (language) => {
  for (const columns of [80, 60, Number.POSITIVE_INFINITY]) {
    const text = overview(language, columns);
    expect(text.split('\n').filter((line) => line.length > columns)).toEqual([]);
    const words = text.replace(/\s+/g, ' ');
    for (const [name, told] of Object.entries(messagesOf(language).cli.commands))
      expect(words).toContain(`${name} ${told}`);
  }
});

it('tells the commands of one family alone', () => {
  const text = overview('en', 80, 'lab');
  expect(text).toContain('Usage: parcours lab COMMAND');
  expect(text).not.toContain('timeline');
});
