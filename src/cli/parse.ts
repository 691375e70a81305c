import { Parser } from 'yargs/helpers';
import type { Messages } from '../i18n/en.ts';
import type { Language } from '../i18n/language.ts';
import { ParcoursError } from '../model/errors.ts';
import type { Arguments, Command } from './command.ts';
import { commonOptions, type OptionName, options, specOf } from './options.ts';

export type CommandName = keyof Messages['cli']['commands'];

/** A command and the words it is called with. */
export interface Call {
  readonly name: CommandName;
  readonly command: Command;
  readonly language: Language;
}

/** What the words mean; fails with `usage` on an unknown option or a missing argument. */
export async function parseArguments(call: Call, words: readonly string[]): Promise<Arguments> {
  const parsed = argumentsOf(plainly(call.command, words) ?? (await fully(call, words)));
  for (const name of optionsOf(call.command)) checkChoice(name, parsed.text(name));
  return parsed;
}

export async function helpOf(call: Call): Promise<string> {
  const { parserOf } = await import('./full-parser.ts');
  return parserOf(call).getHelp();
}

export function optionsOf(command: Command): readonly OptionName[] {
  return [...command.options, ...(Object.keys(commonOptions) as OptionName[])];
}

type Parsed = Readonly<Record<string, unknown>>;

/**
 * What the engine of yargs makes of words that are all options; undefined where they are anything else, or wrong. Most
 * agent runs are called so, and yargs as a whole takes longer to load than they take to write their inventory.
 */
export function plainly(command: Command, words: readonly string[]): Parsed | undefined {
  const names = optionsOf(command);
  const of = (...kinds: readonly string[]) => names.filter((name) => kinds.includes(options[name].kind));
  const shorts = names.flatMap((name) => specOf(name)?.short ?? []);
  const { argv, error } = Parser.detailed([...words], {
    boolean: of('flag'),
    count: of('count'),
    string: of('optional', 'text', 'texts'),
    number: of('number'),
    array: of('texts'),
    narg: Object.fromEntries([
      ...of('text', 'number').map((name) => [name, Number.NaN] as const),
      ...of('texts').map((name) => [name, 1] as const),
    ]),
    alias: Object.fromEntries(names.map((name) => [name, [specOf(name)?.short ?? []].flat()])),
    configuration: PARSING,
  });
  const known = new Set<string>(['_', ...names, ...shorts]);
  const isPlain = argv._.length === 0 && Object.keys(argv).every((name) => known.has(name));
  return error === null && isPlain && command.positionals === undefined ? argv : undefined;
}

export const PARSING = { 'dot-notation': false, 'camel-case-expansion': false, 'boolean-negation': false };

async function fully(call: Call, words: readonly string[]): Promise<Parsed> {
  const { parserOf } = await import('./full-parser.ts');
  return parserOf(call).parse([...words]);
}

/** Checked here and not by yargs, whose help would tell the choices a second time. */
function checkChoice(name: OptionName, value: string | undefined): void {
  const choices = specOf(name)?.choices;
  if (value === undefined || !choices || choices.includes(value)) return;
  throw new ParcoursError('usage', `--${name}=${value}: write ${choices.filter((choice) => choice !== '').join(', ')}`);
}

function argumentsOf(parsed: Readonly<Record<string, unknown>>): Arguments {
  const all = (name: string): readonly unknown[] => [parsed[name] ?? []].flat();
  const text = (name: string) => {
    const last = all(name).at(-1);
    return last === undefined ? undefined : String(last);
  };
  return {
    text,
    optional: text,
    texts: (name) => all(name).map(String),
    number: (name) => numberOf(name, all(name).at(-1)),
    flag: (name) => all(name).at(-1) === true,
    count: (name) => Number(all(name).at(-1) ?? 0),
  };
}

function numberOf(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!Number.isFinite(number) || number < 0) throw new ParcoursError('usage', `--${name}: a number of 0 or more`);
  return number;
}
