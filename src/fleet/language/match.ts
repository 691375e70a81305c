import type { MachineRow } from '../fleet.ts';
import {
  columnNames,
  NO_TEXTS,
  type QueryColumn,
  type QueryColumnId,
  queryColumn,
  queryColumns,
  SOFTWARE_COLUMN,
} from './columns.ts';
import { foldText } from './fold.ts';
import { type Comparison, isAbout } from './measures.ts';
import { type Operator, parseQuery, QueryError, type Term } from './parse.ts';

/** What is asked of the packages of machines: `soft:firefox<130`. */
export interface SoftwareQuestion {
  /** Without case and accents: a part of the name, or with `whole` all of it. */
  readonly name: string;
  readonly whole: boolean;
  /** In place of the name. */
  readonly pattern?: RegExp;
  readonly version?: { readonly operator: Operator; readonly text: string };
}

/** Ids of the machines that have a package that is asked for. */
export type SoftwareHolders = (question: SoftwareQuestion) => ReadonlySet<string>;

/** A query, ready to be asked of each row. */
export interface Query {
  /** The packages it asks of: `matcher` needs somebody who knows their holders. */
  readonly software: readonly SoftwareQuestion[];
  matcher(now: number, holders?: SoftwareHolders): (row: MachineRow) => boolean;
  /** The words that name no column: to look for elsewhere than in the row. */
  readonly words: readonly ((text: string) => boolean)[];
  /** The query without them. */
  conditions(now: number, holders?: SoftwareHolders): (row: MachineRow) => boolean;
}

/** Fails with `QueryError` for a query that means nothing. */
export function readQuery(text: string): Query {
  const terms = parseQuery(text, columnNames).map((term) => ({ term, column: columnOf(term) }));
  const software = terms.flatMap(({ term, column }) => (column === SOFTWARE_COLUMN ? softwareQuestion(term) : []));
  // What cannot be compared is told now, not at the first row.
  for (const { term, column } of terms) if (column !== SOFTWARE_COLUMN) conditionOf(term, column, 0);
  const columns = terms.filter(({ term }) => term.column !== undefined || term.negated);
  const words = terms.filter((one) => !columns.includes(one)).map(({ term }) => wordOf(term));
  return {
    software,
    words,
    matcher: (now, holders) => conditionsOf(terms, now, holders),
    conditions: (now, holders) => conditionsOf(columns, now, holders),
  };
}

interface ReadTerm {
  readonly term: Term;
  readonly column: ReturnType<typeof columnOf>;
}

function conditionsOf(terms: readonly ReadTerm[], now: number, holders: SoftwareHolders = noHolders): Condition {
  const conditions = terms.map(({ term, column }) => {
    const holds = column === SOFTWARE_COLUMN ? heldBy(term, holders) : conditionOf(term, column, now);
    return (row: MachineRow) => holds(row) !== term.negated;
  });
  return (row) => conditions.every((holds) => holds(row));
}

/** Asked of texts without case and accents. */
function wordOf({ text, pattern }: Term): (text: string) => boolean {
  return pattern ? (one) => pattern.test(one) : (one) => one.includes(text);
}

type Condition = (row: MachineRow) => boolean;

function columnOf({ column }: Term) {
  return column === undefined ? undefined : columnNames.get(column);
}

function noHolders(): never {
  throw new Error('a question about packages was asked of nobody');
}

function heldBy(term: Term, holders: SoftwareHolders): Condition {
  const ids = holders(softwareQuestion(term));
  return ({ id }) => ids.has(id);
}

/** `firefox<130` behind `soft:`: the version is compared with the last operator of the value. */
function softwareQuestion({ text, pattern, operator }: Term): SoftwareQuestion {
  if (pattern) return { name: '', whole: false, pattern };
  const { name, comparison, version } = /^(?<name>.+?)(?<comparison>[<>]=?|=)(?<version>.+)$/.exec(text)?.groups ?? {};
  const whole = operator === '=';
  if (name === undefined || version === undefined) return { name: text.replace(/[<>=]+$/, ''), whole };
  return { name: name.trim(), whole, version: { operator: comparison as Operator, text: version.trim() } };
}

function conditionOf(term: Term, column: QueryColumnId | undefined, now: number): Condition {
  if (column === undefined) return term.pattern ? textCondition(term, everyText(now)) : wordCondition(term, now);
  const { texts, measure, isNumber } = queryColumn(column);
  const isText = term.operator === ':' || term.operator === '=';
  if (isText && !isNumber) return textCondition(term, (row) => texts(row, now));
  const compare = measure?.(term.text, now);
  if (compare)
    return isText ? (row) => isAbout(term.text, compare(row) ?? Number.NaN) : ordered(term.operator, compare);
  if (measure) throw new QueryError(term.at, 'notMeasured', term.column ?? '', term.text);
  throw new QueryError(term.at, 'isText', term.column ?? '');
}

function ordered(operator: Operator, compare: Comparison): Condition {
  return (row) => {
    const difference = compare(row);
    return difference !== undefined && isOrdered(operator, difference);
  };
}

/** Whether what has this difference to what was typed is on the right side of it. */
export function isOrdered(operator: Operator, difference: number): boolean {
  switch (operator) {
    case '<':
      return difference < 0;
    case '<=':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '>=':
      return difference >= 0;
    default:
      return difference === 0;
  }
}

/** A word is looked for in all rows at each key that is typed: what rows say is kept, what they share is looked into once. */
function wordCondition({ text }: Term, now: number): Condition {
  const states = new Map<string, boolean>();
  const isIn = (state: string) => {
    const known = states.get(state) ?? foldText(state).includes(text);
    states.set(state, known);
    return known;
  };
  const seen = TIME_LIKE.test(text) ? queryColumns.seen.texts : NO_TEXTS;
  return (row) =>
    foldedTexts(row).includes(text) ||
    queryColumns.state.texts(row, now).some(isIn) ||
    seen(row, now).some((one) => one !== undefined && foldText(one).includes(text));
}

/** What may stand in a time of the store, without case. */
const TIME_LIKE = /^[\d:.tz-]+$/;

const folded = new WeakMap<MachineRow, string>();

/** All that a row says but its state and when it was last seen, which change as time goes by. */
function foldedTexts(row: MachineRow): string {
  const known = folded.get(row);
  if (known !== undefined) return known;
  let texts = '';
  for (const column of rowColumns) {
    for (const text of column.texts(row, 0)) if (text !== undefined) texts += `${text}\n`;
  }
  const made = foldText(texts);
  folded.set(row, made);
  return made;
}

const rowColumns: readonly QueryColumn[] = Object.entries(queryColumns)
  .filter(([id, { texts }]) => id !== 'state' && id !== 'seen' && texts !== NO_TEXTS)
  .map(([, column]) => column);

function everyText(now: number): (row: MachineRow) => readonly (string | undefined)[] {
  const columns = Object.keys(queryColumns) as readonly QueryColumnId[];
  return (row) => columns.flatMap((id) => queryColumn(id).texts(row, now));
}

type TextsOf = (row: MachineRow) => readonly (string | undefined)[];

function textCondition({ operator, text, pattern }: Term, textsOf: TextsOf): Condition {
  const present = (row: MachineRow) => textsOf(row).filter((one) => one !== undefined);
  if (pattern) return (row) => present(row).some((one) => pattern.test(one));
  if (operator === '=') return (row) => present(row).some((one) => foldText(one) === text);
  return (row) => present(row).some((one) => foldText(one).includes(text));
}
