import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cut, fitText, widthOf, wrap } from '../../src/tui/width.ts';
import { hostileTexts } from './hostile-machine.ts';

const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...hostileTexts));
const widths = fc.integer({ min: 1, max: 60 });

it('fills exactly the cells it is given', () => {
  fc.assert(
    fc.property(texts, widths, (text, width) => {
      expect(widthOf(fitText(text, width))).toBe(width);
    }),
  );
});

it('cuts with an ellipsis, between characters', () => {
  expect(cut('Debian GNU/Linux', 8)).toBe('Debian …');
  expect(cut('東京研究室', 6)).toBe('東京…');
  expect(cut('Debian', 6)).toBe('Debian');
});

it('pads numbers on the left', () => {
  expect(fitText('12', 5, 'right')).toBe('   12');
});

it('lets nothing through that a terminal would obey', () => {
  fc.assert(
    fc.property(texts, widths, (text, width) => {
      expect(fitText(text, width)).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
    }),
  );
});

it('wraps a text onto lines that fit, and loses nothing but blanks', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zé東]{1,30}$/)), fc.integer({ min: 2, max: 40 }), (words, width) => {
      const lines = wrap(words.join(' '), width);
      expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(words.join(''));
    }),
  );
});
