import { type Line, type Role, span } from './line.ts';
import { type Align, fitText, widthOf } from './width.ts';

/** A column of a table of rows of one kind. */
export interface Column<T> {
  readonly title: string;
  readonly text: (row: T) => string;
  readonly role?: (row: T) => Role | undefined;
  readonly align?: Align;
  /** Cells below which the column goes rather than being cut further. */
  readonly least?: number;
  /** Never cut, such as a date: without room for all of it the column goes. Numbers never are. */
  readonly whole?: true;
  /** Lower gives way later when there is no room for all. */
  readonly priority: number;
  /** How its title looks. */
  readonly titleRole?: Role;
  /** So many cells, whatever the rows ask for. */
  readonly cells?: number;
  /** Shown only where some row fills it and the others need not be cut short for it. */
  readonly extra?: true;
}

export interface FittedColumn<T> extends Column<T> {
  readonly width: number;
}

/** The columns that fit in that many cells, each as wide as its content asks for where there is room. */
export function fitColumns<T>(
  columns: readonly Column<T>[],
  rows: readonly T[],
  width: number,
): readonly FittedColumn<T>[] {
  const wished = columns
    .filter(({ extra, text }) => !extra || rows.some((row) => text(row) !== ''))
    .map((column) => ({ column, wish: wishedWidth(column, rows) }));
  const kept = new Set<Column<T>>();
  let [free, ease] = [width + GAP, width + GAP];
  for (const { column, wish } of wished.toSorted((a, b) => a.column.priority - b.column.priority)) {
    const least = leastWidth(column, wish) + GAP;
    if (least > (column.extra ? ease : free) && kept.size > 0) break;
    kept.add(column);
    free -= least;
    ease -= Math.max(least, Math.min(wish, EASY_WIDTH) + GAP);
  }
  return widen(
    wished.filter(({ column }) => kept.has(column)),
    Math.max(0, free),
    width,
  );
}

export function titleLine<T>(columns: readonly FittedColumn<T>[]): Line {
  return separate(
    columns.map(({ title, width, align, titleRole = 'head' }) => span(fitText(title, width, align), titleRole)),
  );
}

export function rowLine<T>(columns: readonly FittedColumn<T>[], row: T): Line {
  return separate(
    columns.map((column) => span(fitText(column.text(row), column.width, column.align), column.role?.(row))),
  );
}

interface Wished<T> {
  readonly column: Column<T>;
  readonly wish: number;
}

/** Shares the free cells: the first column may take half of them, then who asks for least is served first. */
function widen<T>(wished: readonly Wished<T>[], free: number, width: number): readonly FittedColumn<T>[] {
  const widths = new Map<Column<T>, number>();
  const [first, ...others] = wished;
  const served = [...(first ? [first] : []), ...others.toSorted((a, b) => need(a) - need(b))];
  let left = free;
  for (const [index, { column, wish }] of served.entries()) {
    const sharers = index === 0 ? Math.min(2, served.length) : served.length - index;
    const more = Math.min(need({ column, wish }), Math.floor(left / sharers));
    widths.set(column, Math.min(width, leastWidth(column, wish) + more));
    left -= more;
  }
  return wished.map(({ column }) => ({ ...column, width: widths.get(column) ?? 0 }));
}

function need<T>({ column, wish }: Wished<T>): number {
  return wish - leastWidth(column, wish);
}

function wishedWidth<T>({ title, text, cells, align }: Column<T>, rows: readonly T[]): number {
  if (cells !== undefined) return cells;
  const measured = align === 'right' ? rows : sampleOf(rows);
  return measured.reduce((widest, row) => Math.max(widest, widthOf(text(row))), widthOf(title));
}

/** Texts may be cut, so that enough of a long list tells how wide they are. */
function sampleOf<T>(rows: readonly T[]): readonly T[] {
  const step = Math.ceil(rows.length / MAX_MEASURED);
  return step <= 1
    ? rows
    : Array.from({ length: Math.floor(rows.length / step) }, (_, at) => rows[at * step]).filter(isRow);
}

function isRow<T>(row: T | undefined): row is T {
  return row !== undefined;
}

/** A title is never cut, unless somebody asked for it. */
function leastWidth<T>({ title, align, whole, cells, least = LEAST_WIDTH }: Column<T>, wish: number): number {
  if (cells !== undefined) return cells;
  return align === 'right' || whole ? wish : Math.max(widthOf(title), Math.min(wish, least));
}

function separate(cells: Line): Line {
  return cells.flatMap((cell, index) => (index === 0 ? [cell] : [span(' '.repeat(GAP)), cell]));
}

const GAP = 2;
const MAX_MEASURED = 1000;
const LEAST_WIDTH = 18;
const EASY_WIDTH = 24;
