/** One condition of a filter; all of them must hold. */
export interface Term {
  readonly negated: boolean;
  /** Undefined: any column. */
  readonly column?: string;
  readonly operator: ':' | '=' | '<' | '>';
  readonly text: string;
}

/** What a filter needs to know of a row. */
export interface Filterable {
  /** Folded text of all columns. */
  readonly all: string;
  /** Folded text of one column. */
  text(column: string): string;
  /** The number of one column, for `<` and `>`. */
  number(column: string): number | undefined;
}

/** Reads `words`, `col:contains`, `col=exact`, `col<n`, `col>n`, `!not`, and "quoted words". A colon after anything else is text. */
export function parseFilter(filter: string, isColumn: (name: string) => boolean): readonly Term[] {
  return (filter.match(WORDS) ?? []).map((word) => parseTerm(word, isColumn)).filter(({ text }) => text !== '');
}

export function matches(terms: readonly Term[], row: Filterable): boolean {
  return terms.every((term) => holds(term, row) !== term.negated);
}

/** Without case and accents: what is typed in a hurry finds what is written with care. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function parseTerm(word: string, isColumn: (name: string) => boolean): Term {
  const negated = word.startsWith('!');
  const bare = foldText(word.slice(negated ? 1 : 0)).replaceAll('"', '');
  const { column, operator, text } = TERM.exec(bare)?.groups ?? {};
  if (!column || !isColumn(column)) return { negated, operator: ':', text: bare };
  return { negated, column, operator: operator as Term['operator'], text: text ?? '' };
}

function holds({ column, operator, text }: Term, row: Filterable): boolean {
  if (column === undefined) return row.all.includes(text);
  if (operator === ':') return row.text(column).includes(text);
  if (operator === '=') return row.text(column).trim() === text;
  const [value, limit] = [row.number(column), Number(text.replace(',', '.'))];
  if (value === undefined || Number.isNaN(limit)) return false;
  return operator === '<' ? value < limit : value > limit;
}

const WORDS = /(?:"[^"]*"?|[^\s"])+/g;
const TERM = /^(?<column>[^:=<>]+)(?<operator>[:=<>])(?<text>.*)$/;
