import type { Messages } from '../i18n/en.ts';
import { type Language, messagesOf } from '../i18n/language.ts';

/** The first word of commands that have two. */
export type Family = keyof Messages['cli']['families'];

/** The help of the whole program: what it is, its commands, three ways to begin; or of one family of commands. */
export function overview(language: Language, columns: number, family?: Family): string {
  const { cli } = messagesOf(language);
  const shown = Object.entries(cli.commands).filter(([name]) => !family || name.startsWith(`${family} `));
  const width = Math.max(...shown.map(([name]) => name.length));
  const commands = shown.map(([name, words]) => `  ${name.padEnd(width)}  ${hanging(words, width + 4, columns)}`);
  return [
    hanging(family ? cli.families[family] : `parcours: ${cli.about}`, 0, columns),
    '',
    `${cli.usage}: parcours ${family ? `${family} COMMAND` : '[COMMAND]'} [OPTIONS]`,
    '',
    `${cli.commandsTitle}:`,
    ...commands,
    '',
    ...(family ? [] : [hanging(cli.agentHint, 0, columns), ...AGENT_EXAMPLES, '']),
    hanging(cli.moreHelp, 0, columns),
  ].join('\n');
}

/** The words on as many lines as they need, each but the first indented. */
function hanging(words: string, indent: number, columns: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ')) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (joined.length + indent <= columns) line = joined;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].join(`\n${' '.repeat(indent)}`);
}

const AGENT_EXAMPLES = [
  '  parcours --np --server=HOST --debug --logfile=PATH',
  '  parcours /np /server:HOST /debug /logfile:PATH',
];
