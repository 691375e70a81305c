import { foldingOf } from '../i18n/ascii.ts';
import type { Context } from './command.ts';

/** Prints in the characters of the locale, into a pipe too: `less` shows no others. */
export function foldedPrint({ environment, print }: Context): (line: string) => void {
  const fold = foldingOf(environment);
  return (line) => print(fold(line));
}
