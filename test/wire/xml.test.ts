import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawElement } from '../../src/model/descriptor.ts';
import { xmlLimits } from '../../src/wire/limits.ts';
import { parseXml, writeXml } from '../../src/wire/xml.ts';
import { plainText } from './arbitrary.ts';

const elementName = fc.stringMatching(/^[A-Z_][A-Z0-9_.-]{0,9}$/);
const leafElement: fc.Arbitrary<RawElement> = fc.record(
  { name: elementName, text: plainText },
  { requiredKeys: ['name'] },
);
const { tree } = fc.letrec<{ tree: RawElement }>((tie) => ({
  tree: fc.record(
    {
      name: elementName,
      attributes: fc.dictionary(elementName, plainText, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
      text: plainText,
      children: fc.array(fc.oneof({ maxDepth: 3 }, leafElement, tie('tree')), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['name'] },
  ),
}));

async function textOf(xml: string | Buffer): Promise<{ text: string | undefined; replaced: number }> {
  const { root, repairs } = await parseXml(Buffer.from(xml));
  return { text: root.text, replaced: repairs.replacedCharacters };
}

it('reads back what it wrote', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (root) => {
      expect(await parseXml(Buffer.from(writeXml(root)))).toEqual({
        root,
        repairs: { replacedCharacters: 0, cutTexts: 0, recodedTexts: 0 },
      });
    }),
  );
});

it('reads a document that comes in pieces of any size', async () => {
  const document = Buffer.from(writeXml({ name: 'A', text: 'é€😀 &#1; &amp; <b>', attributes: { B: 'ü' } }));
  const whole = await parseXml(document);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 7 }), async (size) => {
      expect(await parseXml(pieces(document, size))).toEqual(whole);
    }),
  );
});

it('offers the grandchildren of the root and leaves out what is taken', async () => {
  const offered: string[] = [];
  const { root } = await parseXml(Buffer.from('<A><B><C>1</C><D><C/></D></B><C><E/></C></A>'), {
    take(element, parent) {
      offered.push(`${parent}/${element.name}`);
      return element.name === 'C';
    },
  });
  expect(offered).toEqual(['B/C', 'B/D', 'C/E']);
  const left = { name: 'B', children: [{ name: 'D', children: [{ name: 'C' }] }] };
  expect(root).toEqual({ name: 'A', children: [left, { name: 'C', children: [{ name: 'E' }] }] });
});

it('writes two spaces of indent a level, and a document it can be asked for again', () => {
  const children = [
    { name: 'QUERY', text: 'PROLOG' },
    { name: 'CONTENT', children: [{ name: 'A' }] },
  ];
  expect(writeXml({ name: 'REQUEST', children })).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<REQUEST>',
      '  <QUERY>PROLOG</QUERY>',
      '  <CONTENT>',
      '    <A />',
      '  </CONTENT>',
      '</REQUEST>',
      '',
    ].join('\n'),
  );
});

it('drops what XML forbids when it writes, and makes names of what is none', async () => {
  const { root } = await parseXml(
    Buffer.from(writeXml({ name: '2 cool', text: 'a\u0001b\ud800', attributes: { '': 'x' } })),
  );
  expect(root).toEqual({ name: '_2_cool', text: 'ab\ufffd', attributes: { _: 'x' } });
});

describe('the charset', () => {
  const declared = (charset: string) => `<?xml version="1.0" encoding="${charset}"?><A>café</A>`;

  it.each([
    ['UTF-8', Buffer.from(declared('UTF-8'))],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${declared('UTF-8')}`)],
    ['nothing declared', Buffer.from('<A>café</A>')],
    ['ISO-8859-1', Buffer.from(declared('ISO-8859-1'), 'latin1')],
    ['windows-1252 in single quotes', Buffer.from(declared('windows-1252').replaceAll('"', "'"), 'latin1')],
    ['Latin-1 that says UTF-8', Buffer.from(declared('UTF-8'), 'latin1')],
    ['Latin-1 that says nothing', Buffer.from('<A>café</A>', 'latin1')],
    ['a name nobody knows', Buffer.from(declared('nonsense-1'))],
    ['UTF-8 that says UTF-16', Buffer.from(declared('UTF-16'))],
    ['UTF-16 with a byte order mark', Buffer.from(`\ufeff${declared('UTF-16')}`, 'utf16le')],
    ['UTF-16 without', Buffer.from(declared('UTF-16'), 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${declared('UTF-16')}`, 'utf16le').swap16()],
  ])('may be %s', async (_name, bytes) => {
    expect(await textOf(bytes)).toEqual({ text: 'café', replaced: 0 });
  });

  it('may be wrong in one value and right in the next', async () => {
    const mixed = Buffer.concat([Buffer.from('<A><B>caf\xe9</B>', 'latin1'), Buffer.from('<C>café €</C></A>')]);
    const { root } = await parseXml(mixed);
    expect(root.children?.map(({ text }) => text)).toEqual(['café', 'café €']);
  });
});

describe('a character that XML forbids', () => {
  it.each(['a\u0001b', 'a&#1;b', 'a&#x1F;b', 'a&#xD800;b', 'a&#x110000;b', 'a\uffffb'])(
    'is replaced and counted: %j',
    async (text) => {
      expect(await textOf(`<A>${text}</A>`)).toEqual({ text: 'a\ufffdb', replaced: 1 });
    },
  );

  it.each([
    ['a&#9;b', 'a\tb'],
    ['a&#233;b', 'aéb'],
    ['a&amp;#1;b', 'a&#1;b'],
    ['<![CDATA[<b>]]>', '<b>'],
  ])('is not %j', async (xml, text) => {
    expect(await textOf(`<A>${xml}</A>`)).toEqual({ text, replaced: 0 });
  });
});

describe('a document', () => {
  it.each([
    ['with a DOCTYPE', '<!DOCTYPE A [<!ENTITY e "x">]><A>&e;</A>', 400, 'DOCTYPE'],
    ['that reads files', '<!DOCTYPE A [<!ENTITY e SYSTEM "file:///etc/hostname">]><A>&e;</A>', 400, 'DOCTYPE'],
    ['with an unknown entity', '<A>&e;</A>', 400, 'undefined entity'],
    ['with two roots', '<A/><B/>', 400, 'not well-formed'],
    ['that crosses its tags', '<A><B></A></B>', 400, 'not well-formed'],
    ['of 100,000 nested elements', '<A>'.repeat(100_000), 400, 'nested more than 32 deep'],
    ['of very many elements', `<A>${'<B/>'.repeat(500_000)}</A>`, 413, 'more than 500000 elements'],
    ['with very many attributes', `<A ${attributes(65)}/>`, 400, 'more than 64 attributes'],
    ['with a very long name', `<${'A'.repeat(257)}/>`, 400, 'a name of more than 256 letters'],
    ['of nothing', ' ', 400, 'not well-formed'],
  ])('is refused with a reason: one %s', async (_name, xml, status, reason) => {
    await expect(parseXml(Buffer.from(xml))).rejects.toMatchObject({
      code: 'bad-input',
      status,
      message: expect.stringContaining(reason),
    });
  });

  it('may be as deep, as wide and as long as the limits', async () => {
    const { depth, name } = xmlLimits;
    const deep = `${'<A>'.repeat(depth)}${'</A>'.repeat(depth)}`;
    for (const xml of [deep, `<A ${attributes(64)}/>`, `<${'A'.repeat(name)}/>`]) {
      expect((await parseXml(Buffer.from(xml))).root.name).toMatch(/^A+$/);
    }
  });

  it('loses what a text has over 64 KiB, and says so', async () => {
    const most = xmlLimits.text;
    const xml = `<A b="${'y'.repeat(most + 1)}"><B>${'x'.repeat(most)}</B><C>${'x'.repeat(most + 1)}</C></A>`;
    const { root, repairs } = await parseXml(Buffer.from(xml));
    expect(repairs.cutTexts).toBe(2);
    expect(
      [root.attributes?.['b'], ...(root.children ?? []).map(({ text }) => text)].map((text) => text?.length),
    ).toEqual([most, most, most]);
  });

  it('never holds the event loop while it is read', async () => {
    let turns = 0;
    const counter = setImmediate(function count() {
      turns += 1;
      if (turns < 1000) setImmediate(count);
    });
    await parseXml(Buffer.from(`<A>${'<B>text</B>'.repeat(100_000)}</A>`));
    clearImmediate(counter);
    expect(turns).toBeGreaterThan(10);
  });
});

function attributes(count: number): string {
  return Array.from({ length: count }, (_, at) => `a${at}="1"`).join(' ');
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  // A decoder looks at the start of the first piece, as it comes from the inflater: never this small.
  yield bytes.subarray(0, 64);
  for (let at = 64; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

it('writes what acts on a terminal as references, and reads it back', async () => {
  const root = { name: 'NAME', text: 'a\u009b31m\u202eb\u200b' };
  const xml = writeXml(root);
  expect(xml).toContain('a&#155;31m&#8238;b&#8203;');
  expect(await parseXml(Buffer.from(xml))).toMatchObject({ root });
});
