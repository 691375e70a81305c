import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Must } from './musts.ts';

/** Finding and comparing. */
export const findingMusts = {
  'filter on a named column': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('/', 'os:debian ram<12');
    await terminal.shows(new RegExp(`\\s${texts.shown('2', '12')}`));
    expect(terminal.text()).toContain('B104-03');
    expect(terminal.text()).not.toContain('A101-01');
  },
  'live filter with regular expression, inverse and fuzzy': async ({ open, texts }) => {
    const terminal = await open();
    for (const [filter, count] of [
      ['name:/^b10[45]-0[12]$/', '4'],
      ['!os:windows', '6'],
      ['?b403', '1'],
      ['soft:firefox !os:windows', '5'],
    ] as const) {
      await terminal.press('/', filter);
      await terminal.shows(texts.shown(count, '12'));
      await terminal.press('escape');
      await terminal.shows('1/12');
    }
    await terminal.press('/', 'nosuch:x');
    await terminal.shows(/no column nosuch|pas de colonne nosuch/);
  },
  'earlier filters, also of an earlier session, and undo': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('/', 'os:debian', 'enter', 'u');
    await terminal.shows('1/12');
    await terminal.press('q');
    const again = await open();
    await again.press('/', 'up');
    await again.shows('/ os:debian');
    await again.shows(texts.shown('5', '12'));
  },
  'next and previous match': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('/', 'B10', 'escape', 'n');
    await terminal.shows(`${texts.notices.match} 1/6`);
    await terminal.press('N');
    await terminal.shows(`${texts.notices.match} 6/6`);
    await terminal.press('enter', '2', '/', 'debian');
    await terminal.press('enter', 'n');
    await terminal.shows(/\d\/\d/);
  },
  'sort on any column and on several, in words': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('right', 'right', 's', 'enter');
    await terminal.shows(texts.sortedBy(texts.sortKey(texts.columns.os, false)));
    await terminal.press('r', 'right', 'S', 'enter');
    const keys = [texts.sortKey(texts.columns.os, true), texts.sortKey(texts.columns.model, false)];
    await terminal.shows(texts.sortedBy(keys.join(texts.thenBy)));
    const machines = terminal.lines().flatMap((line) => /[A-Z]+\d*-\w+/.exec(line)?.[0] ?? []);
    expect(machines.slice(0, 3)).toEqual(['A101-01', 'A101-02', 'PROF-01']);
  },
  'columns chosen, moved, widened and remembered': async ({ open, texts, folder }) => {
    const terminal = await open();
    await terminal.press('right', 'c', 'space', 'down', 'K', 'right', 'right', 'escape');
    const titles = /^ +(\S+ +\S+)/;
    const shown = titles.exec(terminal.lines()[2] ?? '')?.[1];
    expect(terminal.lines()[2]).not.toContain(` ${texts.columns.ip} `);
    expect(existsSync(join(folder, '.local/state/parcours/explorer.json'))).toBe(true);
    const again = await open();
    expect(titles.exec(again.lines()[2] ?? '')?.[1]).toBe(shown);
    expect(again.lines()[2]).not.toContain(` ${texts.columns.ip} `);
  },
  'several machines chosen, and a range': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('space', 'down', 'V', 'down', 'down', 'V', 'down', 'shift-down', '*');
    await terminal.shows(texts.selected('6', false));
    await terminal.press('ctrl-a', 'escape');
    expect(terminal.text()).not.toContain('*');
  },
  'how often each value of a column': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('right', 'right', 'f');
    await terminal.shows(/Debian GNU\/Linux 12.13 +3 +25/);
    await terminal.press('enter');
    await terminal.shows(texts.shown('3', '12'));
  },
  'one machine marked and another compared with it': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('space', 'down', 'd');
    await terminal.shows(`${texts.compare.title} › A101-01 ↔ A101-02`);
  },
  'delta with aligned rows, side by side': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('/', 'B104-03', 'enter', 'enter', 't', ...Array<string>(5).fill('down'), 'd');
    await terminal.shows(/DIMM 2/);
    const line = terminal.lines().find((text) => text.includes('7.9 GiB') || text.includes('7,9 Gio')) ?? '';
    expect(line).toMatch(/~ .*│ 15.8 Gi[Bo] +│ 7.9 Gi[Bo]/);
    await terminal.press('n');
    await terminal.shows('2/2');
    await terminal.press('=');
    await terminal.shows(texts.compare.filters.changed);
  },
} as const satisfies Readonly<Record<string, Must>>;
