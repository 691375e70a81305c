import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cursorIndex, FIRST_LINE, moveCursor, placeCursor, windowTop } from '../../src/tui/cursor.ts';

const window = { height: 5, margin: 1 };
const lines = fc.array(fc.option(fc.uuid(), { nil: undefined }), { maxLength: 40 });

it('begins on the first line it can rest on', () => {
  expect(cursorIndex(FIRST_LINE, [undefined, undefined, 'a', 'b'])).toBe(2);
  expect(cursorIndex(FIRST_LINE, [undefined])).toBe(-1);
});

it('stays on its line when lines come and go before it', () => {
  const cursor = placeCursor(FIRST_LINE, ['a', 'b', 'c'], 2, window);
  expect(cursorIndex(cursor, ['new', 'a', 'b', 'c'])).toBe(3);
  expect(cursorIndex(cursor, ['c'])).toBe(0);
});

it('takes the next best line when its own is gone', () => {
  const cursor = placeCursor(FIRST_LINE, ['a', 'b', 'c'], 2, window);
  expect(cursorIndex(cursor, ['a', 'b'])).toBe(1);
});

it('always shows the line it is on, within the list', () => {
  fc.assert(
    fc.property(lines, fc.array(fc.integer({ min: -9, max: 9 })), (keys, moves) => {
      const cursor = moves.reduce((at, by) => moveCursor(at, keys, by, window), FIRST_LINE);
      const [index, top] = [cursorIndex(cursor, keys), windowTop(cursor, keys, window)];
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThanOrEqual(Math.max(0, keys.length - window.height));
      if (index < 0) return;
      expect(keys[index]).toBeDefined();
      expect(index).toBeGreaterThanOrEqual(top);
      expect(index).toBeLessThan(top + window.height);
    }),
  );
});

it('shows the headings before the first line and the notes after the last', () => {
  const keys = [undefined, undefined, 'a', 'b', 'c', 'd', 'e', 'f', undefined, undefined];
  const last = moveCursor(FIRST_LINE, keys, 99, window);
  expect(windowTop(last, keys, window)).toBe(5);
  expect(windowTop(moveCursor(last, keys, -99, window), keys, window)).toBe(0);
});

it('scrolls a text that has no line to rest on', () => {
  const keys = Array(20).fill(undefined);
  expect(windowTop(moveCursor(FIRST_LINE, keys, 3, window), keys, window)).toBe(3);
  expect(windowTop(moveCursor(FIRST_LINE, keys, 99, window), keys, window)).toBe(15);
});
