import { expect } from 'vitest';
import type { TestTerminal } from '../../terminal/terminal.ts';
import type { Must } from './musts.ts';
import type { Scene } from './scene.ts';

/** For every terminal and every pair of eyes. */
export const everyoneMusts = {
  'light and dark without setup': async (scene) => {
    const terminal = await scene.open();
    await terminal.press('enter', 'd');
    const colours = cells(terminal, scene).map(
      (cell) => cell.isFgRGB() || !cell.isBgDefault() || cell.getFgColor() > 15,
    );
    expect(colours).not.toContain(true);
  },
  NO_COLOR: async (scene) => {
    const terminal = await scene.open({ environment: { NO_COLOR: '1' } });
    await terminal.press('enter', 'd');
    await terminal.shows('~');
    expect(cells(terminal, scene).every((cell) => cell.isFgDefault() && cell.isBgDefault())).toBe(true);
  },
  'ASCII line drawing': async ({ open }) => {
    for (const environment of [{ LANG: 'C' }, { TERM: 'linux', LANG: 'en_US.UTF-8' }]) {
      const terminal = await open({ environment });
      await terminal.press('enter', 'd');
      await terminal.shows(' | ');
      expect(terminal.text()).not.toMatch(/[│─›▸·→↔…]/);
    }
  },
  'message on a small terminal, reflow': async ({ open, columns, rows }) => {
    const terminal = await open();
    await terminal.press('down');
    await terminal.resize(59, 16);
    await terminal.shows('59x16');
    expect(terminal.lines().filter((line) => line.trim() !== '')).toHaveLength(1);
    await terminal.resize(60, 16);
    await terminal.shows('2/12');
    await terminal.resize(columns, rows);
    await terminal.shows('2/12');
  },
} as const satisfies Readonly<Record<string, Must>>;

function cells(terminal: TestTerminal, { columns, rows }: Scene) {
  return Array.from({ length: columns * rows }, (_, at) => terminal.cell(at % columns, Math.floor(at / columns)));
}
