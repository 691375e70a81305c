/**
 * What was run, as a name for its answer. Of a script that is given as an argument the first line stands for all, so
 * that a capture outlives a change of the script.
 */
export function commandLine(program: string, args: readonly string[]): string {
  return [program, ...args.map((argument) => argument.split('\n', 1)[0])].join(' ');
}
