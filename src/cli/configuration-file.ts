import { ParcoursError } from '../model/errors.ts';
import { type OptionName, settingNames, specOf } from './options.ts';

/** A line of the configuration. */
export interface Line {
  readonly key: OptionName;
  /** A flag has `true` or `false`. */
  readonly value: string;
  /** Counted from 1. */
  readonly line: number;
}

/**
 * Lines are `key = value`, with quotes or without; `#` begins a comment. A key without a value is as good as none.
 * Fails with `configuration`, naming the line.
 */
export function parseConfiguration(text: string, path: string): readonly Line[] {
  const lines: Line[] = [];
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    const place = `${path}, line ${index + 1}`;
    const pair = keyAndValue(content, place);
    if (!pair) continue;
    const before = lines.find(({ key }) => key === pair.key);
    if (before && specOf(pair.key)?.kind !== 'texts') {
      throw new ParcoursError('configuration', `${place}: ${pair.key} stands on line ${before.line} already`);
    }
    lines.push({ ...pair, line: index + 1 });
  }
  return lines;
}

/** One value in the words of the command line; `place` says where it stands. Fails with `configuration`. */
export function checkedValue(key: OptionName, value: string, place: string): string {
  const { kind, choices } = specOf(key) ?? {};
  if (kind === 'flag') return flagValue(key, value, place);
  if (kind === 'number' && !(Number(value) >= 0)) {
    throw new ParcoursError('configuration', `${place}: ${key} is a number of 0 or more, not ${value}`);
  }
  if (choices && !choices.includes(value)) {
    const known = choices.filter((choice) => choice !== '').join(', ');
    throw new ParcoursError('configuration', `${place}: ${key} is ${known}, not ${value}`);
  }
  return value;
}

function keyAndValue(content: string, place: string): { readonly key: OptionName; readonly value: string } | undefined {
  if (/^\s*(?:#.*)?$/.test(content)) return undefined;
  const [, typed, quoted, value] = /^\s*([\w-]+)\s*=\s*(?:(["'].*["'])|(.*?))\s*(?:(?<=\s)#.*)?$/.exec(content) ?? [];
  if (typed === undefined) throw new ParcoursError('configuration', `${place}: write key = value`);
  const key = settingNames.find((name) => name === typed.toLowerCase());
  if (!key) throw new ParcoursError('configuration', `${place}: there is no setting ${typed}`);
  const plain = quoted === undefined ? value : quoted.slice(1, -1);
  return plain ? { key, value: checkedValue(key, plain, place) } : undefined;
}

function flagValue(key: OptionName, value: string, place: string): string {
  if (/^(?:1|yes|true|on)$/i.test(value)) return 'true';
  if (/^(?:0|no|false|off)$/i.test(value)) return 'false';
  throw new ParcoursError('configuration', `${place}: ${key} is 0 or 1, not ${value}`);
}
