import fc from 'fast-check';
import { expect, it } from 'vitest';
import { languages, messagesOf } from '../../src/i18n/language.ts';
import { keyTable } from '../../src/tui/key-table.ts';
import { type CommandId, keymap } from '../../src/tui/keymap.ts';
import { fakeFleet } from './fake-fleet.ts';
import { hostileMachine } from './hostile-machine.ts';
import { madeFleet } from './made-machines.ts';
import { pilot } from './pilot.ts';

const keys = [...new Set(keymap.flatMap((binding) => binding.keys))].filter((key) => key !== 'ctrl-c' && key !== 'q');

it('fits the terminal whatever is pressed, in both languages, at any size', async () => {
  const sizes = fc.record({ columns: fc.integer({ min: 60, max: 180 }), rows: fc.integer({ min: 16, max: 50 }) });
  const presses = fc.array(fc.constantFrom(...keys, 'down', 'enter', 'x'), { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(sizes, fc.constantFrom(...languages), presses, async (size, language, pressed) => {
      const fleet = fakeFleet([...madeFleet(), hostileMachine()]);
      const { press, widths, text } = await pilot({ fleet, size, language });
      await press(...pressed);
      expect(widths()).toHaveLength(size.rows);
      expect(Math.max(...widths())).toBeLessThanOrEqual(size.columns);
      expect(text()).not.toMatch(/[^\n\P{Cc}]|[\u202a-\u202e]/u);
    }),
    { numRuns: 60 },
  );
}, 60_000);

it('cuts no label of its own at 80 columns, in either language', async () => {
  const screens = [
    [],
    ['enter'],
    ['down', 'enter', '7'],
    ['down', 'd', 'd'],
    ['down', 'd'],
    ['down', 'd', 'm'],
    ['down', 'B'],
    ['C'],
    ['C', 'tab'],
    ['C', 'tab', 'enter'],
    ['D'],
    ['down', 'b'],
    ['down', 'd', 'd', 'enter'],
    ['?'],
    ['s'],
    [':'],
    ['/'],
  ];
  for (const language of languages) {
    for (const path of screens) {
      const { press, lines } = await pilot({ language });
      await press(...path);
      const chrome = [...lines().slice(0, 3), lines().at(-1)].join('\n');
      expect(chrome, path.join(' ')).not.toContain('…');
    }
  }
});

it('binds every command, and no key to two of them at once', () => {
  const ids = Object.keys(messagesOf('en').tui.commands) as CommandId[];
  expect(ids.filter((id) => !keymap.some((binding) => binding.id === id))).toEqual([]);
  const uses = keymap.flatMap(({ id, keys: pressed, when }) =>
    when.flatMap((context) => pressed.map((key) => ({ id, place: `${context} ${key}` }))),
  );
  const clashes = uses.filter(({ place }, index) => uses.findIndex((other) => other.place === place) !== index);
  expect(clashes).toEqual([]);
});

it('writes the keys as a table, in both languages', () => {
  expect(keyTable('en')).toContain('| `/` | Filter the list; elsewhere, find a line | everywhere |');
  expect(keyTable('fr')).toContain('| `Entrée` | Ouvrir le poste | parc |');
  for (const language of languages) {
    const rows = keyTable(language).split('\n');
    expect(rows).toHaveLength(keymap.length + 2);
    expect(rows.every((row) => row.split('|').length === 5)).toBe(true);
  }
});
