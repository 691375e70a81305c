import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionary, list, type Plist, parsePlist, readSettings } from '../../../src/collect/sources/plist.ts';
import { parseXmlPlists } from '../../../src/collect/sources/plist-xml.ts';
import { fakeHost } from '../fake-host.ts';

const values = {
  name: 'Étienne',
  ascii: 'plain',
  long: 'a'.repeat(20),
  yes: true,
  no: false,
  small: 7,
  big: 1_234_567_890_123,
  negative: -5,
  real: 0.5,
  date: new Date('2026-11-23T12:30:00Z'),
  data: new Uint8Array([0x00, 0xff]),
  list: [1, [2], {}],
  dict: { inner: 'x' },
};

/** The same, as Python's plistlib writes it. */
const binary = Buffer.from(
  [
    'YnBsaXN0MDDdAQIDBAUGBwgJCgsMDQ4PEBESFRobHB0eHyBVYXNjaWlTYmlnVGRhdGFUZGF0ZVRkaWN0VGxpc3RUbG9uZ1RuYW1l',
    'WG5lZ2F0aXZlUm5vVHJlYWxVc21hbGxTeWVzVXBsYWluEwAAAR9x+wTLQgD/M0HIWjSkAAAA0RMUVWlubmVyUXijFhcZEAGhGBAC',
    '0F8QFGFhYWFhYWFhYWFhYWFhYWFhYWFhZwDJAHQAaQBlAG4AbgBlE//////////7CCM/4AAAAAAAABAHCQgjKS0yNzxBRktUV1xi',
    'Zmx1eIGEioyQkpSWl669xsfQ0gAAAAAAAAEBAAAAAAAAACEAAAAAAAAAAAAAAAAAAADT',
  ].join(''),
  'base64',
);

describe('a property list', () => {
  it('is read in its binary form', () => {
    expect(parsePlist(binary)).toEqual(values);
  });

  it('is read as XML, whatever it holds', () => {
    fc.assert(
      fc.property(plist, (value) => {
        expect(parsePlist(bytes(document(value)))).toEqual(value);
      }),
    );
  });

  it('may have comments, CDATA, references to characters, and empty elements', () => {
    const text =
      '<plist><!-- <string>no</string> --><array><string/><dict/><string><![CDATA[<&>]]></string><string>&#233;&#xe9;&nbsp;</string></array></plist>';
    expect(parsePlist(bytes(text))).toEqual(['', {}, '<&>', 'éé&nbsp;']);
  });

  it('may follow another one', () => {
    expect(parseXmlPlists(`${document('a')}\n\n${document('b')}\n`)).toEqual(['a', 'b']);
  });

  it('that is cut short is refused, or gives nothing, in either form', () => {
    for (let length = 8; length < binary.length; length++) {
      expect(() => parsePlist(binary.subarray(0, length)), String(length)).toThrow('not a property list');
    }
    expect(() => parsePlist(bytes('<plist><dict><key>a</key>'))).toThrow('it ends too early');
    expect(parsePlist(bytes(''))).toBeUndefined();
  });

  it('that is damaged is read or refused, and never anything else', () => {
    fc.assert(
      fc.property(fc.nat(binary.length - 1), fc.nat(255), (at, byte) => {
        const damaged = Buffer.from(binary);
        damaged[at] = byte;
        try {
          parsePlist(damaged);
        } catch (error) {
          expect(error).toMatchObject({ code: 'bad-input' });
        }
      }),
    );
  });

  it('that holds itself is refused', () => {
    // An array of one reference, to itself.
    const endless = Buffer.concat([Buffer.from('bplist00'), Buffer.from([0xa1, 0x00, 0x08]), Buffer.alloc(32)]);
    endless.writeUInt8(1, 11 + 6);
    endless.writeUInt8(1, 11 + 7);
    endless.writeBigUInt64BE(1n, 11 + 8);
    endless.writeBigUInt64BE(10n, 11 + 24);
    expect(() => parsePlist(endless)).toThrow('nested too deep');
  });

  it('of settings that is missing, closed or broken has none', async () => {
    const host = fakeHost({ files: { '/broken': 'bplist00', '/list': document([1]) }, forbidden: ['/closed'] });
    for (const path of ['/missing', '/closed', '/broken', '/list']) expect(await readSettings(host, path)).toEqual({});
  });

  it('is asked for dictionaries and lists without fear', () => {
    expect([dictionary('a'), dictionary([1]), dictionary(new Date(0)), dictionary(undefined)]).toEqual([
      {},
      {},
      {},
      {},
    ]);
    expect([list({}), list(undefined)]).toEqual([[], []]);
  });
});

const plist: fc.Arbitrary<Plist> = fc.letrec<{ value: Plist }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'binary' }).filter((text) => !/[\0\uFFFE\uFFFF\uD800-\uDFFF\r\uFEFF]/.test(text)),
    fc.integer(),
    fc.boolean(),
    fc.uint8Array({ maxLength: 8 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

function document(value: Plist): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n${element(value)}\n</plist>`;
}

function element(value: Plist): string {
  if (typeof value === 'string') return `<string>${escaped(value)}</string>`;
  if (typeof value === 'number') return `<integer>${value}</integer>`;
  if (typeof value === 'boolean') return value ? '<true/>' : '<false/>';
  if (value instanceof Uint8Array) return `<data>\n${Buffer.from(value).toString('base64')}\n</data>`;
  if (Array.isArray(value)) return value.length === 0 ? '<array/>' : `<array>${value.map(element).join('\n')}</array>`;
  const entries = Object.entries(dictionary(value)) as [string, Plist][];
  return `<dict>${entries.map(([key, inner]) => `<key>${escaped(key)}</key>\n${element(inner)}`).join('\n')}</dict>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
