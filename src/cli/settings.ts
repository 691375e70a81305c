import { readFileSync, statSync } from 'node:fs';
import { ParcoursError, systemCode } from '../model/errors.ts';
import type { Arguments } from './command.ts';
import { checkedValue, parseConfiguration } from './configuration-file.ts';
import { withDefaults } from './defaults.ts';
import { type OptionName, settingNames, specOf } from './options.ts';

/** What the agent is set to: by flags, else by the environment, else by the configuration. */

export interface Setting {
  readonly key: OptionName;
  readonly values: readonly string[];
  readonly origin: Origin;
}

export type Origin =
  | { readonly from: 'flag' }
  | { readonly from: 'environment'; readonly variable: string }
  | { readonly from: 'file'; readonly path: string; readonly line: number };

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Each setting once, from where it has precedence. Fails with `configuration` on what is wrong in the file or in the
 * environment, with `permission` where the file may not be read, or others could have written what root is to do.
 */
export async function settingsOf(args: Arguments, environment: Environment, path: string): Promise<readonly Setting[]> {
  const file = fileSettings((await readConfiguration(path)) ?? '', path);
  return [environmentSettings(environment), file].reduce(overridden, typedSettings(args));
}

/** The settings as arguments of a command, and where each comes from, for the log. Fails as `settingsOf`. */
export async function configure(args: Arguments, environment: Environment, path: string): Promise<Configured> {
  const settings = await settingsOf(args, environment, path);
  const others = settings.filter(({ origin }) => origin.from !== 'flag');
  return {
    args: withDefaults(args, Object.fromEntries(others.map(({ key, values }) => [key, values]))),
    origins: Object.fromEntries(settings.map(({ key, origin }) => [key, originText(origin)])),
  };
}

export interface Configured {
  readonly args: Arguments;
  readonly origins: Readonly<Record<string, string>>;
}

export function originText(origin: Origin): string {
  if (origin.from === 'environment') return origin.variable;
  return origin.from === 'file' ? `${origin.path}:${origin.line}` : 'flag';
}

function typedSettings(args: Arguments): readonly Setting[] {
  const settings = settingNames.map((key) => ({ key, values: args.texts(key), origin: { from: 'flag' } as const }));
  return settings.filter(({ values }) => values.length > 0);
}

/** `PARCOURS_PASSWORD_FILE` is `--password-file`; a list is separated by blanks. */
function environmentSettings(environment: Environment): readonly Setting[] {
  return settingNames.flatMap((key) => {
    const variable = `PARCOURS_${key.toUpperCase().replaceAll('-', '_')}`;
    const text = environment[variable];
    if (!text) return [];
    const values = specOf(key)?.kind === 'texts' ? text.split(/\s+/).filter(Boolean) : [text];
    return [
      {
        key,
        values: values.map((value) => checkedValue(key, value, variable)),
        origin: { from: 'environment', variable },
      },
    ];
  });
}

function fileSettings(text: string, path: string): readonly Setting[] {
  const lines = parseConfiguration(text, path);
  const firsts = lines.filter(({ key }, at) => lines.findIndex((line) => line.key === key) === at);
  return firsts.map(({ key, line }) => ({
    key,
    values: lines.filter((other) => other.key === key).map(({ value }) => value),
    origin: { from: 'file', path, line },
  }));
}

/** What stands above wins, and takes with it what only makes sense beside what it replaces. */
function overridden(above: readonly Setting[], below: readonly Setting[]): readonly Setting[] {
  const hidden = new Set(above.flatMap(({ key }) => [key, ...(replaces[key] ?? [])]));
  return [...above, ...below.filter(({ key }) => !hidden.has(key))];
}

/** A password is for its user; a proxy that is named is wanted. */
const replaces: Partial<Record<OptionName, readonly OptionName[]>> = {
  user: ['password', 'password-file', 'realm'],
  password: ['password-file'],
  'password-file': ['password'],
  proxy: ['np'],
  np: ['proxy'],
};

async function readConfiguration(path: string): Promise<string | undefined> {
  try {
    const text = readFileSync(path, 'utf8');
    refuseForeign(path);
    return text;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return undefined;
    if (error instanceof ParcoursError) throw error;
    throw new ParcoursError('permission', `cannot read ${path}`, error);
  }
}

/** What root does must be for root to say. */
function refuseForeign(path: string): void {
  const user = process.getuid?.();
  if (user === undefined) return;
  const { uid, mode } = statSync(path);
  if (uid !== user && uid !== 0)
    throw new ParcoursError('permission', `${path} is refused: it belongs to another user`);
  if ((mode & WRITABLE_BY_OTHERS) !== 0)
    throw new ParcoursError('permission', `${path} is refused: others may write it`);
}

const WRITABLE_BY_OTHERS = 0o022;
