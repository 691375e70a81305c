import { expect, it } from 'vitest';
import { parseScript } from '../../src/tui/script.ts';

it('reads keys, repeated keys, texts, pauses and comments', () => {
  expect(parseScript('# a walk\n2*down enter 50ms\n"é q" / ctrl-p # end')).toEqual([
    { key: { name: 'down' } },
    { key: { name: 'down' } },
    { key: { name: 'enter' } },
    { pause: 50 },
    { key: { name: 'é', text: 'é' } },
    { key: { name: 'space', text: ' ' } },
    { key: { name: 'q', text: 'q' } },
    { key: { name: '/', text: '/' } },
    { key: { name: 'ctrl-p' } },
  ]);
});

it('names the line of a word that is no key', () => {
  expect(() => parseScript('down\ndwon')).toThrow('line 2 of the keys: "dwon" is no key');
});
