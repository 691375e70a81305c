import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Must } from './musts.ts';

/** The fleet as it was. */
export const timeMusts = {
  'time cursor over the fleet, machine and delta': async ({ open, texts }) => {
    const terminal = await open();
    await terminal.press('/', 'soft:doom !name:prof', 'escape', 't', '1/10/2026', 'enter');
    await terminal.shows(texts.time.at('01/10/2026'));
    await terminal.press('<');
    await terminal.shows(texts.time.at('30/09/2026'));
    await terminal.press('/', 'B104-03', 'enter', 'enter');
    await terminal.shows(new RegExp(`B104-03.*${texts.time.at('30/09/2026')}`));
    await terminal.press('d', 'd');
    await terminal.shows(texts.compare.title);
    await terminal.press('T');
    await terminal.press('escape', 'escape');
    await terminal.shows('1/1');
    expect(terminal.lines()[0]).not.toContain(texts.time.at('30/09/2026'));
  },
  'changes feed of the fleet, to the delta at a change': async ({ open, texts, language }) => {
    const terminal = await open();
    await terminal.press('t', '2026-10-25', 'enter', 'E');
    await terminal.shows(`${texts.title} › ${texts.feed.title}`);
    await terminal.press(';', ';', '/', language === 'fr' ? 'salle:B104 memoire' : 'room:B104 memory');
    await terminal.shows(texts.feed.from('B104-03'));
    expect(terminal.text().split(texts.feed.from('B104-03'))).toHaveLength(2);
    await terminal.press('enter', 'G', 'enter');
    await terminal.shows(`${texts.compare.title} › B104-03`);
    await terminal.shows(/▸ ~ .*15.8 Gi/);
  },
  'software of the fleet: versions, machines with and without': async ({ open, texts }) => {
    const { rollups } = texts;
    const terminal = await open();
    await terminal.press('P', '/', 'firefox-esr', 'enter', 'enter');
    await terminal.shows(rollups.presence('4', '12', '8'));
    await terminal.press('enter');
    await terminal.shows(rollups.present('4', '12'));
    await terminal.press('G');
    await terminal.shows(rollups.missing('8', '12'));
    await terminal.press('g', 'enter');
    await terminal.shows('/ firefox-esr');
  },
  'rooms, filters with a name, machines gone silent': async ({ open, texts, folder }) => {
    const { rollups, notices } = texts;
    const terminal = await open();
    await terminal.press('/', 'os:windows', 'enter', 'K', 'win', 'enter');
    await terminal.shows(`${notices.filterKept} win`);
    const again = await open();
    await again.press('F');
    await again.shows(/win +6 /);
    await again.shows(/B104 +3 /);
    await again.press('x', 'enter');
    await again.shows(`${notices.filterDropped} win`);
    expect(readFileSync(join(folder, '.local/state/parcours/explorer.json'), 'utf8')).not.toContain('"name": "win"');
    await again.press('escape', 'Z');
    await again.shows(rollups.silent.contact);
  },
} as const satisfies Readonly<Record<string, Must>>;
