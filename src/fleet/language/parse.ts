import { en } from '../../i18n/en.ts';
import { problemMessage } from '../../i18n/problem.ts';
import { ParcoursError } from '../../model/errors.ts';
import { present } from '../../model/present.ts';
import { foldText } from './fold.ts';

export type Operator = ':' | '=' | '<' | '<=' | '>' | '>=';

/** One condition of a query; all of them must hold. */
export interface Term {
  readonly negated: boolean;
  /** As it was typed, without case and accents; undefined: any column. */
  readonly column?: string;
  readonly operator: Operator;
  /** Without case and accents, and without quotes. */
  readonly text: string;
  /** In place of the text. */
  readonly pattern?: RegExp;
  /** Where the value stands in the query, from 0. */
  readonly at: number;
}

/** Column by each name it may be called. */
export type Columns = ReadonlyMap<string, string>;

/** What may be wrong with a query; the first value of each is the character, from 1. */
type QueryProblem = 'noColumn' | 'noPattern' | 'notMeasured' | 'isText';

/** A query that means nothing; `at` counts characters from 0. */
export class QueryError extends ParcoursError {
  readonly at: number;

  constructor(at: number, id: QueryProblem, ...values: readonly string[]) {
    const all = [String(at + 1), ...values];
    super('usage', problemMessage(en, id, all), undefined, { id, values: all });
    this.at = at;
  }
}

/**
 * Reads `words`, `column:part`, `column=whole`, `column<number`, `>`, `<=`, `>=`, `!not`, `"quoted words"`, and
 * `/patterns/`, alone or after `column:` (`column~pattern` is the same). A term without a value says nothing: it is
 * being typed. What stands before an operator and can be no column, such as in a MAC address, is part of a word.
 * Fails with `QueryError` for a column that does not exist and a pattern that cannot be read.
 */
export function parseQuery(query: string, columns: Columns): readonly Term[] {
  const words = [...query.matchAll(WORDS)];
  return words.flatMap((word) => parseTerm(word[0], word.index, columns) ?? []);
}

/** Quotes and patterns hold blanks; one without an end goes to the end of the query. */
const PATTERN_WORD = String.raw`!?(?:[\p{L}-]+[:~])?\/(?:\\.|[^/\\]|\/(?!\s|$))*(?:\/|$)`;
const PLAIN_WORD = String.raw`(?:"[^"]*(?:"|$)|[^\s"])+`;
const WORDS = new RegExp(`${PATTERN_WORD}|${PLAIN_WORD}`, 'gsu');

const TERM = /^(?<column>[^:=<>~"/]+)(?<operator>[:=~]|[<>]=?)(?<value>.*)$/s;

/** A column is named in letters; hexadecimal groups with colons are addresses. */
const COLUMN = /^\p{L}[\p{L}-]+$/u;
const ADDRESS = /^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,}$/i;

function parseTerm(word: string, start: number, columns: Columns): Term | undefined {
  const negated = word.startsWith('!');
  const body = negated ? word.slice(1) : word;
  const bodyAt = start + (negated ? 1 : 0);
  const { column, operator = ':', value = '' } = (ADDRESS.test(body) ? undefined : TERM.exec(body)?.groups) ?? {};
  if (column === undefined || !COLUMN.test(column)) return valued({ negated, operator: ':', at: bodyAt }, body);
  const name = foldText(column);
  if (!columns.has(name)) throw new QueryError(bodyAt, 'noColumn', column, listOf(columns));
  const at = bodyAt + column.length + operator.length;
  const isPattern = operator === '~' && value !== '' && !value.startsWith('/');
  return valued(
    { negated, column: name, operator: operator === '~' ? ':' : (operator as Operator), at },
    isPattern ? `/${value}/` : value,
  );
}

function valued(term: Omit<Term, 'text' | 'pattern'>, value: string): Term | undefined {
  const source = /^\/(.*?)\/?$/s.exec(value)?.[1];
  const isPattern = source !== undefined && term.operator === ':' && value.length > 1;
  const text = foldText(value.replaceAll('"', ''));
  if (text === '' || text === '/' || (isPattern && source === '')) return undefined;
  return { ...term, text, ...present({ pattern: isPattern ? patternOf(source, term.at) : undefined }) };
}

function patternOf(source: string, at: number): RegExp {
  try {
    return new RegExp(source, 'iu');
  } catch (error) {
    throw new QueryError(at, 'noPattern', error instanceof Error ? error.message : `/${source}/`);
  }
}

function listOf(columns: Columns): string {
  return [...new Set(columns.values())].join(', ');
}
