import unicode11 from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { frameDiff } from '../../src/tui/frame-diff.ts';

const [COLUMNS, ROWS] = [20, 12];

async function paint(...frames: readonly (readonly string[])[]): Promise<readonly string[]> {
  const terminal = await painted(frames);
  return Array.from({ length: ROWS }, (_, y) => terminal.buffer.active.getLine(y)?.translateToString(true) ?? '');
}

function painted(frames: readonly (readonly string[])[]): Promise<xterm.Terminal> {
  const terminal = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true });
  terminal.loadAddon(new unicode11.Unicode11Addon());
  terminal.unicode.activeVersion = '11';
  const bytes = frames.map((frame, index) => frameDiff(frames[index - 1], frame)).join('');
  return new Promise((resolve) => {
    terminal.write(`\x1b[?7l${bytes}`, () => resolve(terminal));
  });
}

function numbered(from: number): readonly string[] {
  return Array.from({ length: ROWS }, (_, y) => (y === 0 ? 'title' : `row ${from + y}`));
}

it('brings the terminal from any frame to any other', async () => {
  const row = fc.oneof(
    fc.constantFrom('', 'row 1', 'row 2', 'row 3', '東京 full', 'e\u0301 mark', 'e plain'),
    fc.stringMatching(/^[a-c]{0,20}$/),
    fc.stringMatching(/^[a-c]{0,8}$/).map((text) => `\x1b[1m${text}\x1b[22m`),
  );
  const frame = fc.array(row, { minLength: ROWS, maxLength: ROWS });
  await fc.assert(
    fc.asyncProperty(frame, frame, async (before, after) => {
      expect(await paint(before, after)).toEqual(await paint(after));
    }),
  );
});

it('leaves every cell with the look it has when the frame is painted whole', async () => {
  const piece = fc
    .tuple(fc.constantFrom('', '1', '2', '4', '7', '1;36', '33', '1;4'), fc.stringMatching(/^[ab│…é]{0,6}$/))
    .map(([codes, text]) =>
      codes === '' ? text : `\x1b[${codes}m${text}\x1b[${codes.split(';').map(endOf).join(';')}m`,
    );
  const row = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
  const frame = fc.array(row, { minLength: ROWS, maxLength: ROWS });
  await fc.assert(
    fc.asyncProperty(frame, frame, async (before, after) => {
      expect(await looks(before, after)).toEqual(await looks(after));
    }),
  );
});

function endOf(code: string): string {
  return { '1': '22', '2': '22', '4': '24', '7': '27' }[code] ?? '39';
}

/** Character and look of each cell. */
async function looks(...frames: readonly (readonly string[])[]): Promise<readonly string[]> {
  const terminal = await painted(frames);
  return Array.from({ length: ROWS * COLUMNS }, (_, at) => {
    const cell = terminal.buffer.active.getLine(Math.floor(at / COLUMNS))?.getCell(at % COLUMNS);
    if (!cell || (cell.getChars().trim() === '' && !cell.isInverse() && !cell.isUnderline())) return '';
    return [
      cell.getChars(),
      cell.isBold(),
      cell.isDim(),
      cell.isUnderline(),
      cell.isInverse(),
      cell.getFgColor(),
    ].join();
  });
}

it('sends nothing when nothing changed', () => {
  expect(frameDiff(numbered(0), numbered(0))).toBe('');
});

it('scrolls instead of writing rows again', async () => {
  const bytes = frameDiff(numbered(0), numbered(1));
  expect(bytes.length).toBeLessThan(60);
  expect(await paint(numbered(0), numbered(1))).toEqual(numbered(1));
  expect(await paint(numbered(5), numbered(1))).toEqual(numbered(1));
});

it('writes a row from its first difference on', () => {
  expect(frameDiff(['same start, old'], ['same start, new'])).toBe('\x1b[1;13H\x1b[Knew');
});
