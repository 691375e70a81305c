import { deflateSync, gzipSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeBody, encodingOf, inflateChunks } from '../../src/wire/inflate.ts';
import { type InflateLimits, inflateLimits, mostInflated } from '../../src/wire/limits.ts';

const limits = { inflatedBytes: 4 * 2 ** 20, ratio: 100 };

async function inflateBody(bytes: Uint8Array, within: InflateLimits): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of inflateChunks(bytes, within)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

it.each([
  ['zlib', deflateSync('x', { level: 1 })],
  ['zlib', deflateSync('x', { level: 9 })],
  ['gzip', gzipSync('x')],
  ['plain', Buffer.from('<REQUEST/>')],
  ['plain', Buffer.from('\ufeff  \r\n<REQUEST/>')],
  ['plain', Buffer.from('\ufeff<REQUEST/>', 'utf16le')],
  ['plain', Buffer.from('{"action":"inventory"}')],
  [undefined, Buffer.from('hello')],
  [undefined, Buffer.alloc(0)],
])('tells %s by the first bytes', (encoding, bytes) => {
  expect(encodingOf(bytes)).toBe(encoding);
});

it('gives back what was encoded', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.constantFrom('zlib', 'gzip'), async (text, encoding) => {
      expect((await inflateBody(encodeBody(text, encoding), limits)).toString()).toBe(text.toWellFormed());
    }),
  );
});

it('writes the zlib header that FusionInventory looks for', () => {
  const body = encodeBody('<REPLY/>', 'zlib');
  expect([...body.subarray(0, 2)]).toEqual([0x78, 0x9c]);
  expect(inflateSync(body).toString()).toBe('<REPLY/>');
});

it('lets through as much as the limit and not a byte more', async () => {
  const [fits, tooMuch] = [noise(limits.inflatedBytes), noise(limits.inflatedBytes + 1)];
  expect(await inflateBody(deflateSync(fits), limits)).toHaveLength(limits.inflatedBytes);
  await expect(inflateBody(deflateSync(tooMuch), limits)).rejects.toMatchObject({ status: 413 });
  await expect(inflateBody(Buffer.concat([Buffer.from('<'), fits]), limits)).rejects.toMatchObject({ status: 413 });
});

it('looks at the ratio once the first MiB is out', () => {
  expect(mostInflated(10, inflateLimits)).toBe(2 ** 20);
  expect(mostInflated(100_000, inflateLimits)).toBe(10_000_000);
  expect(mostInflated(8 * 2 ** 20, inflateLimits)).toBe(inflateLimits.inflatedBytes);
});

/** Bytes that do not compress well. */
function noise(length: number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, (_, at) => (at * at * 31 + (at >> 7)) % 251));
}
