import { describe, expect, it } from 'vitest';
import { languages, messagesOf } from '../../../src/i18n/language.ts';
import { clockText } from '../../../src/tui/sheet/layout.ts';
import { widthOf } from '../../../src/tui/width.ts';
import { newForm } from './form.ts';

describe.each(languages)('the form, %s', (language) => {
  it.each([
    [80, 24],
    [140, 40],
    [60, 16],
  ])('fills %i by %i and no more, with the field in sight', (columns, rows) => {
    const { lines, press, state } = newForm({ language, columns, rows });
    for (const _ of state().template.fields) {
      expect(lines()).toHaveLength(rows);
      expect(lines().filter((line) => widthOf(line) > columns)).toEqual([]);
      expect(lines().filter((line) => line.startsWith('▸'))).toHaveLength(1);
      press('"0123456789012345678901234567890123456789"', 'enter');
    }
  });

  it('tells at 80 columns how to go on, to pause, and to leave, and shows every key in its help', () => {
    const { lines, press, text } = newForm({ language });
    const { commands } = messagesOf(language).sheet;
    for (const id of ['next', 'unknown', 'pause', 'leave', 'help'] as const) {
      expect(lines().at(-1)).toContain(commands[id].short);
    }
    press('f1');
    for (const id of ['next', 'previous', 'unknown', 'pause', 'undo', 'platform', 'leave'] as const) {
      expect(text()).toContain(commands[id].long);
    }
    expect(text()).not.toContain('…');
  });

  it('tells where to look, on either system, without a cut', () => {
    const { press, state, text } = newForm({ language });
    for (const { hint } of state().template.fields) {
      const words = (shown: string) => shown.replace(/\s+/g, ' ');
      expect(words(text())).toContain(words(hint.linux[language]));
      press('ctrl-o');
      expect(words(text())).toContain(words(hint.windows[language]));
      press('ctrl-o', 'enter');
    }
  });
});

it('shows the end of a text that is longer than its place', () => {
  const { press, text } = newForm();
  press(`"${'a'.repeat(100)}END"`);
  expect(text()).toContain('aaaEND');
});

it('makes what was typed safe for the terminal', () => {
  const { press, text } = newForm();
  press('"a\u009b31mb\u202e"', 'enter');
  expect(text()).toContain('a␛31mb␛');
});

it('writes times as a stopwatch does', () => {
  expect([0, 59_999, 761_000, 3_761_000].map(clockText)).toEqual(['0:00', '0:59', '12:41', '1:02:41']);
});
