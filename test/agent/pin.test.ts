import { describe, expect, it } from 'vitest';
import { parsePin } from '../../src/agent/pin.ts';

const hex = 'ab'.repeat(32);

describe('a pin', () => {
  it.each([
    `sha256:${hex}`,
    `SHA256:${hex.toUpperCase()}`,
    `sha256:${hex.replace(/..(?=.)/g, '$&:')}`,
    `sha256:${Buffer.from(hex, 'hex').toString('base64')}`,
  ])('may be written %s', (text) => {
    expect(parsePin(text)).toBe(hex);
  });

  it.each(['', hex, 'sha1:ab', `sha256:${hex}00`, 'sha256:', `md5:${hex}`])('is not %j', (text) => {
    expect(() => parsePin(text)).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});
