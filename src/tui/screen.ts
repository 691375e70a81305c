import { Writable } from 'node:stream';
import { frameDiff } from './frame-diff.ts';

/** What of a terminal the writer needs. */
export interface Terminal {
  readonly columns: number;
  readonly rows: number;
  write(text: string): boolean;
  on(event: 'resize', listener: () => void): unknown;
  once(event: 'drain', listener: () => void): unknown;
  off(event: 'resize', listener: () => void): unknown;
}

/** The terminal while the explorer has it. */
export interface Screen {
  /** What Ink renders to in debug mode: it hands over whole frames and moves no cursor. */
  readonly stream: NodeJS.WriteStream;
  /** Takes the terminal: alternate screen, no cursor, no wrapping, marked pastes. */
  enter(): void;
  /** A sequence that paints nothing, such as a copy. */
  pass(sequence: string): void;
  /** Clicks and the wheel come as keys, or stay with the terminal. */
  setMouse(on: boolean): void;
  /** Gives the terminal back as it was; may be called at any time, also twice. */
  leave(): void;
}

/** Writes frames row by row, one write a frame, and skips frames while the terminal does not keep up. */
export function createScreen(terminal: Terminal): Screen {
  let shown: readonly string[] | undefined;
  let waiting: readonly string[] | undefined;
  let [open, blocked] = [false, false];
  let timer: NodeJS.Timeout | undefined;
  let paintedAt = 0;
  let mouse = false;

  function accept(frame: string): void {
    if (CONTROL_ONLY.test(frame)) return;
    waiting = frame.split('\n');
    timer ??= setTimeout(paint, Math.max(0, MIN_INTERVAL - (performance.now() - paintedAt)));
  }

  function paint(): void {
    timer = undefined;
    if (!open || blocked || !waiting) return;
    const next = Array.from({ length: terminal.rows }, (_, y) => waiting?.[y] ?? '');
    const bytes = frameDiff(shown, next);
    [shown, waiting, paintedAt] = [next, undefined, performance.now()];
    if (bytes !== '') send(`${BEGIN_UPDATE}${bytes}${END_UPDATE}`);
  }

  function send(bytes: string): void {
    if (terminal.write(bytes)) return;
    blocked = true;
    terminal.once('drain', () => {
      blocked = false;
      paint();
    });
  }

  /** The next frame is written whole. */
  function resized(): void {
    shown = undefined;
    stream.emit('resize');
  }

  const stream = frameStream(terminal, accept);
  return {
    stream,
    enter() {
      if (open) return;
      [open, shown] = [true, undefined];
      terminal.write(mouse ? ENTER + MOUSE_ON : ENTER);
      terminal.on('resize', resized);
      paint();
    },
    pass(sequence) {
      if (open) terminal.write(sequence);
    },
    setMouse(on) {
      mouse = on;
      if (open) terminal.write(on ? MOUSE_ON : MOUSE_OFF);
    },
    leave() {
      if (!open) return;
      [open, waiting] = [false, shown];
      clearTimeout(timer);
      timer = undefined;
      terminal.off('resize', resized);
      terminal.write(mouse ? MOUSE_OFF + LEAVE : LEAVE);
    },
  };
}

function frameStream(terminal: Terminal, accept: (frame: string) => void): NodeJS.WriteStream {
  const stream = new Writable({
    decodeStrings: false,
    write(frame, _encoding, done) {
      accept(String(frame));
      done();
    },
  });
  const size = { columns: { get: () => terminal.columns }, rows: { get: () => terminal.rows }, isTTY: { value: true } };
  return Object.defineProperties(stream, size) as unknown as NodeJS.WriteStream;
}

/** Fastest pace of frames, in milliseconds. */
const MIN_INTERVAL = 8;
const CONTROL_ONLY = /^(?:\x1b\[[?>=<]?[\d;]*[A-Za-z])*$/;
const BEGIN_UPDATE = '\x1b[?2026h';
const END_UPDATE = '\x1b[?2026l';
const MOUSE_ON = '\x1b[?1000h\x1b[?1006h';
const MOUSE_OFF = '\x1b[?1006l\x1b[?1000l';
const ENTER = '\x1b[?1049h\x1b[?25l\x1b[?7l\x1b[?2004h\x1b[0m\x1b[2J';
const LEAVE = `\x1b[r\x1b[0m${END_UPDATE}\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h`;
