import type { Key } from './keys.ts';

/** A line of text being typed. */
export interface TextInput {
  readonly text: string;
  /** Characters before the caret. */
  readonly caret: number;
}

export const EMPTY_INPUT: TextInput = { text: '', caret: 0 };

export function typed(text: string): TextInput {
  return { text, caret: text.length };
}

/** What a key does to the text; undefined where it does nothing to texts. */
export function editText(input: TextInput, { name, text }: Key): TextInput | undefined {
  if (text !== undefined) return insert(input, text);
  const edit = edits[name];
  return edit?.(input);
}

function insert({ text, caret }: TextInput, added: string): TextInput {
  return { text: text.slice(0, caret) + added + text.slice(caret), caret: caret + added.length };
}

const edits: Readonly<Record<string, (input: TextInput) => TextInput>> = {
  left: ({ text, caret }) => ({ text, caret: before(text, caret) }),
  right: ({ text, caret }) => ({ text, caret: after(text, caret) }),
  home: ({ text }) => ({ text, caret: 0 }),
  end: ({ text }) => typed(text),
  backspace: ({ text, caret }) => cutOut(text, before(text, caret), caret),
  delete: ({ text, caret }) => cutOut(text, caret, after(text, caret)),
  'ctrl-u': ({ text, caret }) => cutOut(text, 0, caret),
  'ctrl-w': ({ text, caret }) => cutOut(text, text.slice(0, caret).search(/\S*\s*$/), caret),
};

function cutOut(text: string, from: number, to: number): TextInput {
  return { text: text.slice(0, from) + text.slice(to), caret: from };
}

function before(text: string, caret: number): number {
  return caret - ([...text.slice(0, caret)].at(-1)?.length ?? 0);
}

function after(text: string, caret: number): number {
  return caret + ([...text.slice(caret)].at(0)?.length ?? 0);
}
