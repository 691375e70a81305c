import yargs, { type Argv, type Options } from 'yargs';
// By path: the package hides its locales, and a bundle would not find them by itself.
import french from '../../node_modules/yargs/locales/fr.json' with { type: 'json' };
import type { Messages } from '../i18n/en.ts';
import { type Language, messagesOf } from '../i18n/language.ts';
import { ParcoursError } from '../model/errors.ts';
import type { Arguments, Command } from './command.ts';
import { commonOptions, type OptionName, type OptionSpec, options, specOf } from './options.ts';

export type CommandName = keyof Messages['cli']['commands'];

/** A command and the words it is called with. */
export interface Call {
  readonly name: CommandName;
  readonly command: Command;
  readonly language: Language;
}

/** What the words mean; fails with `usage` on an unknown option or a missing argument. */
export async function parseArguments(call: Call, words: readonly string[]): Promise<Arguments> {
  const parsed = argumentsOf(await parserOf(call).parse([...words]));
  for (const name of optionsOf(call.command)) checkChoice(name, parsed.text(name));
  return parsed;
}

export async function helpOf(call: Call): Promise<string> {
  return parserOf(call).getHelp();
}

function parserOf({ name, command, language }: Call): Argv {
  const messages = messagesOf(language);
  const program = `parcours ${name}`;
  let parser = yargs()
    .scriptName(program)
    .parserConfiguration({ 'dot-notation': false, 'camel-case-expansion': false, 'boolean-negation': false })
    .help(false)
    .version(false)
    .exitProcess(false)
    .showHelpOnFail(false)
    .wrap(100)
    .strict()
    .fail((message, error) => {
      throw new ParcoursError('usage', `${message} (${program} --help)`, error);
    });
  if (language === 'fr') parser = parser.locale('fr').updateStrings(french as unknown as Record<string, string>);
  for (const option of optionsOf(command)) {
    parser = parser.option(option, yargsOption(options[option], messages.cli.options[option]));
  }
  for (const example of command.examples) parser = parser.example(`$ ${example}`, '');
  const note: string | undefined = Object.entries(messages.cli.notes).find(([own]) => own === name)?.[1];
  if (note !== undefined) parser = parser.epilogue(note);
  return parser.command(`$0 ${command.positionals ?? ''}`.trim(), messages.cli.commands[name]);
}

function optionsOf(command: Command): readonly OptionName[] {
  return [...command.options, ...(Object.keys(commonOptions) as OptionName[])];
}

/** Checked here and not by yargs, whose help would tell the choices a second time. */
function checkChoice(name: OptionName, value: string | undefined): void {
  const choices = specOf(name)?.choices;
  if (value === undefined || !choices || choices.includes(value)) return;
  throw new ParcoursError('usage', `--${name}=${value}: write ${choices.filter((choice) => choice !== '').join(', ')}`);
}

function yargsOption(spec: OptionSpec, description: string): Options {
  const valued = spec.kind !== 'flag' && spec.kind !== 'count' && spec.kind !== 'optional';
  return {
    type: yargsTypes[spec.kind],
    describe: spec.value ? `${description} [${spec.value}]` : description,
    ...(spec.short ? { alias: spec.short } : {}),
    ...(valued ? { requiresArg: true } : {}),
    ...(spec.kind === 'texts' ? { array: true, nargs: 1 } : {}),
  };
}

const yargsTypes = {
  flag: 'boolean',
  count: 'count',
  optional: 'string',
  text: 'string',
  texts: 'string',
  number: 'number',
} as const;

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
