/** A real terminal for tests: a program in a pty, its bytes in an emulator, questions about the cells. */
import * as pty from '@lydell/node-pty';
import unicode11 from '@xterm/addon-unicode11';
import xterm, { type IBufferCell } from '@xterm/headless';

export interface TerminalOptions {
  /** Run by node, unless a command is given. */
  readonly program: string;
  readonly command?: string;
  readonly args?: readonly string[];
  readonly columns?: number;
  readonly rows?: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where the program runs; here by default. */
  readonly folder?: string;
}

export interface TestTerminal {
  /** Keys by name (`down`, `enter`, `ctrl-c` …) or as text, each in a packet of its own. */
  press(...keys: readonly string[]): Promise<void>;
  /** All at once, as a slow line delivers them. */
  send(...keys: readonly string[]): void;
  signal(signal: NodeJS.Signals): void;
  resize(columns: number, rows: number): Promise<void>;
  /** One size after the other, without waiting for an answer. */
  storm(sizes: readonly (readonly [columns: number, rows: number])[]): Promise<void>;
  /** Reads nothing of what the program writes, as a line that stands still, until it is called with false. */
  stall(isStalled: boolean): void;
  /** Until the screen shows it; fails with the screen where it never does. */
  shows(wanted: string | RegExp): Promise<void>;
  /** Until nothing more comes, after an answer to the last key. */
  settled(): Promise<void>;
  lines(): readonly string[];
  text(): string;
  cell(column: number, row: number): IBufferCell;
  /** Everything the program wrote. */
  output(): string;
  isAlternate(): boolean;
  isCursorHidden(): boolean;
  exited(): Promise<{ exitCode: number; signal?: number }>;
  /** When its last byte came, on the clock of `performance`. */
  answeredAt(): number;
  readonly pid: number;
  /** Ends the program whatever it does. */
  close(): Promise<void>;
}

const names: Readonly<Record<string, string>> = {
  up: '\x1b[A',
  down: '\x1b[B',
  right: '\x1b[C',
  left: '\x1b[D',
  home: '\x1b[H',
  end: '\x1b[F',
  'page-up': '\x1b[5~',
  'page-down': '\x1b[6~',
  'shift-tab': '\x1b[Z',
  'shift-up': '\x1b[1;2A',
  'shift-down': '\x1b[1;2B',
  f1: '\x1bOP',
  f2: '\x1bOQ',
  enter: '\r',
  tab: '\t',
  escape: '\x1b',
  space: ' ',
  backspace: '\x7f',
  'ctrl-a': '\x01',
  'ctrl-c': '\x03',
  'ctrl-l': '\x0c',
  'ctrl-p': '\x10',
  'ctrl-z': '\x1a',
};

export function openTerminal(options: TerminalOptions): TestTerminal {
  const { program, args = [], columns = 80, rows = 24 } = options;
  const [command, words] = options.command ? [options.command, args] : [process.execPath, [program, ...args]];
  const child = pty.spawn(command, [...words], {
    name: options.environment?.['TERM'] ?? 'xterm-256color',
    cols: columns,
    rows,
    env: environmentOf(options),
    ...(options.folder && { cwd: options.folder }),
  });
  const emulator = new xterm.Terminal({ cols: columns, rows, scrollback: 200, allowProposedApi: true });
  emulator.loadAddon(new unicode11.Unicode11Addon());
  emulator.unicode.activeVersion = '11';
  const exited = new Promise<{ exitCode: number; signal?: number }>((resolve) => child.onExit(resolve));
  let output = '';
  let [answeredAt, pressedAt] = [performance.now(), 0];
  child.onData((bytes) => {
    output += bytes;
    answeredAt = performance.now();
    emulator.write(bytes);
  });
  emulator.onData((answer) => child.write(answer));

  const flushed = () => new Promise<void>((resolve) => emulator.write('', resolve));
  const lineAt = (row: number) => emulator.buffer.active.getLine(emulator.buffer.active.viewportY + row);
  const lines = () =>
    Array.from(
      { length: emulator.rows },
      (_, row) => lineAt(row)?.translateToString(true, 0, emulator.cols).trimEnd() ?? '',
    );
  const text = () => lines().join('\n');

  function send(...keys: readonly string[]): void {
    pressedAt = performance.now();
    child.write(keys.map((key) => names[key] ?? key).join(''));
  }

  async function settled(): Promise<void> {
    await until(
      () => {
        const now = performance.now();
        return now - answeredAt > QUIET && (answeredAt > pressedAt || now - pressedAt > NO_ANSWER);
      },
      () => 'the program never rests',
    );
    await flushed();
  }

  return {
    send,
    settled,
    lines,
    text,
    output: () => output,
    answeredAt: () => answeredAt,
    pid: child.pid,
    async press(...keys) {
      for (const key of keys) {
        send(key);
        if (key === 'escape') await pause(ESCAPE_PAUSE);
        await settled();
      }
    },
    signal: (signal) => process.kill(child.pid, signal),
    async resize(newColumns, newRows) {
      emulator.resize(newColumns, newRows);
      pressedAt = performance.now();
      child.resize(newColumns, newRows);
      await settled();
    },
    async storm(sizes) {
      for (const [newColumns, newRows] of sizes) {
        emulator.resize(newColumns, newRows);
        child.resize(newColumns, newRows);
        await pause(1);
      }
      await settled();
    },
    stall: (isStalled) => (isStalled ? child.pause() : child.resume()),
    async shows(wanted) {
      const seen = () => (typeof wanted === 'string' ? text().includes(wanted) : wanted.test(text()));
      await until(seen, () => `never shows ${wanted}:\n${text()}`);
    },
    cell(column, row) {
      const cell = lineAt(row)?.getCell(column);
      if (!cell) throw new Error(`no cell ${column},${row}`);
      return cell;
    },
    isAlternate: () => emulator.buffer.active.type === 'alternate',
    isCursorHidden: () => output.lastIndexOf('\x1b[?25l') > output.lastIndexOf('\x1b[?25h'),
    async exited() {
      const end = await exited;
      await flushed();
      return end;
    },
    async close() {
      child.kill('SIGKILL');
      await exited;
      emulator.dispose();
    },
  };
}

function environmentOf({ environment = {} }: TerminalOptions): Record<string, string> {
  const { PATH = '', HOME = '' } = process.env;
  return { PATH, HOME, TERM: 'xterm-256color', LANG: 'C.UTF-8', TZ: 'UTC', ...environment };
}

async function until(isTrue: () => boolean, explain: () => string): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!isTrue()) {
    if (performance.now() > end) throw new Error(explain());
    await pause(10);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Milliseconds without output after which a program rests, a key has no answer, an escape is a key, a wait is given up. */
const [QUIET, NO_ANSWER, ESCAPE_PAUSE, PATIENCE] = [60, 600, 80, 15_000];
