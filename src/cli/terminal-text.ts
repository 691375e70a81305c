import { foldingOf } from '../i18n/ascii.ts';

/** What a person reads on this stream: in the characters of the terminal, and as it is where no terminal shows it. */
export function forTerminal(stream: NodeJS.WriteStream, text: string): string {
  return stream.isTTY ? foldingOf(process.env)(text) : text;
}
