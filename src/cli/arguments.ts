import { agentOptions, commonOptions, type OptionName, options, specOf } from './options.ts';

/**
 * What was typed, in one spelling: `/server:10.0.0.1` becomes `--server=10.0.0.1`, and a bare `--debug` becomes
 * `--debug=`, so that it never swallows the next word. Only known names are rewritten: `/tmp/fleet` stays a path.
 */
export function normalise(typed: readonly string[]): string[] {
  return typed.map(fromSlash).map(withOptionalValue);
}

/** A word that was typed, and its place. */
export interface Placed {
  readonly word: string;
  readonly at: number;
}

/** The words before `--` that are neither an option nor an option's value; the first ones name a command. */
export function plainWords(words: readonly string[]): readonly Placed[] {
  const plain: Placed[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '--') break;
    if (!word.startsWith('-')) plain.push({ word, at });
    else if (takesNextWord(word)) at++;
  }
  return plain;
}

/** Whether the agent is meant: by its name, or by one of its options without any name. */
export function isAgentRun(words: readonly string[]): boolean {
  const [first] = plainWords(words);
  return first ? first.word === 'agent' : hasAgentOption(words);
}

function hasAgentOption(words: readonly string[]): boolean {
  return words.map(optionName).some((name) => name !== undefined && Object.hasOwn(agentOptions, name));
}

const slashNames = { ...agentOptions, ...commonOptions };

function fromSlash(word: string): string {
  const [, typed, value] = /^\/([a-z][a-z-]*)(?:[:=](.*))?$/i.exec(word) ?? [];
  const name = typed?.toLowerCase();
  if (!name || !Object.hasOwn(slashNames, name)) return word;
  return value === undefined ? `--${name}` : `--${name}=${value}`;
}

/** The Unix agent is called with `-l DIR` as well as with `--local=DIR`, so that one takes the word that follows. */
function withOptionalValue(word: string, at: number, words: readonly string[]): string {
  const name = optionName(word);
  if (!name || options[name].kind !== 'optional' || word.includes('=')) return word;
  return name === 'local' && isValue(words[at + 1]) ? '--local' : `--${name}=`;
}

function isValue(word: string | undefined): boolean {
  return word !== undefined && !word.startsWith('-');
}

function takesNextWord(word: string): boolean {
  const name = optionName(word);
  if (name === undefined || word.includes('=')) return false;
  return word === '--local' || ['text', 'texts', 'number'].includes(options[name].kind);
}

function optionName(word: string): OptionName | undefined {
  const long = /^--([a-z][a-z-]*)(?:=|$)/.exec(word)?.[1];
  if (long) return specOf(long) && (long as OptionName);
  const short = /^-([a-z])$/i.exec(word)?.[1];
  const names = Object.keys(options) as OptionName[];
  return short === undefined ? undefined : names.find((name) => specOf(name)?.short === short);
}
