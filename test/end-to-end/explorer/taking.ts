import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Must } from './musts.ts';

/** Taking things away. */
export const takingMusts = {
  'copy of value, row, table, name and JSON by OSC 52': async ({ open, texts }) => {
    const terminal = await open();
    const copied = async (key: string) => {
      await terminal.press('y', key);
      await terminal.shows(texts.notices.copied);
      const [, encoded = ''] = /.*\x1b\]52;c;([^\x07]*)\x07/s.exec(terminal.output()) ?? [];
      return Buffer.from(encoded, 'base64').toString();
    };
    expect(await copied('v')).toBe('A101-01');
    expect(await copied('r')).toContain('A101-01\t10.1.101.11\t');
    expect((await copied('t')).split('\n')).toHaveLength(14);
    expect(await copied('p')).toBe('A101-01-2026-02-26-10-36-00');
    expect(JSON.parse(await copied('j'))).toMatchObject({ name: 'A101-01', serial: '********' });
  },
  'copy through tmux, and to a file where the terminal cannot': async ({ open, texts, folder }) => {
    const terminal = await open({ environment: { TMUX: '/tmp/tmux' } });
    await terminal.press('y', 'v');
    await terminal.shows(texts.notices.copied);
    expect(terminal.output()).toContain(`\x1bPtmux;\x1b\x1b]52;c;${btoa('A101-01')}\x07\x1b\\`);
    const console = await open({ environment: { TERM: 'linux', LANG: 'C.UTF-8' } });
    await console.press('y', 'v');
    await console.shows(texts.notices.written);
    expect(contentOf(folder, 'txt')).toBe('A101-01');
  },
  'export as CSV, JSON, HTML, text and picture': async ({ open, texts, folder }) => {
    const terminal = await open();
    for (const key of ['c', 'j', 'h', 't', 's']) {
      await terminal.press('e', key);
      await terminal.shows(`${texts.notices.written} parcours-fleet-`);
    }
    expect(contentOf(folder, 'csv').split('\n')).toHaveLength(14);
    expect(JSON.parse(contentOf(folder, 'json'))).toHaveLength(12);
    expect(contentOf(folder, 'html')).toContain('<td>A101-01</td>');
    expect(contentOf(folder, 'txt')).toContain('▸ A101-01');
    expect(contentOf(folder, 'svg')).toMatch(/^<svg .*A101-01.*<\/svg>\n$/s);
  },
  'sensitive values hidden until asked for': async ({ open, texts, folder }) => {
    const terminal = await open();
    await terminal.press('enter', 'e', 'j');
    await terminal.shows(texts.notices.written);
    expect(contentOf(folder, 'json')).toContain('********');
    expect(terminal.text()).toContain('********');
    await terminal.press('v');
    await terminal.shows(texts.notices.revealed);
    expect(terminal.text()).not.toContain('********');
  },
} as const satisfies Readonly<Record<string, Must>>;

function contentOf(folder: string, ending: string): string {
  const name = readdirSync(folder).find((file) => file.endsWith(`.${ending}`));
  return name === undefined ? '' : readFileSync(join(folder, name), 'utf8');
}
