import { deflateSync, gzipSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Inflater, inflateReply, nodeInflater, zlibSyncInflater } from '../../src/wire/inflate-sync.ts';
import { capture } from './captures.ts';

const MOST = 2 ** 20;
const addon = zlibSyncInflater();
const engines: readonly Inflater[] = addon ? [nodeInflater, addon] : [nodeInflater];

describe.each(engines)('the engine $engine', ({ inflate }) => {
  it('inflates what a real server answered', () => {
    const reply = capture('replies/prolog-send-options.bin');
    expect(Buffer.from(inflate(reply, MOST))).toEqual(inflateSync(reply));
  });

  it('gives back anything, at any level, in one slice or in many', () => {
    const content = fc.tuple(fc.uint8Array({ maxLength: 20_000 }), fc.integer({ min: 1, max: 8 }));
    fc.assert(
      fc.property(content, fc.integer({ min: 0, max: 9 }), fc.boolean(), ([bytes, times], level, gzip) => {
        const original = Buffer.concat(Array.from({ length: times }, () => bytes));
        const packed = (gzip ? gzipSync : deflateSync)(original, { level });
        expect(Buffer.from(inflate(packed, MOST)).equals(original)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('ignores bytes behind the end', () => {
    const packed = Buffer.concat([deflateSync('hello'), Buffer.from('tail')]);
    expect(Buffer.from(inflate(packed, MOST)).toString()).toBe('hello');
  });

  it.each([
    ['cut short', deflateSync('hello world').subarray(0, 8), 400, 'the zlib body is cut short'],
    ['without its checksum', deflateSync('hello world').subarray(0, -4), 400, 'the zlib body is cut short'],
    ['with a wrong checksum', flipLast(deflateSync('hello world')), 400, 'the zlib body is damaged'],
    ['damaged inside', Buffer.from('789cffffffffffff', 'hex'), 400, 'the zlib body is damaged'],
    ['with a preset dictionary', presetDictionary(), 400, 'the zlib body is damaged'],
    ['of garbage', Buffer.from('garbage'), 400, 'neither zlib nor gzip nor XML'],
    ['empty', Buffer.alloc(0), 400, 'the body is empty'],
    ['that is a bomb', deflateSync(Buffer.alloc(50 * MOST)), 413, `inflates to more than ${MOST} bytes`],
  ])('refuses a body %s', (_name, body, status, reason) => {
    expect(() => inflate(body, MOST)).toThrow(expect.objectContaining({ status }));
    expect(() => inflate(body, MOST)).toThrow(reason);
  });
});

it('passes a plain reply as it is, within the limit', () => {
  const reply = Buffer.from('<REPLY/>');
  expect(inflateReply(reply, MOST)).toEqual({ bytes: reply, engine: 'none' });
  expect(() => inflateReply(reply, 4)).toThrow('more than 4 bytes');
});

it('names the engine that did the work', () => {
  expect(inflateReply(deflateSync('x'), MOST).engine).toBe(addon ? 'zlib-sync' : 'node:zlib');
});

it('inflates with Node once zlib-sync has leaked its share', () => {
  const packed = deflateSync('hello');
  const used = Array.from({ length: 2200 }, () => inflateReply(packed, MOST).engine);
  expect(used.at(-1)).toBe('node:zlib');
});

function presetDictionary(): Uint8Array {
  return deflateSync('hello hello', { dictionary: Buffer.from('hello') });
}

function flipLast(bytes: Buffer): Uint8Array {
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 0xff, bytes.length - 1);
  return bytes;
}
