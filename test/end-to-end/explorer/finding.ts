import { expect } from 'vitest';
import type { Must } from './musts.ts';

/** Finding and comparing. */
export const findingMusts = {
  'filter on a named column': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('/', 'os:debian ram<12');
    await terminal.shows(texts.shown('2', '12'));
    expect(terminal.text()).toContain('B104-03');
    expect(terminal.text()).not.toContain('A101-01');
  },
  'delta with aligned rows, side by side': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('/', 'B104-03', 'enter', 't', ...Array<string>(5).fill('down'), 'd');
    await terminal.shows(/DIMM 2/);
    const line = terminal.lines().find((text) => text.includes('7.9 GiB') || text.includes('7,9 Gio')) ?? '';
    expect(line).toMatch(/~ .*│ 15.8 Gi[Bo] +│ 7.9 Gi[Bo]/);
    await terminal.press('n');
    await terminal.shows('2/2');
    await terminal.press('=');
    await terminal.shows(texts.compare.filters.changed);
  },
} as const satisfies Readonly<Record<string, Must>>;
