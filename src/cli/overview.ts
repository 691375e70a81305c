import { type Language, messagesOf } from '../i18n/language.ts';

/** The help of the whole program: what it is, its commands, three ways to begin. */
export function overview(language: Language): string {
  const { cli } = messagesOf(language);
  const width = Math.max(...Object.keys(cli.commands).map((name) => name.length));
  const commands = Object.entries(cli.commands).map(([name, words]) => `  ${name.padEnd(width)}  ${words}`);
  return [
    `parcours: ${cli.about}`,
    '',
    `${cli.usage}: parcours [COMMAND] [OPTIONS]`,
    '',
    `${cli.commandsTitle}:`,
    ...commands,
    '',
    cli.agentHint,
    '  parcours --np --server=HOST --debug --logfile=PATH',
    '  parcours /np /server:HOST /debug /logfile:PATH',
    '',
    cli.moreHelp,
  ].join('\n');
}
