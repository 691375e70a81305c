import yargs, { type Argv, type Options } from 'yargs';
// By path: the package hides its locales, and a bundle would not find them by itself.
import french from '../../node_modules/yargs/locales/fr.json' with { type: 'json' };
import { messagesOf } from '../i18n/language.ts';
import { ParcoursError } from '../model/errors.ts';
import { type OptionSpec, options } from './options.ts';
import { type Call, optionsOf, PARSING } from './parse.ts';

/** yargs as a whole, which knows what to say of a wrong word and how to tell of the right ones. */
export function parserOf({ name, command, language }: Call): Argv {
  const messages = messagesOf(language);
  const program = `parcours ${name}`;
  let parser = yargs()
    .scriptName(program)
    .parserConfiguration(PARSING)
    .help(false)
    .version(false)
    .exitProcess(false)
    .showHelpOnFail(false)
    .wrap(Math.min(WIDEST, process.stdout.columns || WIDEST))
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

/** Cells of the help; a terminal may have fewer. */
const WIDEST = 100;

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
