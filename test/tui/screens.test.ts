import { expect, it } from 'vitest';
import { messagesOf } from '../../src/i18n/language.ts';
import { explorerTerminals, type OpenOptions } from './terminals.ts';
import { tour as everywhere } from './tour.ts';

const open = explorerTerminals();

/** Every screen by the keys that lead to it from the one before, and what shows that it is there. */
const tour = {
  en: [
    [['down'], 'B104-PC02'],
    [['enter'], 'Firmware and chassis'],
    [['2'], 'Operating system'],
    [['3'], 'firefox-esr'],
    [['4'], 'Network interfaces'],
    [['5'], 'No section of this heading'],
    [['6'], 'No section of this heading'],
    [['7'], 'first snapshot'],
    [['8'], 'HARDWARE'],
    [['1', 'enter'], 'Serial number'],
    [['escape', 'd', 'd'], 'Memory modules'],
    [['n', 'enter'], 'Compare › B104-PC02'],
    [['escape', 'escape', 'escape', '?'], 'Fleet › Help'],
    [['escape', ':'], 'Command:'],
    [['escape', 's'], 'Sort by'],
    [['escape', '/', 'p', 'c', '0'], '9 of 12'],
  ],
  fr: [
    [['down'], 'B104-PC02'],
    [['enter'], 'Micrologiciel et châssis'],
    [['2'], "Système d'exploitation"],
    [['3'], 'firefox-esr'],
    [['4'], 'Interfaces réseau'],
    [['5'], 'Aucune rubrique'],
    [['6'], 'Aucune rubrique'],
    [['7'], 'premier instantané'],
    [['8'], 'HARDWARE'],
    [['1', 'enter'], 'N° de série'],
    [['escape', 'd', 'd'], 'Barrettes de mémoire'],
    [['n', 'enter'], 'Comparer › B104-PC02'],
    [['escape', 'escape', 'escape', '?'], 'Parc › Aide'],
    [['escape', ':'], 'Commande :'],
    [['escape', 's'], 'Trier par'],
    [['escape', '/', 'p', 'c', '0'], '9 sur 12'],
  ],
} as const;

for (const language of ['en', 'fr'] as const) {
  for (const [columns, rows] of [
    [80, 24],
    [140, 40],
  ] as const) {
    it(`reaches every screen by its keys, ${language}, ${columns}x${rows}`, async () => {
      const terminal = await open({ language, columns, rows });
      for (const [keys, wanted] of tour[language]) {
        await terminal.press(...keys);
        await terminal.shows(wanted);
        expect(terminal.lines()).toHaveLength(rows);
        expect(terminal.lines().at(-1), `foot bar at ${wanted}`).not.toContain('…');
      }
    });
  }
}

it('uses no colour with NO_COLOR, and signs all the same', async () => {
  const options = { columns: 80, rows: 24 };
  const [plain, coloured] = await Promise.all([open({ ...options, environment: { NO_COLOR: '1' } }), open(options)]);
  const hasColour = (terminal: typeof plain) =>
    Array.from({ length: 24 * 80 }, (_, at) => terminal.cell(at % 80, Math.floor(at / 80))).some(
      (cell) => !cell.isFgDefault() || !cell.isBgDefault(),
    );
  expect(hasColour(plain)).toBe(false);
  expect(hasColour(coloured)).toBe(true);
  expect(plain.text()).toBe(coloured.text());
  expect(plain.text()).toContain('! silent');
  expect(plain.cell(4, 3).isInverse()).toBeTruthy();
});

it.each<[string, Readonly<Record<string, string>>]>([
  ['C', { LANG: 'C' }],
  ['ISO 8859-1', { LC_ALL: 'fr_FR.ISO-8859-1' }],
])('writes ASCII alone where the locale is %s', async (_, environment) => {
  const terminal = await open({ language: 'fr', hostile: true, environment });
  await terminal.press('down', 'down', 'enter', 'd', 'd', 'escape', '3');
  expect(terminal.output()).toMatch(/^[\x00-\x7f]*$/);
  expect(terminal.text()).toContain('~Materiel');
});

it('draws with ASCII on the Linux console, and keeps its accents', async () => {
  const terminal = await open({ language: 'fr', environment: { TERM: 'linux' } });
  await terminal.press('enter');
  expect(terminal.text()).toContain('Parc > B104-PC01');
  expect(terminal.text()).toContain('Matériel');
});

it('keeps what a machine says from commanding the terminal', async () => {
  const terminal = await open({ hostile: true, columns: 120, rows: 30 });
  for (const keys of [['g'], ...everywhere]) await terminal.press(...keys);
  const rest = terminal.output().replace(/\x1b\[(?:\?\d+[hl]|[\d;]*[HJKSTrm])/g, '');
  expect(rest).not.toMatch(/\p{Cc}|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u);
  expect(rest).toContain('clip');
});

it('keeps columns aligned after wide characters', async () => {
  const terminal = await open({ hostile: true });
  await terminal.press('enter', '3');
  const titles = terminal.lines().find((line) => line.includes('Publisher')) ?? '';
  const wide = terminal.lines().findIndex((line) => line.includes('東京'));
  const at = titles.indexOf('Publisher');
  expect(terminal.cell(at, wide).getChars()).toBe('東');
  expect(terminal.cell(at - 1, wide).getChars()).toMatch(/^ ?$/);
});

it('draws the same after any resize as from the start', async () => {
  const settings: OpenOptions = { columns: 100, rows: 30 };
  const [resized, fresh] = [await open(), await open(settings)];
  for (const terminal of [resized, fresh]) await terminal.press('down', 'enter', '3', 'page-down');
  await resized.resize(70, 18);
  await resized.resize(100, 30);
  expect(resized.text()).toContain(messagesOf('en').tui.tabs.software);
  expect(resized.lines().filter((line) => line !== '').length).toBe(fresh.lines().filter((line) => line !== '').length);
});
