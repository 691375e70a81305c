import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { TestTerminal } from '../../terminal/terminal.ts';
import type { Must } from './musts.ts';
import { importFile, type Scene } from './scene.ts';

/** For every terminal and every pair of eyes. */
export const everyoneMusts = {
  'light and dark without setup': async (scene) => {
    const terminal = await scene.open();
    await terminal.press('enter', 'd', 'd');
    const colours = cells(terminal, scene).map(
      (cell) => cell.isFgRGB() || !cell.isBgDefault() || cell.getFgColor() > 15,
    );
    expect(colours).not.toContain(true);
  },
  NO_COLOR: async (scene) => {
    const terminal = await scene.open({ environment: { NO_COLOR: '1' } });
    await terminal.press('enter', 'd', 'd');
    await terminal.shows('~');
    expect(cells(terminal, scene).every((cell) => cell.isFgDefault() && cell.isBgDefault())).toBe(true);
  },
  'ASCII line drawing': async ({ open }) => {
    for (const environment of [{ LANG: 'C' }, { TERM: 'linux', LANG: 'en_US.UTF-8' }]) {
      const terminal = await open({ environment });
      await terminal.press('enter', 'd', 'd');
      await terminal.shows(' | ');
      expect(terminal.text()).not.toMatch(/[│─›▸·→↔…]/);
    }
  },
  'wide characters': async ({ open, folder, columns }) => {
    writeFileSync(join(folder, 'wide.ocs'), WIDE);
    await importFile(folder, 'wide.ocs');
    const terminal = await open({ shows: '1/13' });
    await terminal.press('/', 'TOKYO', 'enter', 'enter', '3');
    await terminal.shows('東京');
    const row = terminal.lines().findIndex((line) => line.includes('東京'));
    const title = terminal.lines().findIndex((line) => /Version/.test(line));
    const at = (terminal.lines()[title] ?? '').indexOf('Version');
    expect(terminal.cell(at, row).getChars()).toBe('7');
    expect(at).toBeLessThan(columns);
  },
  'screen reader and linear mode, without repaint': async ({ open, texts }) => {
    for (const options of [{ args: ['--plain'] }, { environment: { TERM: 'dumb' } }]) {
      const terminal = await open({ ...options, shows: '12: SRV-01, 10.1.1.11' });
      expect(terminal.output()).toContain('1: A101-01, 10.1.101.11');
      terminal.send('6\r');
      await terminal.shows('25: SATA controller');
      expect(terminal.output()).toContain(`${texts.title}, B104-03. `);
      expect(terminal.isAlternate()).toBe(false);
      expect(terminal.output()).not.toMatch(/\x1b|[│─▸]/);
      terminal.send('q\rq\r');
      expect((await terminal.exited()).exitCode).toBe(0);
    }
  },
  'mouse, off until asked for': async ({ open, texts }) => {
    const terminal = await open();
    expect(terminal.output()).not.toContain('\x1b[?1000h');
    await terminal.press('f2');
    await terminal.shows(texts.notices.mouseOn);
    await terminal.press('\x1b[<0;5;7M');
    await terminal.shows('▸ B104-01');
    await terminal.press('\x1b[<0;5;7M');
    await terminal.shows(`${texts.title} › B104-01`);
    await terminal.press('f2', 'q', 'q');
    await terminal.exited();
    expect(terminal.output()).toContain('\x1b[?1006l\x1b[?1000l');
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

/** A machine with a package whose name takes two cells a character. */
const WIDE = `<?xml version="1.0" encoding="UTF-8"?>
<REQUEST><DEVICEID>TOKYO-01-2026-11-01-10-00-00</DEVICEID><QUERY>INVENTORY</QUERY><CONTENT>
<HARDWARE><NAME>TOKYO-01</NAME><OSNAME>Debian GNU/Linux</OSNAME></HARDWARE>
<SOFTWARES><NAME>東京エディタ</NAME><VERSION>7.1</VERSION></SOFTWARES>
<SOFTWARES><NAME>plain editor of some length</NAME><VERSION>8.1</VERSION></SOFTWARES>
</CONTENT></REQUEST>`;
