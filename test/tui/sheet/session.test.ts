import { expect, it } from 'vitest';
import { machineSheet } from '../../../src/lab/machine-sheet.ts';
import { EMPTY_SHEET, type ManualSheet } from '../../../src/lab/sheet.ts';
import { createSheetSession, type SaveSheet } from '../../../src/tui/sheet/session.ts';
import { openSheet } from '../../../src/tui/sheet/state.ts';

function session(save: SaveSheet) {
  const start = { template: machineSheet(), sheet: EMPTY_SHEET, language: 'en', platform: 'linux' } as const;
  const made = createSheetSession(openSheet({ ...start, size: { columns: 80, rows: 24 }, now: 0 }), save);
  const type = (...keys: string[]) =>
    made.dispatch({
      type: 'pressed',
      keys: keys.map((name) => ({ name, ...(name.length === 1 && { text: name }) })),
      now: 1,
    });
  return { ...made, type };
}

it('has what is being typed on disk before the field is left', async () => {
  const written: ManualSheet[] = [];
  const { type, saved } = session(async (sheet) => void written.push(sheet));
  type('p', 'c');
  await saved();
  expect(written.at(-1)?.entries).toEqual({ name: { kind: 'value', text: 'pc' } });
});

it('writes one sheet at a time, and the newest one last', async () => {
  const releases: (() => void)[] = [];
  const written: string[] = [];
  const { type, saved } = session(async ({ entries }) => {
    const entry = entries['name'];
    written.push(entry?.kind === 'value' ? entry.text : '');
    await new Promise<void>((resolve) => releases.push(resolve));
  });
  for (const letter of 'abc') type(letter);
  expect(written).toEqual(['a']);
  releases.shift()?.();
  await expect.poll(() => written).toEqual(['a', 'abc']);
  releases.shift()?.();
  await saved();
});

it('says that a sheet could not be written, and fails in the end', async () => {
  const { type, saved, state } = session(async () => {
    throw new Error('no space left');
  });
  type('a');
  await expect(saved()).rejects.toThrow('no space left');
  expect(state().notice).toEqual({ id: 'notSaved', detail: 'no space left' });
});
