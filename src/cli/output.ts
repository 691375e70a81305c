import { safeJson, safeText } from '../model/safe-text.ts';
import type { Context } from './command.ts';

/** Prints an answer as JSON where `--json` asks for it; says whether it did. */
export function printJson({ args, print }: Context, answer: unknown): boolean {
  const json = args.optional('json');
  if (json === undefined) return false;
  if (json === 'lines' && Array.isArray(answer)) for (const item of answer) print(safeJson(item));
  else print(safeJson(answer, json === 'lines' ? 0 : 2));
  return true;
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
