import { createInterface } from 'node:readline';
import { screenContexts } from './contexts.ts';
import { cursorIndex } from './cursor.ts';
import { bindingsIn, keyLabel } from './keymap.ts';
import type { Key } from './keys.ts';
import { type Line, textOf } from './line.ts';
import { overlayLines } from './overlay-lines.ts';
import { screenOf } from './screens/screens.ts';
import { rested } from './script.ts';
import type { Session } from './session.ts';
import { currentRoute, type State, textsOf } from './state.ts';
import { bodyOf, bodyWidth } from './viewport.ts';

/** Where the explorer is read line by line: a screen reader, a braille line, another program. */
export interface PlainTerminal {
  readonly stdin: NodeJS.ReadableStream;
  print(text: string): void;
}

/** So large that little is cut, and small enough that nothing stands beside. */
export const PLAIN_SIZE = { columns: 400, rows: 60 };

/** Prints each screen once, its lines numbered, and reads what to do next; nothing is ever painted over. */
export async function runPlain(session: Session, { stdin, print }: PlainTerminal): Promise<void> {
  const lines = createInterface({ input: stdin, terminal: false });
  await rested(session);
  print(screenText(session.state(), 0));
  let from = 0;
  for await (const line of lines) {
    const typed = line.trim();
    from = typed === '+' ? from + PAGE : 0;
    if (typed !== '+') session.dispatch({ type: 'pressed', keys: keysFor(session.state(), typed) });
    await rested(session);
    if (session.state().ended) break;
    print(screenText(session.state(), from));
  }
  lines.close();
}

/**
 * A number opens its line, `/words` filters, `:name` runs a command; where a text is asked for, it is that text; anything
 * else is the name of a key.
 */
function keysFor(state: State, typed: string): readonly Key[] {
  const asked = textKeys(state, typed);
  if (asked) return asked;
  if (/^\d+$/.test(typed)) return [...stepsTo(state, Number(typed) - 1), ENTER];
  if (typed.startsWith('/')) return [...letters('/'), CLEAR, ...letters(typed.slice(1)), ENTER];
  if (typed.startsWith(':')) return [...letters(typed), ENTER];
  return [...typed].length === 1 ? letters(typed) : [{ name: typed.toLowerCase() }];
}

/** Undefined where no text is asked for. Machines are looked for, and one of those that are found has a number. */
function textKeys({ overlay }: State, typed: string): readonly Key[] | undefined {
  if (!overlay || !('input' in overlay) || /^(?:|escape|enter|tab|up|down)$/i.test(typed)) return undefined;
  if (overlay.kind === 'pick') return /^\d+$/.test(typed) ? undefined : [CLEAR, ...letters(typed)];
  return [CLEAR, ...letters(typed), ENTER];
}

function letters(text: string): readonly Key[] {
  return [...text].map((letter) => ({ name: letter, text: letter }));
}

function stepsTo(state: State, wanted: number): readonly Key[] {
  const { overlay } = state;
  const at = overlay && 'selected' in overlay ? overlay.selected : stops(state).indexOf(cursorAt(state));
  return Array(Math.abs(wanted - at)).fill({ name: wanted > at ? 'down' : 'up' });
}

function cursorAt(state: State): number {
  return cursorIndex(currentRoute(state).cursor, bodyOf(state).keys);
}

/** Lines that have a number: those the cursor can rest on. */
function stops(state: State): readonly number[] {
  return bodyOf(state).keys.flatMap((key, index) => (key === undefined ? [] : [index]));
}

function screenText(state: State, from: number): string {
  const lines = state.overlay && state.overlay.kind !== 'filter' ? menuTexts(state) : screenTexts(state, from);
  return `${lines.join('\n')}\n`;
}

function screenTexts(state: State, from: number): readonly string[] {
  const [route, texts, body] = [currentRoute(state), textsOf(state), bodyOf(state)];
  const screen = screenOf(route);
  const numbers = new Map(stops(state).map((index, at) => [index, at + 1]));
  const shown = body.keys.slice(from, from + PAGE).map((_, index) => {
    const number = numbers.get(from + index);
    const text = [body.sign?.(from + index) ?? '', spoken(body.line(from + index))].filter((part) => part !== '');
    return number === undefined ? text.join(' ') : `${number}: ${text.join(' ')}`;
  });
  const left = body.keys.length - from - shown.length;
  const notice = state.notice ? [`${texts.notices[state.notice.id]} ${state.notice.detail ?? ''}`.trimEnd()] : [];
  return [
    `${screen.crumbs(state, route).join(', ')}. ${screen.status(state, route).replaceAll(' · ', ', ')}`,
    ...screen.head(state, route, bodyWidth(state)).map(spoken),
    ...shown,
    ...(left > 0 ? [texts.plain.more(String(left))] : []),
    ...notice,
    texts.plain.prompt(keysHere(state)),
  ].filter((line) => line !== '');
}

function menuTexts(state: State): readonly string[] {
  const [title, ...choices] = overlayLines(state, PLAIN_SIZE).map(spoken);
  const isNumbered = state.overlay !== undefined && 'selected' in state.overlay;
  const shown = choices.map((choice, index) => (isNumbered ? `${index + 1}: ${choice}` : choice));
  return [title ?? '', ...shown, textsOf(state).plain.prompt(keysHere(state))];
}

/** What the foot bar offers first. */
function keysHere(state: State): string {
  const texts = textsOf(state);
  const contexts = new Set(state.overlay ? [state.overlay.kind] : screenContexts(state));
  return bindingsIn(contexts)
    .filter(({ foot }) => foot !== undefined)
    .toSorted((a, b) => (a.foot ?? 0) - (b.foot ?? 0))
    .map(({ id, keys }) => `${keyLabel(texts, keys[0] ?? '')} ${texts.commands[id].short}`)
    .join(', ');
}

/** A line without what only an eye reads: columns are told apart by commas. */
function spoken(line: Line): string {
  return textOf(line)
    .replace(/─+/g, ' ')
    .replace(/\s*│\s*|\s{2,}/g, ', ')
    .replace(/^(?:, )+|(?:, )+$/g, '');
}

const ENTER: Key = { name: 'enter' };
const CLEAR: Key = { name: 'ctrl-u' };
const PAGE = 50;
