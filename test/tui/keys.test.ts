import { expect, it } from 'vitest';
import { decodeKeys, flushKeys } from '../../src/tui/keys.ts';

function namesOf(input: string): readonly string[] {
  return decodeKeys(input).keys.map(({ name }) => name);
}

it('tells the keys of a terminal apart', () => {
  expect(namesOf('\x1b[A\x1bOB\x1b[5~\x1b[Z\t\r\x7f\x03')).toEqual([
    'up',
    'down',
    'page-up',
    'shift-tab',
    'tab',
    'enter',
    'backspace',
    'ctrl-c',
  ]);
  expect(namesOf('\x1bOP\x1b[15~')).toEqual(['f1', 'f5']);
});

it('takes characters one by one, also beyond the basic plane', () => {
  expect(decodeKeys('é東👩 ').keys).toEqual([
    { name: 'é', text: 'é' },
    { name: '東', text: '東' },
    { name: '👩', text: '👩' },
    { name: 'space', text: ' ' },
  ]);
});

it('waits for the end of a sequence', () => {
  expect(decodeKeys('j\x1b[')).toEqual({ keys: [{ name: 'j', text: 'j' }], rest: '\x1b[' });
  expect(decodeKeys('\x1b')).toEqual({ keys: [], rest: '\x1b' });
});

it('takes an escape that stays alone as the key', () => {
  expect(flushKeys('\x1b')).toEqual([{ name: 'escape' }]);
  expect(flushKeys('')).toEqual([]);
});

it('takes an escape before a letter as two keys', () => {
  expect(namesOf('\x1bq')).toEqual(['escape', 'q']);
});

it('ignores sequences it does not know', () => {
  expect(namesOf('\x1b[1;5A\x1b[?1;2cj')).toEqual(['j']);
});

it('takes a paste as text, never as commands', () => {
  expect(decodeKeys('\x1b[200~q\nq\x1b[201~j').keys).toEqual([
    { name: 'paste', text: 'q q' },
    { name: 'j', text: 'j' },
  ]);
  expect(decodeKeys('\x1b[200~half').rest).toBe('\x1b[200~half');
  expect(flushKeys('\x1b[200~half')).toEqual([{ name: 'paste', text: 'half' }]);
});
