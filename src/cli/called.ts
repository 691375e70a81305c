import { type Language, messagesOf } from '../i18n/language.ts';
import { ParcoursError } from '../model/errors.ts';
import { isAgentRun, type Placed, plainWords } from './arguments.ts';
import type { Family } from './overview.ts';
import type { CommandName } from './parse.ts';

/** What was called. */
export interface Called {
  /** Undefined where only help was asked for. */
  readonly name?: CommandName;
  /** Where the second word of a command is missing. */
  readonly family?: Family;
  /** The words without those that name the command. */
  readonly rest: readonly string[];
}

/**
 * No word: the agent where one of its options is typed, the explorer where nothing is, help with `--help`.
 * Fails with `usage` on a word that is no command.
 */
export function calledBy(words: readonly string[], names: readonly CommandName[], language: Language): Called {
  const plain = plainWords(words);
  const [first, second] = plain;
  if (!first) return { rest: words, ...withoutWord(words) };
  if (first.word === 'help') return { rest: words };
  const family = familyOf(first.word, language);
  if (family && !second) return { rest: words, family };
  const typed = plain.slice(0, family ? 2 : 1);
  const text = typed.map(({ word }) => word).join(' ');
  const name = names.find((known) => known === text);
  if (!name) throw new ParcoursError('usage', messagesOf(language).cli.unknownCommand(text));
  return { name, rest: without(words, typed) };
}

function familyOf(word: string, language: Language): Family | undefined {
  return Object.hasOwn(messagesOf(language).cli.families, word) ? (word as Family) : undefined;
}

function withoutWord(words: readonly string[]): { readonly name?: CommandName } {
  if (isAgentRun(words)) return { name: 'agent' };
  return words.includes('--help') || words.includes('-h') ? {} : { name: 'browse' };
}

function without(words: readonly string[], typed: readonly Placed[]): readonly string[] {
  return words.filter((_, index) => !typed.some(({ at }) => at === index));
}
