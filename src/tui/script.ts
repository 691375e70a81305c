import { ParcoursError } from '../model/errors.ts';
import { keymap } from './keymap.ts';
import type { Key } from './keys.ts';
import type { Session } from './session.ts';
import { openQuery } from './viewport.ts';

/** A key to press, or a time to wait in milliseconds. */
export type Step = { readonly key: Key } | { readonly pause: number };

/**
 * Reads a script of keys: names as in the help of the keys (`down`, `page-down`, `ctrl-p`, `d`), `3*down`, "text" to
 * type, `500ms` to wait; `#` begins a comment. Fails with `usage` at a word that is none of these.
 */
export function parseScript(text: string): readonly Step[] {
  return text.split('\n').flatMap((line, index) => {
    const words = line.match(WORDS) ?? [];
    return words.flatMap((word) => (word.startsWith('#') ? [] : stepsOf(word, index + 1)));
  });
}

/** Presses the keys one after the other, each once the screen shows all it asked for. */
export async function playScript(session: Session, steps: readonly Step[]): Promise<void> {
  for (const step of steps) {
    await rested(session);
    if (session.state().ended) return;
    if ('pause' in step) await new Promise((resolve) => setTimeout(resolve, step.pause));
    else session.dispatch({ type: 'pressed', keys: [step.key] });
  }
  await rested(session);
}

/** Until the screen has no open question. */
export function rested(session: Session): Promise<void> {
  return new Promise((resolve) => {
    const isRested = () => session.state().ended || openQuery(session.state()) === undefined;
    if (isRested()) {
      resolve();
      return;
    }
    const stop = session.subscribe(() => {
      if (!isRested()) return;
      stop();
      resolve();
    });
  });
}

function stepsOf(word: string, line: number): readonly Step[] {
  if (word.startsWith('"')) return [...word.slice(1, -1)].map((text) => ({ key: keyOf(text) }));
  const [, pause] = /^(\d+)ms$/.exec(word) ?? [];
  if (pause !== undefined) return [{ pause: Number(pause) }];
  const [, count = '1', name = ''] = /^(?:(\d+)\*)?(.+)$/.exec(word) ?? [];
  if (!KEY_NAMES.has(name) && [...name].length !== 1) {
    throw new ParcoursError('usage', `line ${line} of the keys: ${JSON.stringify(word)} is no key`);
  }
  return Array.from({ length: Number(count) }, () => ({ key: keyOf(name) }));
}

function keyOf(name: string): Key {
  if (name === ' ' || name === 'space') return { name: 'space', text: ' ' };
  return [...name].length === 1 ? { name, text: name } : { name };
}

const WORDS = /#.*|"[^"]*"|\S+/g;
const KEY_NAMES: ReadonlySet<string> = new Set([
  ...keymap.flatMap(({ keys }) => keys),
  ...['delete', 'backspace', 'left', 'right', 'home', 'end', 'ctrl-u', 'ctrl-w'],
]);
