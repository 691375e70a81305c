import type { Messages } from '../i18n/en.ts';
import { type Language, messagesOf } from '../i18n/language.ts';

/** The first word of commands that have two. */
export type Family = keyof Messages['cli']['families'];

/** The help of the whole program: what it is, its commands, three ways to begin; or of one family of commands. */
export function overview(language: Language, family?: Family): string {
  const { cli } = messagesOf(language);
  const shown = Object.entries(cli.commands).filter(([name]) => !family || name.startsWith(`${family} `));
  const width = Math.max(...shown.map(([name]) => name.length));
  const commands = shown.map(([name, words]) => `  ${name.padEnd(width)}  ${words}`);
  return [
    family ? cli.families[family] : `parcours: ${cli.about}`,
    '',
    `${cli.usage}: parcours ${family ? `${family} COMMAND` : '[COMMAND]'} [OPTIONS]`,
    '',
    `${cli.commandsTitle}:`,
    ...commands,
    '',
    ...(family ? [] : [cli.agentHint, ...AGENT_EXAMPLES, '']),
    cli.moreHelp,
  ].join('\n');
}

const AGENT_EXAMPLES = [
  '  parcours --np --server=HOST --debug --logfile=PATH',
  '  parcours /np /server:HOST /debug /logfile:PATH',
];
