import fc from 'fast-check';
import { expect, it } from 'vitest';
import { printJson } from '../../src/cli/output.ts';

const answer = fc.array(fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.record({ name: fc.string(), n: fc.nat() })));

it('prints a list item by item as the same document', () => {
  fc.assert(
    fc.property(answer, (items) => {
      expect(JSON.parse(printed('', items).join('\n'))).toEqual(JSON.parse(JSON.stringify(items)));
      expect(printed('lines', items).map((line) => JSON.parse(line))).toEqual(JSON.parse(JSON.stringify(items)));
    }),
  );
});

it('indents as one document would be', () => {
  const items = [{ name: 'a', ids: [1, 2] }, 'b\nc', []];
  expect(printed('', items).join('\n')).toBe(JSON.stringify(items, undefined, 2));
});

it('prints nothing where no JSON was asked for', () => {
  expect(printed(undefined, [1])).toEqual([]);
});

function printed(json: string | undefined, value: unknown): readonly string[] {
  const lines: string[] = [];
  const optional = (name: string) => (name === 'json' ? json : undefined);
  const args = { optional } as Parameters<typeof printJson>[0]['args'];
  const isPrinted = printJson({ args, print: (line) => void lines.push(line) }, value);
  expect(isPrinted).toBe(json !== undefined);
  return lines;
}
