import { dirname, resolve } from 'node:path';
import type { ServiceFile } from '../agent/service/plan.ts';
import { ParcoursError } from '../model/errors.ts';
import type { Arguments } from './command.ts';
import { settingNames, specOf } from './options.ts';
import { fileOf } from './secrets.ts';

/** What the service runs: what was typed, as it must be said by somebody who stands elsewhere. */
export interface ServiceCommand {
  readonly words: readonly string[];
  /** Folders it writes into beside the agent's state. */
  readonly writable: readonly string[];
  /** The password, which every user would see on a command line. */
  readonly files: readonly ServiceFile[];
}

/** Fails with `configuration` where a secret would stand for all to read. */
export async function serviceCommand(args: Arguments, program: readonly string[], folder: string) {
  const password = args.text('password');
  const secret: ServiceFile = { path: `${folder}/password`, text: `${password}\n`, mode: 0o600 };
  const words = settingNames.filter((name) => name !== 'password').flatMap((name) => wordsOf(args, name));
  const all = [...program, 'agent', ...words, ...(password === undefined ? [] : [`--password-file=${secret.path}`])];
  all.forEach(refuseUnsafe);
  await fileOf(args, 'password-file');
  const command: ServiceCommand = {
    words: all,
    writable: [localFolder(args), logFolder(args)].filter((path) => path !== undefined),
    files: password === undefined ? [] : [secret],
  };
  return command;
}

function wordsOf(args: Arguments, name: string): readonly string[] {
  const { kind, value = '' } = specOf(name) ?? {};
  if (kind === 'flag') return args.texts(name).map((typed) => (typed === 'true' ? `--${name}` : `--${name}=false`));
  const isPath = ['FILE', 'DIR', 'PATH'].includes(value);
  return args.texts(name).map((typed) => `--${name}=${isPath ? resolve(typed) : typed}`);
}

function refuseUnsafe(word: string): void {
  if (/\p{Cc}/u.test(word)) throw new ParcoursError('usage', `${JSON.stringify(word)} holds a control character`);
  if (!/:\/\/[^/@]*:[^/@]*@/.test(word)) return;
  const option = word.split('=')[0];
  throw new ParcoursError(
    'configuration',
    `${option} holds a password, which every user would see: write it into the configuration (parcours config --help)`,
  );
}

function localFolder(args: Arguments): string | undefined {
  const folder = args.optional('local');
  return folder === undefined ? undefined : resolve(folder);
}

function logFolder(args: Arguments): string | undefined {
  const path = args.text('logfile');
  return path === undefined ? undefined : dirname(resolve(path));
}
