import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../src/wire/document.ts';
import { capture, inventoryOf, inventoryXml } from './captures.ts';

const samples = process.env['PARCOURS_SAMPLES'];

describe.each(['bounded', 'sync'] as const)('a document read %s', (inflate) => {
  it('shows what the OCS Unix agent sent', async () => {
    const userAgent = 'OCS-NG_unified_unix_agent_v2.10.0';
    const document = await readDocument(capture('ocs/h-dmi-lenovo.bin'), { inflate, userAgent });
    expect(document).toMatchObject({
      encoding: 'zlib',
      repairs: { replacedCharacters: 0, cutTexts: 0, recodedTexts: 0 },
    });
    expect(document.request.inventory).toMatchObject({ kind: 'computer', agent: userAgent, extras: [] });
    expect(document.request.inventory?.sections.bios?.[0]).toMatchObject({ manufacturer: 'LENOVO' });
    expect(document.request.inventory?.sections.memories).toHaveLength(4);
  });

  it('is the same whether it came as zlib, gzip or plain', async () => {
    const plain = capture('fusion/g-no-compression.xml');
    const [asPlain, asZlib, asGzip] = await Promise.all(
      [plain, deflateSync(plain), gzipSync(plain)].map((bytes) => readDocument(bytes, { inflate })),
    );
    expect([asPlain?.encoding, asZlib?.encoding, asGzip?.encoding]).toEqual(['plain', 'zlib', 'gzip']);
    expect(asZlib?.request).toEqual(asPlain?.request);
    expect(asGzip?.request).toEqual(asPlain?.request);
  });

  it('is refused when it was compressed twice', async () => {
    const nested = deflateSync(deflateSync(inventoryXml('')));
    await expect(readDocument(nested, { inflate })).rejects.toThrow('the body is compressed twice');
  });

  it.each([
    ['empty', Buffer.alloc(0), 400, 'the body is empty'],
    ['of raw deflate', Buffer.from('cb48cdc9c90700', 'hex'), 400, 'neither zlib nor gzip nor XML nor JSON'],
    ['of text', deflateSync('hello world'), 400, 'not well-formed XML'],
    ['of cut JSON', Buffer.from('{"deviceid":"x"'), 400, 'not well-formed JSON'],
    ['of JSON that is no inventory', Buffer.from('{"deviceid":"x"}'), 400, 'content is missing'],
    ['of another root', Buffer.from('<REPLY/>'), 400, 'the document is a REPLY, not a REQUEST'],
    ['cut short', deflateSync(inventoryXml('')).subarray(0, 60), 400, 'the zlib body is cut short'],
    ['without its checksum', deflateSync(inventoryXml('')).subarray(0, -4), 400, 'the zlib body is cut short'],
    ['with a wrong checksum', withWrongChecksum(), 400, 'the zlib body is damaged'],
    ['that is a bomb', deflateSync(Buffer.alloc(200 * 2 ** 20, ' '), { level: 9 }), 413, 'inflates to more than'],
    ['that ends early', Buffer.from('<REQUEST><CONTENT>'), 400, 'unclosed tag'],
  ])('is refused with a reason: a body %s', async (_name, body, status, reason) => {
    await expect(readDocument(body, { inflate })).rejects.toMatchObject({
      code: 'bad-input',
      status,
      message: expect.stringContaining(reason),
    });
  });
});

it('ignores bytes behind the end of a compressed body', async () => {
  const body = Buffer.concat([deflateSync(inventoryXml('<HARDWARE><NAME>a</NAME></HARDWARE>')), Buffer.from('tail')]);
  expect((await inventoryOf(body)).sections.hardware).toEqual([{ name: 'a' }]);
});

it.runIf(samples)('reads every inventory among the samples of the GLPI format', async () => {
  const folder = join(samples ?? '', 'samples/inventory_format/xml');
  const documents = readdirSync(folder).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
  const inventories = documents.filter(({ bytes }) => bytes.includes('<QUERY>INVENTORY'));
  expect(inventories.length).toBeGreaterThan(5);
  for (const { name, bytes } of inventories) {
    const { sections, kind } = await inventoryOf(bytes);
    expect(Object.keys(sections).length, name).toBeGreaterThan(5);
    expect(kind, name).toBe(bytes.includes('<DEVICEID>android-') ? 'phone' : 'computer');
  }
});

function withWrongChecksum(): Uint8Array {
  const body = deflateSync(inventoryXml(''));
  body.writeUInt8(body.readUInt8(body.length - 1) ^ 0xff, body.length - 1);
  return body;
}
