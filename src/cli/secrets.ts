import { readFile, stat } from 'node:fs/promises';
import { ParcoursError } from '../model/errors.ts';
import type { Arguments, Context } from './command.ts';

/** The text of the file an option names; undefined where the option was not given. */
export async function fileOf(args: Arguments, option: string): Promise<string | undefined> {
  const path = args.text(option);
  if (path === undefined) return undefined;
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new ParcoursError('configuration', `--${option}: cannot read ${path}`, error);
  }
}

/** Name and password of `--user`, with `--password-file` or `--password`; undefined without `--user`. */
export async function credentialsOf({ args, log }: Pick<Context, 'args' | 'log'>) {
  const user = args.text('user');
  if (user === undefined) {
    const lonely = ['password', 'password-file', 'realm'].find((option) => args.text(option) !== undefined);
    if (lonely !== undefined) throw new ParcoursError('configuration', `--${lonely} needs --user`);
    return undefined;
  }
  const path = args.text('password-file');
  const [line] = ((await fileOf(args, 'password-file')) ?? '').split(/\r?\n/);
  if (path !== undefined && (await isReadableByOthers(path))) log.warn('others can read the password', { file: path });
  const password = line || args.text('password');
  if (!password) throw new ParcoursError('configuration', '--user needs --password-file or --password');
  return { user, password };
}

async function isReadableByOthers(path: string): Promise<boolean> {
  if (process.platform === 'win32') return false;
  const { mode } = await stat(path);
  return (mode & OTHERS) !== 0;
}

/** Mode bits of the group and of everybody else. */
const OTHERS = 0o077;
