import { createInterface, type Interface } from 'node:readline';
import { safeText } from '../model/safe-text.ts';
import type { Context } from './command.ts';
import { isPlain } from './plain.ts';

/** Who answers, line by line. */
export interface Person {
  say(text: string): void;
  /** The next line; undefined at the end of the input. */
  answer(prompt: string): Promise<string | undefined>;
  close(): void;
}

export async function personOf(context: Context): Promise<Person> {
  const { args, environment, stdin, stdout, stderr } = context;
  const [{ themeOf }, { wrap }] = await Promise.all([import('../tui/theme.ts'), import('../tui/width.ts')]);
  const { fold } = themeOf(environment);
  // With --json the answer alone is on stdout.
  const out = args.optional('json') === undefined ? stdout : stderr;
  const width = isPlain(context) ? Number.POSITIVE_INFINITY : stdout.columns;
  const lines = createInterface({ input: stdin, terminal: false });
  const next = lineReader(lines);
  return {
    say: (text) => void out.write(`${wrap(safeText(text), width).map(fold).join('\n')}\n`),
    async answer(prompt) {
      out.write(fold(prompt));
      const typed = await next();
      // A terminal shows the Enter that was typed.
      if (!stdin.isTTY || typed === undefined) out.write('\n');
      return typed;
    },
    close: () => lines.close(),
  };
}

function lineReader(lines: Interface): () => Promise<string | undefined> {
  const iterator = lines[Symbol.asyncIterator]();
  return async () => {
    const { value, done } = await iterator.next();
    return done ? undefined : value.trim();
  };
}
