import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpackLz4 } from '../../../src/collect/sources/lz4.ts';

/** The same 168,000 bytes, packed by lz4 1.9.4: in blocks that need the one before, and in blocks that do not. */
const text = Array.from({ length: 24_000 }, (_, i) => `line ${i % 7}\n`).join('');
const linked =
  'BCJNGERAXioBAABxbGluZSAwCgcAEjEHABIyBwASMwcAEjQHABI1BwAvNgoxAP////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////+3UCAyCmxpCgEAAA8xAP/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////oUApsaW5lmgAAAA8xAP///////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////7hQbmUgMwoAAAAAdfcLZQ==';
const apart =
  'BCJNGHxAQJACAAAAAABXKgEAAHFsaW5lIDAKBwASMQcAEjIHABIzBwASNAcAEjUHAC82CjEA/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////7dQIDIKbGnQ6QrPLAEAALJuZSAzCmxpbmUgNAcAEjUHABI2BwASMAcAEjEHABIyBwAPMQD/////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////tFAKbGluZd+n5O+6AAAAkiA2CmxpbmUgMAcAEjEHABIyBwASMwcAEjQHABI1BwAPMQD///////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////////+GUG5lIDMKzYauBAAAAAB19wtl';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function unpacked(bytes: Uint8Array, size = 64): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of unpackLz4(inPieces(bytes, size))) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

function base64(frame: string): Buffer {
  return Buffer.from(frame, 'base64');
}

/** A frame of blocks that could not be made smaller, and so stand as they are. */
function plainFrame(blocks: readonly Uint8Array[]): Buffer {
  const parts = blocks.flatMap((block) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE((0x80000000 | block.length) >>> 0);
    return [size, block];
  });
  return Buffer.concat([Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0x82]), ...parts, Buffer.alloc(4)]);
}

describe('an LZ4 frame', () => {
  it.each([
    ['blocks that need the one before', linked],
    ['blocks of their own, with checksums and the size', apart],
  ])('is unpacked in %s, in pieces of any length', async (_, frame) => {
    for (const size of [1, 97, 100_000]) expect((await unpacked(base64(frame), size)).toString()).toBe(text);
  });

  it('gives back blocks that stand as they are', async () => {
    const blocks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(blocks, fc.integer({ min: 1, max: 50 }), async (made, size) => {
        expect((await unpacked(plainFrame(made), size)).equals(Buffer.concat(made))).toBe(true);
      }),
    );
  });

  it('is refused where it is none, cut short or damaged', async () => {
    await expect(unpacked(Buffer.from('Package: bash\n'))).rejects.toMatchObject({ code: 'bad-input' });
    await expect(unpacked(base64(linked).subarray(0, 100))).rejects.toMatchObject({ code: 'bad-input' });
    const damaged = base64(linked);
    for (let i = 40; i < 60; i++) damaged[i] = 0xff;
    await expect(unpacked(damaged)).rejects.toMatchObject({ code: 'bad-input' });
  });
});
