import { expect, it } from 'vitest';
import type { TestTerminal } from '../terminal/terminal.ts';
import { explorerTerminals } from './terminals.ts';
import { tour } from './tour.ts';

const open = explorerTerminals();

it.each([
  { columns: 80, rows: 24 },
  { columns: 140, rows: 40 },
])('paints every screen cell by cell as Ink composes it, $columns×$rows', async (size) => {
  const [fast, slow] = await Promise.all([
    open({ ...size, hostile: true }),
    open({ ...size, hostile: true, slow: true }),
  ]);
  for (const keys of [[], ...tour]) {
    await Promise.all([fast.press(...keys), slow.press(...keys)]);
    await expect.poll(() => differingRows(fast, slow, size), { message: keys.join(' '), timeout: 5000 }).toEqual([]);
  }
});

/** Rows that do not look the same; what stands beside may come to one of them a moment later. */
function differingRows(one: TestTerminal, other: TestTerminal, size: { columns: number; rows: number }) {
  const others = cells(other, size);
  return cells(one, size).flatMap((row, index) => (row === others[index] ? [] : [[row, others[index]]]));
}

/** Character and look of each cell. */
function cells(terminal: TestTerminal, { columns, rows }: { columns: number; rows: number }): readonly string[] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (__, column) => {
      const cell = terminal.cell(column, row);
      const look = [cell.isBold(), cell.isDim(), cell.isUnderline(), cell.isInverse(), cell.getFgColor()];
      return `${cell.getChars() || ' '}${look.every((one) => one === 0 || one === -1) ? '' : look.join()}`;
    }).join(''),
  );
}
