import type { Context } from './command.ts';

/** Prints in the characters the terminal has: a sheet in French is read in a C or Latin-1 locale too. */
export async function foldedPrint({ environment, print }: Context): Promise<(line: string) => void> {
  const { themeOf } = await import('../tui/theme.ts');
  const { fold } = themeOf(environment);
  return (line) => print(fold(line));
}
