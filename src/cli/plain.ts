import type { Context } from './command.ts';

/** Line by line: asked for, by the option or as other programs are told; or there is nothing to paint on. */
export function isPlain({ args, environment, stdin, stdout }: Context): boolean {
  const { INK_SCREEN_READER, TERM } = environment;
  return args.flag('plain') || INK_SCREEN_READER === 'true' || TERM === 'dumb' || !stdin.isTTY || !stdout.isTTY;
}
