import type { Language } from '../../../src/i18n/language.ts';
import { machineSheet } from '../../../src/lab/machine-sheet.ts';
import { EMPTY_SHEET, type ManualSheet } from '../../../src/lab/sheet.ts';
import { textOf } from '../../../src/tui/line.ts';
import { sheetLines } from '../../../src/tui/sheet/layout.ts';
import { reduceSheet } from '../../../src/tui/sheet/reduce.ts';
import { openSheet, type SheetState } from '../../../src/tui/sheet/state.ts';

/** A form without a terminal: keys by name or "texts" to type, a second each. */
export function newForm(options: { sheet?: ManualSheet; language?: Language; columns?: number; rows?: number } = {}) {
  const { sheet = EMPTY_SHEET, language = 'en', columns = 80, rows = 24 } = options;
  let now = 0;
  const start = { template: machineSheet(), sheet, language, platform: 'linux', size: { columns, rows }, now } as const;
  let state: SheetState = openSheet(start);
  return {
    state: () => state,
    lines: () => sheetLines(state).map(textOf),
    text: () => sheetLines(state).map(textOf).join('\n'),
    press(...keys: readonly string[]) {
      for (const key of keys) {
        now += 1000;
        state = reduceSheet(state, { type: 'passed', now });
        const typed = key.startsWith('"')
          ? [...key.slice(1, -1)].map((text) => ({ name: text, text }))
          : [{ name: key }];
        state = reduceSheet(state, { type: 'pressed', keys: typed, now });
      }
    },
  };
}
