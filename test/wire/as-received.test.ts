import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RawElement } from '../../src/model/descriptor.ts';
import { asReceived } from '../../src/wire/as-received.ts';
import { parseXml, writeXml } from '../../src/wire/xml.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('a', ' ', '<', '&', '"', '\r', '\n', '\t', '\0', '\ud800', '\ufeff', '&#1;') }),
);
const name = fc.constantFrom('NAME', 'os-version', 'a b', '1st', 'é');
const optional = { nil: undefined };

const { element } = fc.letrec<{ element: RawElement }>((tie) => ({
  element: fc
    .record({
      name,
      attributes: fc.option(fc.dictionary(fc.constantFrom('KIND', 'TO'), anyText), optional),
      text: fc.option(anyText, optional),
      children: fc.option(fc.array(tie('element'), { maxLength: 3 }), { ...optional, depthSize: 'small' }),
    })
    .map((made) => JSON.parse(JSON.stringify(made)) as RawElement),
}));

it('is what a receiver reads, whatever is written', async () => {
  await fc.assert(
    fc.asyncProperty(element, async (root) => {
      const { root: read } = await parseXml(Buffer.from(writeXml(root)));
      expect(asReceived(root)).toEqual(JSON.parse(JSON.stringify(read)));
    }),
    { numRuns: 300 },
  );
});

it('cuts a long text as a receiver does', async () => {
  const root = { name: 'A', text: 'x'.repeat(70_000) };
  expect(asReceived(root)).toEqual((await parseXml(Buffer.from(writeXml(root)))).root);
});
