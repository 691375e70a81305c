import { safeJson, safeText } from '../model/safe-text.ts';
import type { Context } from './command.ts';

/** Prints an answer as JSON where `--json` asks for it; says whether it did. */
export function printJson({ args, print }: Pick<Context, 'args' | 'print'>, answer: unknown): boolean {
  const json = args.optional('json');
  if (json === undefined) return false;
  if (Array.isArray(answer) && (answer.length > 0 || json === 'lines'))
    for (const line of listLines(answer, json === 'lines')) print(line);
  else print(safeJson(answer, json === 'lines' ? 0 : 2));
  return true;
}

/** Item by item: the whole answer of a large fleet is longer than a text can be. */
function* listLines(items: readonly unknown[], asLines: boolean): Generator<string> {
  if (!asLines) yield '[';
  for (const [at, item] of items.entries()) {
    if (asLines) yield safeJson(item);
    else yield `${safeJson(item, 2).replace(/^/gm, '  ')}${at < items.length - 1 ? ',' : ''}`;
  }
  if (!asLines) yield ']';
}

/** Lines of a table whose columns are as wide as their widest cell; the last one is as long as it is. */
export function tableLines(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const cells = [header, ...rows.map((row) => row.map(safeText))];
  const widths = header.map((_, column) => Math.max(...cells.map((row) => [...(row[column] ?? '')].length)));
  return cells.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - [...cell].length));
}
