import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTerminal, type TestTerminal } from '../terminal/terminal.ts';

/** A fleet in which somebody took a memory module out of B104-03 on 3 October, and two machines kept an old Firefox. */
const planted = ['--machines', '30', '--months', '3', '--seed', '9', '--plant', 'memory-stolen,memory-moved'];
const folder = mkdtempSync(join(tmpdir(), 'parcours-walk-'));
const program = join(process.cwd(), 'bin', 'parcours.js');
let terminal: TestTerminal;

beforeAll(async () => {
  const store = join(folder, 'store');
  await promisify(execFile)(process.execPath, [program, 'demo', ...planted, '--out', store]);
  terminal = openTerminal({
    program,
    args: ['browse', '--store', store],
    environment: { HOME: folder, LANG: 'fr_FR.UTF-8' },
    columns: 80,
    rows: 24,
    folder,
  });
  await terminal.shows('1/30');
});
afterAll(() => terminal.close());

it('finds who lost memory in room B104 last month', async () => {
  await terminal.press('E', ';');
  await terminal.shows('31 jours');
  await terminal.press('/', 'salle:B104 mémoire', 'enter');
  await terminal.shows(/B104-03 {2}~ {2}Machine +Mémoire 15,8 Gio → 7,9 Gio/);
  await terminal.press('enter');
  await terminal.shows(/Mémoire +│ 15,8 Gio +│ 7,9 Gio/);
  await terminal.press('n');
  await terminal.shows(/DIMM 2 · Capacité +│ 8 Gio +│/);
});

it('finds which machines still have the old Firefox', async () => {
  await terminal.press('escape', 'escape', 'escape', 'P');
  await terminal.shows('Parc › Logiciels');
  await terminal.press('/', 'mozilla firefox', 'enter', 'enter');
  await terminal.shows(/156\.0\.3 +2/);
  await terminal.press('down', 'down', 'enter');
  await terminal.shows(/A121-02 +156\.0\.3/);
  expect(terminal.text()).toMatch(/B115-01 +156\.0\.3/);
});

it('finds what differs between B104-02 and its twin', async () => {
  await terminal.press('escape', 'escape', 'escape', 'escape');
  await terminal.shows('1/30');
  await terminal.press('/', 'B104-02', 'enter', 'd', 'm', 'enter');
  await terminal.shows('B104-01 ↔ B104-02');
  await terminal.shows(/Mémoire +│ 7,9 Gio +│ 15,8 Gio/);
  expect(terminal.text()).not.toContain('N° de série');
});
