/** One key as a person presses it. */
export interface Key {
  /** `up`, `enter`, `ctrl-p` …; the character itself where it prints one; `paste`. */
  readonly name: string;
  /** What it types; undefined where it types nothing. */
  readonly text?: string;
  /** Row that was clicked, from 0. */
  readonly row?: number;
}

export interface Decoded {
  readonly keys: readonly Key[];
  /** The beginning of a sequence whose end has not come yet. */
  readonly rest: string;
}

/** The keys in what a terminal sent. */
export function decodeKeys(input: string): Decoded {
  const keys: Key[] = [];
  let rest = input;
  while (rest !== '') {
    const [key, length] = rest.startsWith('\x1b') ? escapeSequence(rest) : plainKey(rest);
    if (length === 0) break;
    if (key) keys.push(key);
    rest = rest.slice(length);
  }
  return { keys, rest };
}

/** The keys in what came, knowing that nothing follows: a lone escape is the key, a paste without an end is all of it. */
export function flushKeys(rest: string): readonly Key[] {
  if (rest === '') return [];
  if (rest.startsWith(PASTE_START)) return decodeKeys(rest + PASTE_END).keys;
  return [{ name: 'escape' }, ...decodeKeys(rest.slice(1)).keys];
}

type Step = readonly [key: Key | undefined, length: number];
const INCOMPLETE: Step = [undefined, 0];

function escapeSequence(input: string): Step {
  if (input.startsWith(PASTE_START)) return paste(input);
  if (INCOMPLETE_SEQUENCE.test(input)) return INCOMPLETE;
  const sequence = SEQUENCE.exec(input)?.[0];
  if (!sequence) return [{ name: 'escape' }, 1];
  const mouse = MOUSE.exec(sequence);
  if (mouse) return [mouseKey(mouse), sequence.length];
  const name = sequences[sequence.slice(1).replace('O', '[')];
  return [name ? { name } : undefined, sequence.length];
}

/** What xterm sends in its mode 1006: button, column and row from 1; M when pressed. */
function mouseKey([, button, row, kind]: RegExpExecArray): Key | undefined {
  if (kind !== 'M') return undefined;
  if (button === '0') return { name: 'click', row: Number(row) - 1 };
  const wheel = { '64': 'up', '65': 'down' }[button ?? ''];
  return wheel ? { name: wheel } : undefined;
}

function paste(input: string): Step {
  const end = input.indexOf(PASTE_END);
  if (end < 0) return INCOMPLETE;
  const text = input.slice(PASTE_START.length, end).replace(CONTROLS, ' ');
  return [{ name: 'paste', text }, end + PASTE_END.length];
}

function plainKey(input: string): Step {
  const character = String.fromCodePoint(input.codePointAt(0) ?? 0);
  const name = named[character];
  if (name) return [{ name }, character.length];
  if (character === ' ') return [{ name: 'space', text: character }, 1];
  if (character < ' ') return [{ name: `ctrl-${String.fromCharCode(character.charCodeAt(0) + 96)}` }, 1];
  return [{ name: character, text: character }, character.length];
}

const MOUSE = /^\x1b\[<(\d+);\d+;(\d+)([Mm])$/;
const PASTE_START = '\x1b[200~';
const PASTE_END = '\x1b[201~';
const CONTROLS = /[\x00-\x1f\x7f-\x9f]+/g;
const SEQUENCE = /^\x1b(?:\[[\x30-\x3f]*[\x20-\x2f]*[\x40-\x7e]|O[A-Za-z])/;
const INCOMPLETE_SEQUENCE = /^\x1b(?:\[[\x30-\x3f]*[\x20-\x2f]*|O)?$/;

const named: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\x7f': 'backspace',
  '\b': 'backspace',
};

const sequences: Readonly<Record<string, string>> = {
  '[A': 'up',
  '[B': 'down',
  '[C': 'right',
  '[D': 'left',
  '[H': 'home',
  '[F': 'end',
  '[1~': 'home',
  '[4~': 'end',
  '[7~': 'home',
  '[8~': 'end',
  '[3~': 'delete',
  '[5~': 'page-up',
  '[6~': 'page-down',
  '[Z': 'shift-tab',
  '[1;2A': 'shift-up',
  '[1;2B': 'shift-down',
  '[P': 'f1',
  '[Q': 'f2',
  '[12~': 'f2',
  '[11~': 'f1',
  '[15~': 'f5',
};
