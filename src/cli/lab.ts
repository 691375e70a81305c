import { resolve } from 'node:path';
import { safeText } from '../model/safe-text.ts';
import type { Context } from './command.ts';
import { readTypedFile } from './typed-file.ts';

/** The folder of the exercise that a command of the lab is about. */
export function exerciseFolder({ args, places }: Context): string {
  return resolve(args.text('exercise') ?? places.lab);
}

/** A file that a teacher wrote. */
export async function readTeachersFile(path: string): Promise<string> {
  return (await readTypedFile(path)).toString('utf8');
}

/** The next thing to type, about the same exercise. */
export function nextCommand({ args }: Context, name: string): string {
  const typed = args.text('exercise');
  const exercise = typed === undefined ? '' : ` --exercise ${/\s/.test(typed) ? JSON.stringify(typed) : typed}`;
  return safeText(`parcours ${name}${exercise}`);
}
