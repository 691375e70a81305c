/** Taking knows how what is on the screen leaves the program: copied, or written to a file. */

/** What a screen shows, as data. What is hidden on the screen is hidden here. */
export interface Table {
  /** For the name of a file. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** The rows as objects, for JSON. */
  readonly records: readonly unknown[];
  /** Index of the row under the cursor; undefined where it is on none. */
  readonly at?: number;
  /** What the cursor points at, for copying one value. */
  readonly value?: string;
  /** How the command line names it: `B104-03@#4`. */
  readonly path?: string;
}

/** Rows as objects, where there is nothing better. */
export function recordsOf(columns: readonly string[], rows: readonly (readonly string[])[]): readonly unknown[] {
  return rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? ''])));
}
