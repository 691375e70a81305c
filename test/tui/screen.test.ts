import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createScreen } from '../../src/tui/screen.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A terminal that takes writes as long as it is not blocked. */
function fakeTerminal() {
  let drained = () => {};
  const written: string[] = [];
  const terminal = {
    columns: 20,
    rows: 3,
    isBlocked: false,
    written,
    write(text: string) {
      written.push(text);
      return !terminal.isBlocked;
    },
    on() {},
    off() {},
    once(_: 'drain', listener: () => void) {
      drained = listener;
    },
    drain() {
      terminal.isBlocked = false;
      drained();
    },
  };
  return terminal;
}

it('writes a frame in one go, between the marks of one update', () => {
  const terminal = fakeTerminal();
  const screen = createScreen(terminal);
  screen.enter();
  screen.stream.write('one\ntwo');
  vi.advanceTimersByTime(20);
  expect(terminal.written.slice(1)).toEqual([
    '\x1b[?2026h\x1b[1;1H\x1b[Kone\x1b[2;1H\x1b[Ktwo\x1b[3;1H\x1b[K\x1b[?2026l',
  ]);
  screen.leave();
});

it('writes nothing for a frame that changes nothing', () => {
  const terminal = fakeTerminal();
  const screen = createScreen(terminal);
  screen.enter();
  screen.stream.write('one');
  vi.advanceTimersByTime(20);
  const { length } = terminal.written;
  screen.stream.write('one');
  screen.stream.write('\x1b[?25l');
  vi.advanceTimersByTime(20);
  expect(terminal.written).toHaveLength(length);
  screen.leave();
});

it('skips frames while the terminal does not keep up, and then shows the last', () => {
  const terminal = fakeTerminal();
  const screen = createScreen(terminal);
  screen.enter();
  terminal.isBlocked = true;
  screen.stream.write('one');
  vi.advanceTimersByTime(20);
  const { length } = terminal.written;
  screen.stream.write('two');
  screen.stream.write('six');
  vi.advanceTimersByTime(20);
  expect(terminal.written).toHaveLength(length);
  terminal.drain();
  expect(terminal.written.slice(length).join('')).toContain('six');
  expect(terminal.written.join('')).not.toContain('two');
  screen.leave();
});

it('gives the terminal back once', () => {
  const terminal = fakeTerminal();
  const screen = createScreen(terminal);
  screen.enter();
  screen.leave();
  screen.leave();
  expect(terminal.written.filter((text) => text.includes('\x1b[?1049l'))).toHaveLength(1);
});
