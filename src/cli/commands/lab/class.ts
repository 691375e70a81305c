import { resolve } from 'node:path';
import { formatNumber } from '../../../i18n/format.ts';
import { type ClassRow, type ClassTable, type Measure, measures, readClass } from '../../../lab/classroom.ts';
import { csvCell } from '../../../model/csv.ts';
import { ParcoursError } from '../../../model/errors.ts';
import { safeText } from '../../../model/safe-text.ts';
import type { Command, Context } from '../../command.ts';
import { exitCodes } from '../../exit-codes.ts';
import { foldedPrint } from '../../lab-print.ts';
import { printJson, tableLines } from '../../output.ts';

/** The teacher's table over the exercises of a class. */
export const command: Command = {
  positionals: '<folder>',
  options: ['format'],
  examples: [
    'parcours lab class /srv/exercises',
    'parcours lab class /srv/exercises --format csv > class.csv',
    'parcours lab class /srv/exercises --json',
  ],
  async run(context) {
    const { args, messages, note, print } = context;
    const format = args.text('format');
    if (format !== undefined && format !== 'csv') {
      throw new ParcoursError('usage', `--format ${format}: the table of a class is csv, or --json`);
    }
    const table = await readClass(resolve(args.text('folder') ?? ''));
    for (const { folder, reason } of table.skipped)
      note(messages.lab.class.skipped(safeText(folder), safeText(reason)));
    if (printJson(context, table)) return exitCodes.done;
    if (format === 'csv') for (const line of csvLines(context, table)) print(line);
    else await show(context, table);
    return exitCodes.done;
  },
};

/** Numbers as a spreadsheet computes with them; no text of it is run as a formula. */
function csvLines({ messages }: Context, { rows }: ClassTable): string[] {
  const { headers, measures: names } = messages.lab.class;
  const header = [headers.student, ...measures.map((measure) => names[measure]), headers.far];
  const cells = rows.map(({ student, values, far }) => [
    student,
    ...measures.map((measure) => rounded(values[measure])),
    far.map((measure) => names[measure]).join(', ') || undefined,
  ]);
  return [header, ...cells].map((row) => row.map(csvCell).join(','));
}

async function show(context: Context, { rows, spreads }: ClassTable): Promise<void> {
  const print = foldedPrint(context);
  const { headers, measures: names, ...words } = context.messages.lab.class;
  if (rows.length === 0) return print(words.none);
  const number = (value: number | undefined) =>
    value === undefined ? '—' : formatNumber(context.language, value, value < 10 ? 1 : 0);
  const spreadRow = (name: string, part: 'low' | 'median' | 'high') => [
    name,
    ...measures.map((measure) => number(spreads[measure]?.[part])),
  ];
  const lines = tableLines(
    [headers.student, ...measures.map((measure) => names[measure])],
    [
      ...rows.map((row) => rowCells(row, number)),
      [],
      spreadRow(words.median, 'median'),
      spreadRow(words.low, 'low'),
      spreadRow(words.high, 'high'),
    ],
  );
  for (const line of lines) print(line);
  print('');
  print(words.count(rows.length));
  if (rows.some(({ far }) => far.length > 0)) print(words.far);
}

function rowCells({ student, values, far }: ClassRow, number: (value: number | undefined) => string): string[] {
  const sign = (measure: Measure) => (far.includes(measure) ? ' !' : '');
  return [student ?? '—', ...measures.map((measure) => `${number(values[measure])}${sign(measure)}`)];
}

function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 1000) / 1000;
}
