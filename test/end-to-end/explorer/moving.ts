import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Must } from './musts.ts';

/** Getting about. */
export const movingMusts = {
  'vim keys and arrows together': async ({ open }) => {
    const terminal = await open();
    await terminal.press('j');
    await terminal.shows('2/12');
    await terminal.press('down');
    await terminal.shows('3/12');
    await terminal.press('k', 'up');
    await terminal.shows('1/12');
    await terminal.press('G');
    await terminal.shows('12/12');
    await terminal.press('home');
    await terminal.shows('1/12');
  },
  'drill-down, crumbs and Esc': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('down', 'enter');
    await terminal.shows(`${texts.title} › A101-02`);
    await terminal.press('escape');
    await terminal.shows('2/12');
    expect(terminal.lines()[0]).not.toContain('›');
  },
  'back and forward in history': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('enter', 'd', 'd');
    await terminal.shows(texts.compare.title);
    await terminal.press(',', ',');
    await terminal.shows('1/12');
    await terminal.press(';', ';');
    await terminal.shows(texts.compare.title);
    await terminal.press('[', '-');
    await terminal.shows(texts.compare.title);
  },
  'named marks': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('down', 'enter', '3', 'm', 'a', 'escape', 'G', 'M');
    await terminal.shows(`a  ${texts.title} › A101-02`);
    await terminal.press('a');
    await terminal.shows('A101-02');
    await terminal.press('M', 'z');
    await terminal.shows(`${texts.notices.noMark} z`);
    await terminal.press('escape', 'q', 'q');
    const again = await open();
    await again.press('M', 'a');
    await again.shows('A101-02');
  },
  'help of this screen, generated': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('?', 'page-down', 'page-down');
    await terminal.shows(texts.commands.compareWith.long);
    expect(terminal.text()).not.toContain(texts.commands.cycleFilter.long);
    await terminal.press('escape', 'enter', 'd', 'd', '?', 'page-down');
    await terminal.shows(texts.commands.cycleFilter.long);
  },
  'command line with completion, in both languages': async ({ open, texts }) => {
    for (const name of ['swap', 'echang']) {
      const terminal = await open();
      await terminal.press('enter', 'd', 'd', ':', name);
      await terminal.shows(texts.commands.swap.long);
      await terminal.press('enter');
      await terminal.shows(texts.compare.title);
    }
  },
  'unshifted digits of a French keyboard, on the tab bar': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('enter', 'tab', '-');
    await terminal.shows(new RegExp(`6. ?${texts.tabs.security}`));
    await terminal.press('_');
    await terminal.shows('HARDWARE');
    await terminal.press('down', '-');
    await terminal.shows('1/12');
  },
  'completion and history of commands': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press(':', 'invert', 'tab');
    await terminal.shows(texts.commands.invert.long);
    await terminal.press('enter');
    await terminal.shows(texts.selected('12', false));
    await terminal.press(':', 'up');
    await terminal.shows(`${texts.overlay.palette} ${texts.commands.invert.long}`);
  },
  'scripted replay of keys': async ({ open, folder, texts }) => {
    writeFileSync(
      join(folder, 'walk.keys'),
      '# to the software of the second machine\ndown enter 3 "/vl" enter 50ms\n',
    );
    const terminal = await open({ args: ['--keys', 'walk.keys'], shows: '/ vl' });
    await terminal.shows('A101-02');
    await terminal.press('q');
    await terminal.shows(texts.columns.name);
  },
  'translated interface, switched live': async ({ open, language, texts }) => {
    const terminal = await open();
    await terminal.press('L');
    await terminal.shows(language === 'en' ? 'Système' : 'System');
    await terminal.press('L');
    await terminal.shows(texts.columns.os);
  },
} as const satisfies Readonly<Record<string, Must>>;
