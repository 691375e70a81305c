import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Column, fitColumns, rowLine, titleLine } from '../../src/tui/columns.ts';
import { lineWidth, textOf } from '../../src/tui/line.ts';

type Row = readonly string[];

const titles = ['Name', 'System', 'Memory', 'Last seen', 'State'];
const columns: readonly Column<Row>[] = titles.map((title, index) => ({
  title,
  text: (row) => row[index] ?? '',
  priority: [1, 3, 4, 5, 2][index] ?? 0,
  align: index === 2 ? 'right' : 'left',
}));

it('gives every column what it asks for where there is room', () => {
  const row = ['pc-01', 'Debian', '8 GiB', '2 h', 'ok'];
  const fitted = fitColumns(columns, [row], 80);
  expect(textOf(rowLine(fitted, row))).toBe('pc-01  Debian   8 GiB  2 h        ok   ');
  expect(textOf(titleLine(fitted))).toBe('Name   System  Memory  Last seen  State');
});

it('drops the least important columns first', () => {
  const row = ['pc-01', 'Debian GNU/Linux 12', '8 GiB', '2 h', 'ok'];
  expect(fitColumns(columns, [row], 35).map(({ title }) => title)).toEqual(['Name', 'System', 'State']);
  expect(fitColumns(columns, [row], 14).map(({ title }) => title)).toEqual(['Name', 'State']);
});

it('never is wider than the line, and never cuts a title', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 40 });
  const rows = fc.array(fc.tuple(cell, cell, cell, cell, cell), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 42, max: 140 }), (made, width) => {
      const fitted = fitColumns(columns, made, width);
      for (const row of made) expect(lineWidth(rowLine(fitted, row))).toBeLessThanOrEqual(width);
      expect(textOf(titleLine(fitted))).not.toContain('…');
    }),
  );
});

it('leaves out an extra column that is empty or would cut the others', () => {
  const extra: readonly Column<Row>[] = [
    { title: 'Name', text: (row) => row[0] ?? '', priority: 1 },
    { title: 'Tag', text: (row) => row[1] ?? '', priority: 2, extra: true },
  ];
  expect(fitColumns(extra, [['pc-01', '']], 80).map(({ title }) => title)).toEqual(['Name']);
  expect(fitColumns(extra, [['pc-01', 'B104']], 80).map(({ title }) => title)).toEqual(['Name', 'Tag']);
  expect(fitColumns(extra, [['n'.repeat(24), 'B104']], 28).map(({ title }) => title)).toEqual(['Name']);
});

it('keeps a date whole or leaves it out', () => {
  const dates: readonly Column<Row>[] = [
    { title: 'At', text: () => '23/11/2026 14:02', priority: 2, whole: true },
    { title: 'What', text: () => 'x'.repeat(60), priority: 1 },
  ];
  expect(fitColumns(dates, [[]], 40).map(({ title, width }) => [title, width])).toEqual([
    ['At', 16],
    ['What', 22],
  ]);
  expect(fitColumns(dates, [[]], 30).map(({ title }) => title)).toEqual(['What']);
});
