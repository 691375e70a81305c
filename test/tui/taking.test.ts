import { expect, it } from 'vitest';
import { span } from '../../src/tui/line.ts';
import { copySequence } from '../../src/tui/taking/clipboard.ts';
import { toCsv, toHtml, toJson, toTabbed } from '../../src/tui/taking/formats.ts';
import { toSvg } from '../../src/tui/taking/svg.ts';
import { recordsOf } from '../../src/tui/taking/table.ts';
import { hostileTexts } from './hostile-machine.ts';

function tableOf(...texts: readonly string[]) {
  const rows = texts.map((text) => [text]);
  return { name: 'x', columns: ['Name'], rows, records: recordsOf(['Name'], rows) };
}

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\uff1d1'])('lets no spreadsheet run %s', (formula) => {
  expect(toCsv(tableOf(formula))).toBe(`"Name"\n"'${formula}"\n`);
  expect(toTabbed(tableOf(formula))).toBe(`Name\n'${formula}\n`);
});

it('quotes what a CSV cell may hold', () => {
  expect(toCsv(tableOf('a "b", c'))).toBe('"Name"\n"a ""b"", c"\n');
});

it('lets no page and no picture run what a machine says', () => {
  const script = `<script>alert('x')</script> & "y"`;
  expect(toHtml(tableOf(script))).not.toContain('<script>');
  expect(toSvg([[span(script)]], { columns: 80, rows: 1 })).not.toContain('<script>');
  expect(toHtml(tableOf(script))).toContain('&#60;script&#62;');
});

it('writes no control of a terminal into any format', () => {
  const table = tableOf(...hostileTexts);
  const picture = toSvg(
    hostileTexts.map((text) => [span(text)]),
    { columns: 80, rows: 12 },
  );
  for (const text of [toCsv(table), toTabbed(table), toJson(table), picture]) {
    expect(text.replace(/[\n\t]/g, '')).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
  }
});

it('asks the terminal to copy, through tmux and screen, and not for more than it takes', () => {
  const encoded = btoa('pc-01');
  expect(copySequence('pc-01', { TERM: 'xterm' })).toBe(`\x1b]52;c;${encoded}\x07`);
  expect(copySequence('pc-01', { TMUX: '/tmp/x' })).toBe(`\x1bPtmux;\x1b\x1b]52;c;${encoded}\x07\x1b\\`);
  expect(copySequence('pc-01', { STY: '1.x' })).toBe(`\x1bP\x1b]52;c;${encoded}\x07\x1b\\`);
  expect(copySequence('pc-01', { TERM: 'linux' })).toBeUndefined();
  expect(copySequence('x'.repeat(100_000), { TERM: 'xterm' })).toBeUndefined();
});
