import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import Output from '../../node_modules/ink/build/output.js';
import { installFastOutput } from '../../src/tui/fast-output.ts';

const [WIDTH, HEIGHT] = [12, 6];
let remove: (() => void) | undefined;
afterEach(() => remove?.());

interface Block {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly mark?: string;
}

function compose(blocks: readonly Block[]): string {
  const output = new Output({ width: WIDTH, height: HEIGHT });
  for (const { x, y, text, mark } of blocks) {
    const transformers = mark === undefined ? [] : [(row: string) => mark + row.slice(mark.length)];
    output.write(x, y, text, { transformers });
  }
  return output.get().output;
}

it('composes every frame as Ink does', () => {
  const text = fc
    .array(fc.stringMatching(/^[ -~]{1,12}$/), { minLength: 1, maxLength: 3 })
    .map((rows) => rows.join('\n'));
  const block = fc.record({
    x: fc.constantFrom(0, 0, 0, 2),
    y: fc.integer({ min: 0, max: HEIGHT - 1 }),
    text,
    mark: fc.constantFrom('', '> '),
  });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      const slow = compose(blocks);
      remove = installFastOutput();
      const fast = compose(blocks);
      remove?.();
      expect(fast).toBe(slow);
    }),
  );
});

it('replaces rows as they are, at no cost of width', () => {
  remove = installFastOutput();
  expect(compose([{ x: 0, y: 1, text: 'xxxx\nxxxx', mark: '東京' }])).toBe('\n東京xx\n東京xx\n\n\n');
});

it('puts Ink back as it was', () => {
  const before = Output.prototype.get;
  installFastOutput()?.();
  expect(Output.prototype.get).toBe(before);
});
