import fc from 'fast-check';
import { expect, it } from 'vitest';
import { safeJson, safeText } from '../../src/model/safe-text.ts';

it('leaves ordinary text alone, accents and other scripts included', () => {
  for (const text of ['OptiPlex 7090', 'Salle de réunion', 'Гостиная', '東京', '🖥 poste'])
    expect(safeText(text)).toBe(text);
});

it('shows where an escape sequence was, and does not let it through', () => {
  expect(safeText('a\u001b]52;c;cm0gLXJm\u0007b')).toBe('a␛]52;c;cm0gLXJm␛b');
});

it('never forges a row of a table', () => {
  expect(safeText('good\nevil')).toBe('good evil');
});

it('does not turn text around', () => {
  expect(safeText('invoice\u202efdp.exe')).toBe('invoice␛fdp.exe');
});

it('keeps letters readable under a pile of marks', () => {
  expect(safeText(`e${'\u0301'.repeat(50)}`)).toBe(`e${'\u0301'.repeat(8)}`);
});

it('never passes a control character, whatever comes in', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(safeText(text)).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/);
    }),
    { numRuns: 2000 },
  );
});

it('says as JSON whatever comes in, with nothing lost and nothing that acts on a terminal', () => {
  expect(safeJson({ name: 'a\u009b31m\u202e' })).toBe('{"name":"a\\u009b31m\\u202e"}');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = safeJson({ text });
      expect(json).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/);
      expect(JSON.parse(json)).toEqual({ text });
    }),
  );
});
